"""Which characters and addresses may stand in a document at all; hostile ones are turned away here."""

from __future__ import annotations

import re
from urllib.parse import quote

LONGEST_ADDRESS = 2000     # Word refuses a file with a longer one

# XML 1.0, section 2.2: what is left out here may stand in no Word part, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_HOST = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
_LINK = re.compile(rf"https?://{_HOST}(?::\d{{1,5}})?(?:[/?#].*)?|mailto:[^\s@/?#]+@{_HOST}(?:\?.*)?",
                   re.IGNORECASE | re.DOTALL)
_AS_TYPED = "!#$%&'()*+,/:;=?@~"


def printable(text: str) -> str:
    """The text without what XML forbids (control characters, lone surrogates), every line end a newline."""
    if text.isascii() and text.isprintable():
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def safe_address(address: str) -> str:
    """The address, ready for a document, if it is http, https or mailto and well formed; otherwise ""."""
    bare = printable(address).strip()
    if len(bare) > LONGEST_ADDRESS or not _LINK.fullmatch(bare):
        return ""
    ready = quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", bare), safe=_AS_TYPED)
    return ready if len(ready) <= LONGEST_ADDRESS else ""
