"""Reading a .docx again, as the tests of papers do."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{NAMESPACE}}}"
_SHOWN = {f"{W}br": "\n", f"{W}tab": "\t"}


def reopened(data: bytes) -> Any:
    """The document as python-docx sees it."""
    return docx.Document(BytesIO(data))


def element(xml: str) -> Any:
    """A piece of WordprocessingML as an element, wrapped in one root."""
    return etree.fromstring(f'<root xmlns:w="{NAMESPACE}" xmlns:r="{RELATED}">{xml}</root>')


def words_of(paragraph: Any) -> str:
    """The visible text of one paragraph (or of anything in it), breaks and tabs included."""
    return "".join(_SHOWN.get(node.tag, node.text or "") for node in paragraph.iter(f"{W}t", *_SHOWN))


def words_in(data: bytes) -> str:
    """All visible text of the body, a line for each paragraph, breaks as lines."""
    return "\n".join(words_of(paragraph) for paragraph in reopened(data).element.body.iter(f"{W}p"))


def value(parent: Any, path: str, name: str = "val") -> str | None:
    """The attribute of the first element at that path, each step in Word's namespace."""
    found = parent.find("/".join(f"w:{step}" if step not in {".", ""} else step for step in path.split("/")),
                        {"w": NAMESPACE})
    return None if found is None else found.get(f"{W}{name}")
