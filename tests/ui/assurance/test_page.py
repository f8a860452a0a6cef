"""The Assurance screen: its parts stand behind chips, each made and read when it is wanted."""

from __future__ import annotations

from typing import ClassVar

import pytest

from scrutineer.domain.assurance import Judgement
from scrutineer.register.desk import Changed
from scrutineer.ui import late
from scrutineer.ui.assurance.page import PARTS, AssuranceScreen
from scrutineer.ui.assurance.part import Part


class Other(Part):
    """A second part, which notes what it is asked."""

    shows: ClassVar[frozenset[str]] = frozenset({"agency"})

    def __init__(self, tools) -> None:
        super().__init__(tools)
        self.asked: list[object] = []

    def refresh(self, ids: frozenset[str]) -> None:
        self.asked.append(ids)

    def open(self, kind: str, id_: str) -> None:
        self.asked.append((kind, id_))


@pytest.fixture
def screen(tools, register, qtbot):
    made = AssuranceScreen(tools)
    qtbot.addWidget(made)
    register.on_change(made.note_change)
    made.resize(1280, 800)
    return made


@pytest.mark.parametrize("place", PARTS, ids=lambda place: place.code)
def test_every_part_is_found_by_its_name_and_shows_the_kinds_that_it_opens(place):
    part = late.found(place.where)
    assert issubclass(part, Part)
    assert place.kinds <= part.shows


def test_a_part_reads_when_it_is_seen_and_again_when_what_it_shows_has_changed(screen):
    part = Other(screen.tools)
    screen._parts[PARTS[0].code] = part
    screen._stack.addWidget(part)
    screen._stale.add(PARTS[0].code)
    screen.note_change(Changed(frozenset({"agency"}), frozenset({"1"})))
    assert part.asked == []
    screen.show()
    assert part.asked == [frozenset()]
    screen.note_change(Changed(frozenset({"agency"}), frozenset({"2"})))
    screen.note_change(Changed(frozenset({"challenge"}), frozenset({"3"})))
    assert part.asked == [frozenset(), frozenset({"2"})]
    screen.open("agency", "4")
    screen.open(next(iter(PARTS[0].kinds)), "5")
    assert part.asked[2:] == [(next(iter(PARTS[0].kinds)), "5")]


def test_a_judgement_stands_on_the_list(screen, register):
    judged = register.judgements.save(Judgement(rating="reasonable", bottom_line="So, on balance, good."))
    screen.show()
    assert screen.findChild(Part).table.lines.line(0).id == judged.id
