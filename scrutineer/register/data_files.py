"""The small data files that come with the program, such as frameworks and scales: read once, and never from elsewhere.

A file that cannot be read is left out; its sentence is kept for whoever asks, and nothing else suffers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from scrutineer import resources
from scrutineer.domain.toml_file import Malformed

T = TypeVar("T")


class Shipped(NamedTuple, Generic[T]):
    """What a folder of `resources` holds, by file name, and the refusals of files that could not be read."""

    found: dict[str, T]
    malformed: tuple[Malformed, ...]


def shipped(folder: str, parse: Callable[[bytes, str], T]) -> Shipped[T]:
    """Every TOML file of `resources/<folder>`, each read by `parse`; read once as long as the program runs."""
    return _read(resources.path(folder), parse)


@cache
def _read(folder: Path, parse: Callable[[bytes, str], T]) -> Shipped[T]:
    found: dict[str, T] = {}
    malformed: list[Malformed] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path.name] = parse(path.read_bytes(), path.name)
        except Malformed as refusal:
            malformed.append(refusal)
        except OSError:
            malformed.append(Malformed(f"“{path.name}”: the file is there but cannot be opened."))
    return Shipped(found, tuple(malformed))
