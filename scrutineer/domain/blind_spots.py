"""What nobody has looked at, in words: agencies, levels, forms, priorities and framework items.

A blind spot is never a reproach to anybody; it says where scrutiny has not been, and when it was last there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from scrutineer.domain.activity import ActivityType, Level
from scrutineer.domain.activity_form import Family, family_of
from scrutineer.domain.coverage import Heading, Keys, Piece, Side, latest, plainly, touched
from scrutineer.domain.dates import short_date
from scrutineer.domain.organisation import Serves
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import listed

_REACHED = {
    Level.FRONT_LINE: "the front line", Level.MANAGERS: "managers",
    Level.EXECUTIVE: "sub-groups and the executive", Level.BOARD: "the Board",
}  # fmt: skip


class Since(NamedTuple):
    """From which day on something must have been looked at, and how that is said: `in the last twelve months`."""

    day: date
    words: str


class BlindSpot(NamedTuple):
    """One sentence, and the record it is about, if it is about one: its kind and id, or "" and ""."""

    sentence: str
    kind: str = ""
    id: str = ""


class Watched(NamedTuple):
    """What could have been looked at: agencies, priorities and items of the chosen framework."""

    agencies: Sequence[Heading]
    agencies_of: Keys
    priorities: Sequence[Heading] = ()
    items: Sequence[Heading] = ()
    serves: Serves = Serves.CHILDREN


def blind_spots(pieces: Sequence[Piece], watched: Watched, since: Since) -> list[BlindSpot]:
    """Every blind spot: agencies first, then levels, priorities, items, and forms last.

    The pieces come with the latest first, and reach as far back as the record does.
    """
    first_day = since.day.isoformat()
    recent = [one for one in pieces if one.held_on >= first_day]
    return [
        *_agencies(pieces, watched, since), *_levels(recent, watched, since), *_priorities(pieces, watched, since),
        *_items(recent, watched, since), *_forms(recent, watched.serves, since),
    ]  # fmt: skip


def _agencies(pieces: Sequence[Piece], watched: Watched, since: Since) -> Iterator[BlindSpot]:
    last = latest(pieces, watched.agencies_of, [one.id for one in watched.agencies])
    for one in watched.agencies:
        if (seen := last.get(one.id)) is None or seen < since.day:
            yield BlindSpot(f"Nobody has looked at {one.label} {since.words}; {_before(seen)}.", "agency", one.id)


def _levels(recent: Sequence[Piece], watched: Watched, since: Since) -> Iterator[BlindSpot]:
    """Levels that nothing reached; and where the front line was reached, the agencies where it was not."""
    reached = {one.level for one in recent}
    for level, words in _REACHED.items():
        if level not in reached:
            yield BlindSpot(f"No scrutiny reached {words} {since.words}.")
    if Level.FRONT_LINE not in reached:
        return
    there = [one for one in recent if one.level == Level.FRONT_LINE.value]
    in_front, seen = touched(there, watched.agencies_of), touched(recent, watched.agencies_of)
    missed = [one.label for one in watched.agencies if one.id in seen and one.id not in in_front]
    if missed:
        yield BlindSpot(f"No scrutiny reached the front line at {listed(missed)} {since.words}.")


def _priorities(pieces: Sequence[Piece], watched: Watched, since: Since) -> Iterator[BlindSpot]:
    last = latest(pieces, plainly(Side.PRIORITY), [one.id for one in watched.priorities])
    for one in watched.priorities:
        if (seen := last.get(one.id)) is None or seen < since.day:
            sentence = f"No scrutiny was about the priority “{one.label}” {since.words}; {_before(seen)}."
            yield BlindSpot(sentence, "priority", one.id)


def _items(recent: Sequence[Piece], watched: Watched, since: Since) -> Iterator[BlindSpot]:
    seen = touched(recent, plainly(Side.ITEM))
    missed = [f"“{one.label}”" for one in watched.items if one.id not in seen]
    if missed and seen:      # where nothing at all was held against a framework, nobody works with it
        yield BlindSpot(f"No scrutiny was held against {listed(missed)} {since.words}.")


def _forms(recent: Sequence[Piece], serves: Serves, since: Since) -> Iterator[BlindSpot]:
    """Families of forms that nobody used; and within those that were used, the forms that were not."""
    used = {ActivityType(code) for code in {one.form for one in recent}}
    families = {family_of(form) for form in used}
    if missed := [one.label.lower() for one in Family if one not in families and one is not Family.DISAGREEMENT]:
        yield BlindSpot(f"Kinds of scrutiny not used {since.words}: {listed(missed)}.")
    forms = [one for one in ActivityType if one not in used and one is not ActivityType.OTHER]
    if missed := [_small(label_for(one, serves)) for one in forms if family_of(one) in families]:
        yield BlindSpot(f"Of the kinds that were used, these forms were not: {listed(missed)}.")


def _small(label: str) -> str:
    """A label within a sentence; `LCSPR` and `Section 11` keep their capitals."""
    return label if label[1:2].isupper() or label.startswith("Section") else label[:1].lower() + label[1:]


def _before(seen: date | None) -> str:
    return f"last seen {short_date(seen)}" if seen else "nothing earlier is on record"
