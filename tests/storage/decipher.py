"""An independent reader of an encrypted record: every page of the file in plain bytes, free pages included.

Written from SQLCipher 4's published page format, not with its library: pages of 4,096 bytes, each with
80 bytes at its end (16 for the initialisation vector, 64 for an HMAC-SHA512); the first 16 bytes of the
file are the salt of the key. So it sees what no query shows: what was deleted, but not wiped.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, SALT, VECTOR, SEAL = 4096, 16, 16, 64
RESERVE = VECTOR + SEAL
ROUNDS = 256_000


def pages(path: Path, passphrase: str, rounds: int = ROUNDS) -> list[bytes]:
    """The plain bytes of every page, in the order of the file. Raises ValueError for a broken seal."""
    stored = path.read_bytes()
    salt = stored[:SALT]
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, rounds, dklen=32)
    seal_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, dklen=32)
    starts = range(0, len(stored), PAGE)
    return [_page(stored[start : start + PAGE], number, key, seal_key) for number, start in enumerate(starts, 1)]


def _page(stored: bytes, number: int, key: bytes, seal_key: bytes) -> bytes:
    body, vector, seal = stored[:-RESERVE], stored[-RESERVE:-SEAL], stored[-SEAL:]
    body = body[SALT:] if number == 1 else body
    numbered = body + vector + number.to_bytes(4, "little")
    if not hmac.compare_digest(hmac.digest(seal_key, numbered, "sha512"), seal):
        raise ValueError(f"the seal of page {number} is broken")
    reader = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return reader.update(body) + reader.finalize()
