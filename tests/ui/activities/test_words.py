"""How an activity came about, in words; what I did by myself is not worth a word."""

from scrutineer.domain.activity import AskedBy, FindingKind, LedBy, MyPart
from scrutineer.domain.organisation import Serves
from scrutineer.ui.activities.words import HEADINGS, INVITES, challenge_words, invited, led
from tests.factories import a_challenge, an_activity


def test_every_kind_has_its_heading_and_strengths_come_before_concerns():
    assert list(HEADINGS) == list(INVITES) == list(FindingKind)
    assert next(iter(HEADINGS.values())) == "What works"
    assert list(HEADINGS.values())[-1] == "What concerns me"


def test_an_invitation_is_shown_as_one():
    assert invited(AskedBy.PRACTITIONERS, Serves.CHILDREN) == "Invited by practitioners"
    assert invited(AskedBy.REVIEW, Serves.CHILDREN) == "Asked for by a review"
    assert invited(AskedBy.SCRUTINEER, Serves.CHILDREN) == ""
    assert all(invited(asked_by, Serves.CHILDREN) for asked_by in AskedBy if asked_by is not AskedBy.SCRUTINEER)


def test_who_led_and_what_my_part_was_are_said_unless_i_led():
    assert led(an_activity(), Serves.CHILDREN) == ""
    assert led(an_activity(led_by=LedBy.YOUNG_PEOPLE, my_part=MyPart.TOOK_PART), Serves.CHILDREN) == (
        "Led by young people · I took part"
    )
    assert led(an_activity(my_part=MyPart.OVERSAW), Serves.CHILDREN) == "I oversaw it"


def test_who_led_and_who_asked_follow_from_whom_the_partnership_serves():
    assert led(an_activity(led_by=LedBy.YOUNG_PEOPLE, my_part=MyPart.TOOK_PART), Serves.ADULTS) == (
        "Led by experts by experience · I took part"
    )
    assert invited(AskedBy.CHILDREN_FAMILIES, Serves.ADULTS) == "Invited by adults or their families"
    assert invited(AskedBy.CHILDREN_FAMILIES, Serves.CHILDREN) == "Invited by children or families"


def test_a_challenge_is_known_by_its_short_reference_and_its_step():
    assert challenge_words(a_challenge(reference="EX-C-2026-014")) == "C-2026-014 · Draft"
