"""E-mails that come in and go out: pasted, read from an .eml file, or drafted for Outlook to send.

Files are read by the older policy of Python's e-mail library, because the newer one stops with errors of
its own at headers as short as `From: a@[`. Nothing is sent and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from scrutineer.domain.errors import Invalid, Problem, ScrutineerError
from scrutineer.domain.text import clean, one_line
from scrutineer.exchange.mail_headers import LONGEST_LINE, day, heading, sender
from scrutineer.exchange.mail_words import decoded, plain, tidy

_DEEPEST = 10       # parts within parts that are looked into
_MOST_WITHIN = 40      # parts that hold parts: reading takes as many times as long as they are deep
_HOLDS_PARTS = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


class Mail(NamedTuple):
    """One e-mail: `text` is readable and plain, with the messages it answered still below its own words."""

    sender: str
    sent_on: date | None
    subject: str
    text: str


class NotMail(ScrutineerError):
    """The file holds no e-mail, or one that cannot be taken apart."""

    title = "This is not an e-mail"


def pasted(text: str) -> Mail | None:
    """The e-mail that a pasted text is: it begins with From and one of Sent, Date or Subject; else None.

    Where it holds several, one below the other, the first says from whom and when.
    """
    whole = tidy(text)
    if all(line.startswith(">") for line in whole.split("\n") if line.strip()):
        whole = _unquoted(whole)
    found = heading(whole)
    if not found:
        return None
    words = _unquoted(found.rest) if found.rest.lstrip().startswith(">") else found.rest
    return Mail(found.sender, found.sent_on, found.subject, words.strip())


def read(data: bytes) -> Mail:
    """The e-mail in an .eml file; its day is the one written in its header, where it was sent.

    Raises NotMail when it has neither From nor Date nor Subject, or cannot be taken apart.
    """
    from email.errors import MessageError
    from email.parser import BytesParser
    from email.policy import compat32

    if len(_HOLDS_PARTS.findall(data)) > _MOST_WITHIN:
        raise NotMail("This e-mail holds too many others to be read here.", "The file itself can still be kept.")
    try:
        message = BytesParser(policy=compat32).parsebytes(data.removeprefix(b"\xef\xbb\xbf").lstrip())
        written = {name.lower(): str(value) for name, value in reversed(list(message.raw_items()))}
        whom, when, what = (_header(written.get(name, "")) for name in ("from", "date", "subject"))
        text = _words(message, _DEEPEST)
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise NotMail("This e-mail could not be read.", "The file itself can still be kept.") from error
    if not written.keys() & {"from", "date", "subject"}:
        raise NotMail("This file holds no e-mail.", "The file itself can still be kept.")
    return Mail(sender(whom), day(when), one_line(what), text)


def draft(to: Sequence[str], subject: str, text: str) -> bytes:
    """An .eml file that opens in Outlook as a new message, ready to be sent by hand.

    `to` holds addresses, alone or as `Name <address>`; empty ones are passed over. Raises Invalid naming
    each that is no address.
    """
    from email.header import Header
    from email.mime.text import MIMEText
    from email.policy import compat32
    from email.utils import formataddr

    people = [_person(one) for one in to if one.strip()]
    bad = [Problem("to", f"“{shown}” is not an e-mail address.") for shown, address in people if not address]
    if bad:
        raise Invalid(bad)
    message: Any = MIMEText(clean(text).replace("\n", "\r\n"), "plain", "utf-8")
    message["X-Unsent"] = "1"
    if people:
        message["To"] = ", ".join(map(formataddr, people))
    message["Subject"] = Header(one_line(subject), "utf-8", header_name="Subject")
    return bytes(message.as_bytes(policy=compat32.clone(linesep="\r\n")))


def _unquoted(text: str) -> str:
    return re.sub(r"^> ?", "", text, flags=re.MULTILINE)


def _person(written: str) -> tuple[str, str]:
    """Name and address; what is no address comes back as it was written, with ""."""
    line = one_line(written)
    name, opened, rest = line.rpartition("<")
    address = rest.removesuffix(">").strip() if opened else line
    return (name.strip(' "'), address) if _ADDRESS.fullmatch(address) else (line, "")


def _header(raw: str) -> str:
    """A header as it should be read: encoded words and bare bytes of whatever character set as text."""
    from email.errors import HeaderParseError
    from email.header import decode_header

    written = decoded(raw[:LONGEST_LINE].encode("utf-8", "surrogateescape"), "utf-8")
    try:
        pieces = decode_header(written)
    except HeaderParseError:
        return tidy(written)
    words = (piece if isinstance(piece, str) else decoded(piece, charset or "latin-1") for piece, charset in pieces)
    return tidy("".join(words))


def _words(part: Any, deeper: int) -> str:
    """The words of a part and the parts within it; of several forms of the same, the plain one."""
    if part.is_multipart():
        inside = [] if part.get_content_maintype() == "message" or not deeper else part.get_payload()
        found = [(one.get_content_type(), _words(one, deeper - 1)) for one in inside]
        if part.get_content_type() == "multipart/alternative":
            found = sorted(found, key=lambda one: one[0] != "text/plain")
            return next((words for _, words in found if words), "")
        return "\n\n".join(words for _, words in found if words)
    kind = part.get_content_type()
    is_text = kind in {"text/plain", "text/html"} or kind.startswith("multipart/")      # broken, but still words
    if not is_text or part.get_content_disposition() == "attachment" or part.get_filename():
        return ""
    written = decoded(part.get_payload(decode=True) or b"", part.get_content_charset() or "utf-8")
    return plain(written) if kind == "text/html" else tidy(written)
