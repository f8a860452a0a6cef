"""A small file that a person may write: read as TOML, asked for its keys, refused in a sentence with the place.

What the file is about (a framework, a scale) is the business of whoever asks.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, NoReturn

from scrutineer.domain.errors import ScrutineerError

LARGEST = 256 * 1024      # bytes: the largest file that comes with the program has 4 KB
_DEEPEST = 300      # dots in one line: a key of a hundred thousand parts would take all the memory there is
_TOO_MUCH = "“{}”: it holds something too deep or too long to be read."
_AT_MOST = {"title": 300, "source": 600, "purpose": 600, "question": 600, "definition": 600}      # characters of each


class Malformed(ScrutineerError):
    """A file cannot be read as what it should be; the sentence says where and what is wrong."""

    title = "This file could not be read"


class Asked:
    """One table of a file, asked for its keys; every refusal names the file, the table and the key."""

    def __init__(self, file_name: str, name: str, table: Any, refusal: type[Malformed] = Malformed) -> None:
        self._file_name = file_name
        self._name = name
        self._refusal = refusal
        if not isinstance(table, dict):
            raise refusal(f"“{file_name}”, {name}: this should be a table with keys of its own.")
        self._table = table

    @classmethod
    def read(cls, data: bytes | str, file_name: str, refusal: type[Malformed] = Malformed) -> Asked:
        """The whole of a file. Raises `refusal` for bytes that are not UTF-8, too large a file, and bad syntax."""
        text = data if isinstance(data, str) else _decoded(data, file_name, refusal)
        text = text.removeprefix("\ufeff")      # some editors put a mark before the first letter
        if len(text) > LARGEST:
            raise refusal(f"“{file_name}” has {len(text):,} characters; there may be {LARGEST:,}.")
        if any(line.count(".") > _DEEPEST for line in text.split("\n")):
            raise refusal(_TOO_MUCH.format(file_name))
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise refusal(_syntax(error, file_name, text)) from error
        except (RecursionError, ValueError) as error:      # brackets without end; a number that no computer counts to
            raise refusal(_TOO_MUCH.format(file_name)) from error
        return cls(file_name, "the file", table, refusal)

    def refuse(self, key: str, what: str) -> NoReturn:
        """Raise the refusal about one key."""
        raise self._refusal(f"“{self._file_name}”, {self._name}, {key}: {what}.")

    def nothing_but(self, *keys: str) -> None:
        """Refuse a key that nobody would read: it is likely a slip of the pen."""
        strange = sorted(self._table.keys() - set(keys))
        if strange:
            self.refuse(_short(strange[0]), f"this key is not known; there may be {', '.join(sorted(keys))}")

    def text(self, key: str, *, is_required: bool = True) -> str:
        """The text of a key on one line; "" when it may be missing and is."""
        value = self._table.get(key)
        if value is None:
            if is_required:
                self.refuse(key, "this is missing")
            return ""
        if not isinstance(value, str):
            self.refuse(key, "this should be text in quotation marks")
        words = " ".join(value.split())
        if is_required and not words:
            self.refuse(key, "this is empty")
        limit = _AT_MOST.get(key, 40)
        if len(words) > limit:
            self.refuse(key, f"this may have {limit} characters and has {len(words):,}")
        return words

    def matching(self, key: str, pattern: re.Pattern[str], allowed: str) -> str:
        """A code: a short text of certain characters."""
        words = self.text(key)
        if not pattern.fullmatch(words):
            self.refuse(key, f"“{words}” should be made of {allowed}")
        return words

    def one_of(self, key: str, words: tuple[str, ...]) -> str:
        """One of some words; the first of them where the key is missing."""
        value = self.text(key, is_required=False) or words[0]
        if value not in words:
            self.refuse(key, f"“{value}” should be one of {', '.join(words)}")
        return value

    def count(self, key: str, largest: int) -> int:
        """A whole number from 0, which is what a missing key counts as."""
        value = self._table.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= largest:
            self.refuse(key, f"this should be a whole number from 0 to {largest}")
        return value

    def tables(self, key: str, at_most: int) -> list[Asked]:
        """A list of tables, at least one."""
        value = self._table.get(key)
        if not isinstance(value, list) or not value:
            self.refuse(key, f"at least one [[{key}]] is needed")
        if len(value) > at_most:
            self.refuse(key, f"there may be {at_most} and there are {len(value):,}")
        return [Asked(self._file_name, f"{key}, number {place}", one, self._refusal)
                for place, one in enumerate(value, start=1)]  # fmt: skip

    def no_code_twice(self, key: str, codes: list[str]) -> None:
        """Refuse a list in which two bear the same code."""
        repeated = next((code for code in codes if codes.count(code) > 1), None)
        if repeated:
            self.refuse(key, f"the code “{repeated}” stands there more than once")


def _decoded(data: bytes, file_name: str, refusal: type[Malformed]) -> str:
    if len(data) > LARGEST:
        raise refusal(f"“{file_name}” has {len(data):,} bytes; there may be {LARGEST:,}.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        sentence = f"“{file_name}”, line {line}: a character there is not in UTF-8; save the file as UTF-8."
        raise refusal(sentence) from error


def _syntax(error: tomllib.TOMLDecodeError, file_name: str, text: str) -> str:
    place = re.search(r"\(at line (\d+), column \d+\)", str(error))
    line = place.group(1) if place else str(text.count("\n") + 1)
    what = re.sub(r"\s*\(at [^)]*\)", "", str(error))
    return f"“{file_name}”, line {line}: {what[:1].lower()}{what[1:]}."


def _short(key: str) -> str:
    return key if len(key) <= 40 else f"{key[:40]}…"
