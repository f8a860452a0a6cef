"""How kinds of line are reached, and how deadlines are spoken of."""

from datetime import date

from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.meeting_page import LineKind
from scrutineer.ui.meetings.words import KINDS, as_options, deadline, kept_words, keys_of
from tests.factories import TODAY

CALENDAR = WorkingDays()


def test_every_kind_has_a_letter_of_its_own():
    assert set(KINDS.values()) == set(LineKind)
    assert keys_of(LineKind.ANSWER) == "Alt+A"


def test_a_deadline_counts_the_working_days_that_are_left():
    assert deadline(date(2026, 12, 4), False, TODAY, CALENDAR) == "papers due 4 Dec, 9 working days left"
    assert deadline(TODAY, False, TODAY, CALENDAR) == "papers due 23 Nov, today"
    assert deadline(date(2026, 11, 20), False, TODAY, CALENDAR) == "papers were due 20 Nov"
    assert deadline(date(2026, 12, 4), True, TODAY, CALENDAR).endswith("one is issued")
    assert deadline(None, False, TODAY, CALENDAR) == ""


def test_what_was_kept_is_counted_without_the_notes():
    assert kept_words(((LineKind.NOTE, 3), (LineKind.ANSWER, 2), (LineKind.STRENGTH, 1))) == "2 answers, 1 strength"


def test_more_is_asked_of_an_answer_and_of_a_decision_on_a_recommendation():
    assert [one.id for one in as_options(LineKind.ANSWER, "challenge")] == [
        "noted", "accepted", "partly_accepted", "not_accepted"]
    assert [one.id for one in as_options(LineKind.DECISION, "recommendation")] == [
        "accepted", "amended", "declined", "awaiting"]
    assert as_options(LineKind.DECISION, "challenge") == as_options(LineKind.STRENGTH, "challenge") == []
