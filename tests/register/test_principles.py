"""The set of principles is written as a whole, in versions; an example is offered once a year, and never owed."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.year import Year
from scrutineer.register.principles import Worded
from tests.factories import TODAY
from tests.register.conftest import refused

SET = [Worded("We welcome challenge", "It helps us learn."), Worded("We see the child"), Worded(" ")]


def said(principles):
    return [(one.version, one.place, one.title, one.text) for one in principles]


def test_a_set_keeps_its_order_and_its_day(register):
    written = register.principles.write(SET, TODAY, "Strategic Board")
    assert said(register.principles.current()) == [
        (1, 1, "We welcome challenge", "It helps us learn."), (1, 2, "We see the child", ""),
    ]  # fmt: skip
    assert {(one.agreed_on, one.agreed_by) for one in written} == {(TODAY, "Strategic Board")}


def test_what_was_agreed_stays_and_the_next_set_is_its_next_version(register):
    register.principles.write(SET, TODAY)
    register.principles.write(SET[1:], TODAY)
    assert [[one.title for one in version] for version in register.principles.versions()] == [
        ["We welcome challenge", "We see the child"], ["We see the child"],
    ]  # fmt: skip
    assert {one.version for one in register.principles.current()} == {2}


def test_a_set_that_was_not_agreed_yet_is_replaced(register):
    register.principles.write(SET[:1], None)
    register.principles.write(SET, None)
    register.principles.write(SET[1:], TODAY)
    assert [[one.title for one in version] for version in register.principles.versions()] == [["We see the child"]]
    assert {one.version for one in register.principles.current()} == {1}


def test_a_set_has_a_principle_and_is_not_agreed_on_a_day_to_come(register):
    assert list(refused(register.principles.write, SET[2:], date(2027, 1, 1))) == ["words", "agreed_on"]
    assert register.principles.current() == []


def test_an_example_is_offered_once_a_year(register):
    first, second = register.principles.write(SET, TODAY)
    offered = register.principle_examples.is_offered
    register.principle_examples.note(first.id, "The year before.", date(2026, 3, 31))
    assert offered(first.id)
    noted = register.principle_examples.note(first.id, "The trust asked me in.", TODAY)
    assert not offered(first.id)
    assert offered(second.id)
    assert register.principle_examples.of(first.id)[0] == noted
    assert register.principle_examples.of_year(Year(2026)) == [noted]
    assert noted.scrutineer_id == register.desk.me


def test_an_example_has_its_words_and_its_day(register):
    [first] = register.principles.write(SET[:1], TODAY)
    assert list(refused(register.principle_examples.note, first.id, " ", None)) == ["happened_on", "text"]
