"""From a passphrase to the key of a file, exactly as SQLCipher 4 derives it.

Derived here, once for each unlock, because opening a record takes two connections (a look, then the
work) and the derivation is slow on purpose. The result opens in any SQLCipher reader that is given the
passphrase.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata

ROUNDS = 256_000      # SQLCipher 4's own number, which other readers expect; it is not stored in the file
SALT_BYTES = 16       # the first bytes of the file


def normalised(passphrase: str) -> str:
    """One spelling for the same letters, whatever keyboard they were typed on (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def is_usable(passphrase: str) -> bool:
    """Not empty, of whole characters, and not of the shape that SQLCipher would take for a raw key."""
    words = normalised(passphrase).strip()
    return bool(words) and not re.search("[\0\ud800-\udfff]|^[xX]'[0-9a-fA-F]*'$", words)


def raw_key(passphrase: str, salt: bytes) -> str:
    """The key with its salt, written as SQLCipher reads it: `x'<64 hex digits><32 hex digits>'`."""
    secret = normalised(passphrase).encode()
    key = hashlib.pbkdf2_hmac("sha512", secret, salt, ROUNDS, dklen=32)
    return f"x'{key.hex()}{salt.hex()}'"


def new_salt() -> bytes:
    """Random bytes for a new file."""
    return os.urandom(SALT_BYTES)
