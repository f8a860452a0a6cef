"""Text as it can be kept, printed and compared, whatever was typed or pasted.

Cleaned once, on the way into the record, so that neither Word nor the history meets what XML forbids.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """Line ends as `\\n`, one form for each accented letter (NFC), and nothing that XML forbids.

    Lone halves of a surrogate pair go; a pair pasted in two halves is put together first.
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", _LINE_END.sub("\n", whole)))


def one_line(text: str) -> str:
    """Cleaned text of a short field: on one line, without white space at its ends."""
    return " ".join(filter(None, (line.strip() for line in clean(text).split("\n"))))


def first_sentence(text: str) -> str:
    """The first sentence of a text with its stop; its whole first line where none ends there outside a quotation."""
    first, sentence = _begun(text)
    return first if sentence.count("“") > sentence.count("”") else sentence


def _begun(text: str) -> tuple[str, str]:
    """The first line of a text, and its first sentence or again the line."""
    first = one_line(text.strip().partition("\n")[0])
    sentence = re.match(r".+?[.?!](?=\s|$)", first)
    return first, sentence.group() if sentence else first


def opening(text: str, limit: int = 80) -> str:
    """The first sentence of a text, or as many whole words as fit, to serve as a title.

    A quotation that would end before its closing mark loses its opening one.
    """
    _, sentence = _begun(text)
    found = sentence.rstrip(".") or sentence
    if len(found) > limit:
        words = found[:limit].rpartition(" ")[0] or found[: limit - 1]
        found = words.rstrip(",;:") + "…"
    return found[1:] if found.startswith("“") and "”" not in found else found


def listed(words: list[str] | tuple[str, ...]) -> str:
    """`a, b and c`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def counted(number: int, one: str, many: str = "") -> str:
    """`1 challenge`, `3 challenges`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
