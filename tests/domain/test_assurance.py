"""What a judgement is about, and what it cannot be without."""

from __future__ import annotations

import pytest

from scrutineer.domain.assurance import Confirmation, Conflict, JudgedKind, Judgement
from tests.factories import TODAY

ABOUT = {
    JudgedKind.FRAMEWORK_ITEM: "framework_item", JudgedKind.PRIORITY: "priority_id", JudgedKind.AGENCY: "agency_id",
}  # fmt: skip


def refused(entity) -> dict[str, str]:
    return dict(entity.problems())


@pytest.mark.parametrize(("kind", "name"), ABOUT.items())
def test_a_judgement_of_one_of_several_says_which_and_its_subject_is_the_same_in_every_period(kind, name):
    assert refused(Judgement(kind=kind, rating="limited")) == {"kind": "Choose what the judgement is about."}
    one = Judgement(kind=kind, rating="limited", **{name: "this"})
    assert one.problems() == []
    assert one.subject == (kind.value, "this")
    assert Judgement(kind=kind, rating="reasonable", period_id="next", **{name: "this"}).subject == one.subject


def test_the_overall_opinion_is_about_nothing_else():
    assert Judgement(rating="limited", agency_id="a").subject == ("overall", "")
    assert list(refused(Judgement(rating=""))) == ["rating"]


def test_a_confirmation_names_its_item_and_a_conflict_says_what_it_is_and_since_when():
    assert list(refused(Confirmation(framework_item=""))) == ["framework_item"]
    assert list(refused(Conflict(text=""))) == ["noted_on", "text"]
    assert Conflict(text="I chaired a panel there.", noted_on=TODAY).problems() == []
