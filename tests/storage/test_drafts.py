from datetime import timedelta

import pytest

from scrutineer.storage import history
from scrutineer.storage.drafts import Drafts
from tests.factories import MOMENT


def test_a_draft_survives_closing_and_opening(record, reopened):
    Drafts(record.database).keep("challenge:new", {"title": "Fathers", "text": "1\n2 “quoted” \U0001f9a6"}, MOMENT)
    drafts = Drafts(reopened().database)
    assert drafts.kept("challenge:new") == {"title": "Fathers", "text": "1\n2 “quoted” \U0001f9a6"}


def test_a_draft_is_replaced_and_forgotten_and_the_newest_comes_first(record):
    drafts = Drafts(record.database)
    for minute, place in enumerate(["a", "b", "a"]):
        drafts.keep(place, {"text": str(minute)}, MOMENT + timedelta(minutes=minute))
    assert drafts.places() == ["a", "b"]
    assert drafts.kept("a") == {"text": "2"}
    drafts.forget("a")
    assert drafts.kept("a") == {}
    assert drafts.places() == ["b"]


def test_whatever_is_pasted_can_be_kept(record):
    drafts = Drafts(record.database)
    drafts.keep("a", {"text": "half \ud83d a pair\0, cafe\u0301  "}, MOMENT)
    assert drafts.kept("a") == {"text": "half  a pair, caf\u00e9  "}


def test_a_draft_leaves_no_line_of_history(record):
    Drafts(record.database).keep("a", {"text": "words"}, MOMENT)
    assert history.count(record.database) == 0


def test_the_time_of_a_draft_must_say_its_zone(record):
    with pytest.raises(ValueError, match="time zone"):
        Drafts(record.database).keep("a", {}, MOMENT.replace(tzinfo=None))
