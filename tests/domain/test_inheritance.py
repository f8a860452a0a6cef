"""Nothing is classified twice: what is left open is taken over, what is said of its own stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.inheritance import PASSED_ON, follow, inherit
from scrutineer.domain.plan import PlanItem

SOME = st.lists(st.sampled_from("abcd"), max_size=3, unique=True).map(tuple)
SAID = st.fixed_dictionaries(dict.fromkeys(PASSED_ON, SOME))


def _said(entity):
    return {name: getattr(entity, name) for name in PASSED_ON if hasattr(entity, name)}


@given(SAID, SAID, SAID)
def test_from_the_plan_to_the_challenge_only_exceptions_differ(planned, seen, found):
    activity = inherit(Activity(**seen), PlanItem(**planned))
    finding = inherit(Finding(**found), activity)
    challenge = inherit(Challenge(), finding)
    for name in PASSED_ON:
        assert getattr(finding, name) == (found[name] or seen[name] or planned[name])
        assert getattr(activity, name) == (seen[name] or planned[name])
    assert _said(challenge) == {name: value for name, value in _said(finding).items() if name != "agency_ids"}


@given(SAID, SAID, SAID)
def test_what_was_taken_over_follows_a_change_and_an_exception_stays(before, after, own):
    taken, exception = follow(Finding(**before), Activity(**before), Activity(**after)), Finding(**own)
    assert _said(taken) == after
    followed = follow(exception, Activity(**before), Activity(**after))
    for name in PASSED_ON:
        assert getattr(followed, name) == (after[name] if own[name] == before[name] else own[name])


@given(SAID, SAID)
def test_taking_over_twice_is_taking_over_once(own, source):
    once = inherit(Finding(**own), Activity(**source))
    assert inherit(once, Activity(**source)) == once


def test_without_a_source_nothing_changes():
    finding = Finding(themes=("Neglect",))
    assert inherit(finding, None) is finding
