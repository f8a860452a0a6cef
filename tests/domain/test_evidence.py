"""Of which kind what shows it is, and how far up the ladder that carries: by kinds alone, never by words."""

from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.action import Seen
from scrutineer.domain.activity import ActivityStatus, ActivityType, FindingKind
from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.evidence import (
    INDEPENDENT,
    LARGEST_FILE,
    EvidenceKind,
    EvidenceLink,
    highest_level,
    in_megabytes,
    is_independent,
    kind_of,
    kinds_of_source,
    why_capped,
)
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.update import Side
from tests.factories import (
    a_finding,
    a_meeting,
    a_reply,
    a_response,
    an_activity,
    an_attachment,
    an_evidence,
    an_update,
    filled,
)

KINDS = st.sampled_from(EvidenceKind)
MAY_BE_MORE = INDEPENDENT | {EvidenceKind.SINGLE_AUDIT}
OWN_ACCOUNT = {
    EvidenceKind.AGENCY_STATEMENT, EvidenceKind.POLICY, EvidenceKind.MINUTES, EvidenceKind.TRAINING,
    EvidenceKind.SINGLE_AUDIT, EvidenceKind.REVIEW,
}  # fmt: skip


def test_what_an_agency_says_of_itself_and_what_others_saw_are_told_apart():
    assert set(EvidenceKind) - INDEPENDENT == OWN_ACCOUNT


@given(KINDS, st.booleans())
def test_an_entry_counts_by_its_kind_and_an_agency_s_own_audit_once_it_was_sampled(kind, sampled):
    entry = an_evidence(kind=kind, is_sampled=sampled)
    assert kind_of(entry) is kind
    assert is_independent(entry) is (kind in INDEPENDENT or (kind is EvidenceKind.SINGLE_AUDIT and sampled))


@pytest.mark.parametrize(
    ("record", "kind", "counts"),
    [
        (a_reply(), EvidenceKind.AGENCY_STATEMENT, False),
        (a_response(), EvidenceKind.AGENCY_STATEMENT, False),
        (a_meeting(), EvidenceKind.MINUTES, False),
        (an_update(), EvidenceKind.AGENCY_STATEMENT, False),
        (an_update(seen=Seen.AS_REPORTED), EvidenceKind.AGENCY_STATEMENT, False),
        (an_update(side=Side.SEEN, seen=Seen.AS_REPORTED), EvidenceKind.OBSERVATION, True),
        (an_update(side=Side.SEEN, seen=Seen.IN_PART), EvidenceKind.OBSERVATION, True),
        (an_update(side=Side.SEEN, seen=Seen.NOT_YET), EvidenceKind.OBSERVATION, False),
        (an_update(side=Side.SEEN, seen=Seen.CANNOT_TELL), EvidenceKind.OBSERVATION, False),
        (an_activity(type=ActivityType.FRONT_LINE_VISIT), EvidenceKind.OBSERVATION, True),
        (an_activity(type=ActivityType.SINGLE_AGENCY_AUDIT_REVIEW), EvidenceKind.SINGLE_AUDIT, True),
        (an_activity(type=ActivityType.DOCUMENT_REVIEW), EvidenceKind.POLICY, False),
        (an_activity(type=ActivityType.LEADER_INTERVIEW), EvidenceKind.AGENCY_STATEMENT, False),
        (an_activity(type=ActivityType.CHILDREN_ENGAGEMENT), EvidenceKind.CHILDREN, True),
        (a_finding(), EvidenceKind.OBSERVATION, True),
        (a_finding(kind=FindingKind.VOICE), EvidenceKind.PRACTITIONERS, True),
    ],
)
def test_the_kind_follows_from_the_record(record, kind, counts):
    assert (kind_of(record), is_independent(record)) == (kind, counts)


@pytest.mark.parametrize("status", ActivityStatus)
@pytest.mark.parametrize("type_", ActivityType)
def test_what_has_not_taken_place_shows_nothing_yet(type_, status):
    visit = an_activity(type=type_, status=status)
    assert is_independent(visit) is (status.is_done and is_independent(an_activity(type=type_)))


@pytest.mark.parametrize("kind", FindingKind)
@pytest.mark.parametrize("type_", ActivityType)
def test_a_finding_is_of_the_kind_of_its_activity_and_a_voice_never_lifts_an_agency_s_own_account(type_, kind):
    visit = an_activity(type=type_)
    finding = a_finding(kind=kind, activity_id=visit.id)
    if kind is FindingKind.VOICE and kind_of(visit) is EvidenceKind.OBSERVATION:
        assert kind_of(finding, visit) is EvidenceKind.PRACTITIONERS
    else:
        assert kind_of(finding, visit) is kind_of(visit)
    assert is_independent(finding, visit) is is_independent(visit)


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)
def test_any_record_at_all_may_show_something_and_is_at_least_somebody_s_word(cls):
    assert kind_of(filled(cls, "Marker")) in EvidenceKind


@given(st.booleans(), st.booleans())
def test_the_highest_level_follows_from_kinds_and_re_tests(independent, lasted):
    expected = 2 if not independent else 5 if lasted else 4
    assert highest_level(has_independent=independent, has_lasted=lasted).rung == expected


@given(st.sampled_from(list(ImpactLevel)[3:]), st.lists(KINDS), st.booleans(), st.booleans())
def test_why_a_level_cannot_be_chosen_is_said_without_calling_what_was_seen_the_agency_s_own(
    level, kinds, independent, lasted
):
    said = why_capped(level, kinds, has_independent=independent, has_lasted=lasted)
    assert said.endswith("or give a reason that stands in.")
    called = said.partition("own account (")[2].partition(")")[0]      # as what is called the agency's own
    assert not [kind for kind in INDEPENDENT if kind.label.lower() in called.split(", ")]
    assert ("No evidence is linked yet" in said) is (not kinds and "re-test" not in said)


def test_a_link_has_two_different_ends():
    def fields(subject, source):
        link = EvidenceLink(subject_kind="action", subject_id=subject, source_kind="finding", source_id=source)
        return [problem.field for problem in link.problems()]

    assert fields("a", "b") == []
    assert fields("a", "a") == fields("a", None) == fields(None, "b") == ["source_id"]


def test_a_file_is_no_larger_than_the_record_bears():
    assert an_attachment(size=LARGEST_FILE).problems() == []
    (problem,) = an_attachment(size=LARGEST_FILE + 1).problems()
    assert problem == ("size", "A file may have 25 MB; this one has 25.1 MB.")


@given(st.integers(1, LARGEST_FILE * 2))
def test_a_size_is_never_said_to_be_smaller_than_it_is(size):
    said, unit = in_megabytes(size).replace(",", "").split()
    assert float(said) * {"KB": 1024, "MB": 1024**2}[unit] >= size
    assert float(said) > 0


@given(st.lists(st.tuples(KINDS, st.booleans()).filter(lambda one: one[1] <= (one[0] in MAY_BE_MORE))))
def test_a_kind_of_source_is_counted_once_an_agencys_own_account_is_one_and_what_was_not_seen_is_none(shown):
    kinds = kinds_of_source(shown, attrgetter("label"))
    more = {kind for kind, is_more in shown if is_more}
    assert len(kinds) == len(set(kinds))
    assert len(kinds) <= len(set(shown))
    assert len(kinds) >= len(more)
    own = {kind for kind, is_more in shown if not is_more} - INDEPENDENT - {EvidenceKind.REVIEW}
    assert ("the agency’s own account" in kinds) == bool(own)
