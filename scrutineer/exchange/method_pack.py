"""A method as one small file that another scrutineer can open: readable by eye, and with nothing of the record in it.

TOML text with `format = 1` and the fields of a method, none else. Where it is kept in the record, and by
whom it was written, stays behind; so does what is marked private.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.entity import described, label_of, narratives
from scrutineer.domain.errors import Invalid, ScrutineerError
from scrutineer.domain.method import Method

ENDING = ".scrutineer-method"
FORMAT = 1
LARGEST = 256 * 1024      # bytes: some hundred pages of questions

_NAMES = tuple(spec.name for spec in described(Method) if spec.name != "origin")
_HEAD = """\
# A method of scrutiny. Open it in Scrutineer under Activities, Methods.
# It holds questions and tools alone: nothing of anybody’s record.
"""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


class NotAMethod(ScrutineerError):
    """A file cannot be opened as a method; the sentence says what is wrong, and where."""

    title = "This method could not be opened"


def to_text(method: Method) -> str:
    """The file of a method. What is private in it is left out."""
    shown = method.cleaned().for_others()
    lines = [_HEAD, f"format = {FORMAT}"]
    for name in _NAMES:
        value = str(getattr(shown, name))
        if value:
            lines.append(f"{name} = {_written(value, is_long=name in narratives(Method))}")
    return "\n".join(lines) + "\n"


def read(path: Path) -> Method:
    """The method in a file. Raises NotAMethod for one that is missing, too large, or not a method."""
    name = " ".join(path.name.split())
    try:
        if not path.is_file():      # a pipe or a device would be waited for without end
            raise NotAMethod(f"“{name}” is not a file.", "Choose a file that ends in .scrutineer-method.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise NotAMethod(f"“{name}” could not be read.", "Save a copy on this computer and try that.") from error
    if len(data) > LARGEST:
        raise NotAMethod(f"“{name}” is larger than a method may be, which is {LARGEST // 1024} KB.")
    try:
        return from_text(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise NotAMethod(f"“{name}” is not a text.", "It may be another kind of file under this name.") from error


def from_text(text: str, file_name: str) -> Method:
    """The method that a TOML text describes, new to this record. Raises NotAMethod."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NotAMethod(f"“{file_name}” is not written as a method is: {_where(error, text)}.") from error
    _see_format(table, file_name)
    strange = sorted(table.keys() - {"format", *_NAMES})
    if strange:
        raise NotAMethod(f"“{file_name}” says “{strange[0][:40]}”, which is no part of a method.")
    values = {name: _value(table, name, file_name) for name in _NAMES if name in table}
    method = Method(**values).cleaned()
    if problems := method.problems():
        raise NotAMethod(f"“{file_name}”: {Invalid(problems).sentence}")
    return method


def _see_format(table: dict[str, Any], file_name: str) -> None:
    found = table.get("format")
    if type(found) is not int:
        raise NotAMethod(f"“{file_name}” does not say which format it is in, so it is not a method.")
    if found > FORMAT:
        raise NotAMethod(f"“{file_name}” was written by a newer version of Scrutineer.", "Bring this one up to date.")
    if found < FORMAT:
        raise NotAMethod(f"“{file_name}” says format {found}, which there never was.")


def _value(table: dict[str, Any], name: str, file_name: str) -> Any:
    value = table[name]
    if not isinstance(value, str):
        raise NotAMethod(f"“{file_name}”, {label_of(Method, name)}: this should be text in quotation marks.")
    if name != "type":
        return value
    if value not in set(ActivityType):
        raise NotAMethod(f"“{file_name}” is for a form of scrutiny that is not known here: “{value[:40]}”.")
    return ActivityType(value)


def _where(error: Exception, text: str) -> str:
    place = re.search(r"\(at line (\d+), column \d+\)", str(error))
    return f"see line {place.group(1) if place else text.count(chr(10)) + 1}"


def _written(value: str, *, is_long: bool) -> str:
    """A TOML string: on one line, or between lines of three quotation marks where it may have several."""
    safe = _CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", value.replace("\\", "\\\\"))
    if is_long:
        return '"""\n' + safe.replace('"', '\\"' if '""' in safe or safe.endswith('"') else '"') + '"""'
    return '"' + safe.replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
