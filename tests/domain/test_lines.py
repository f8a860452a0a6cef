"""What a list shows of a challenge: its parties, its count, and whom it waits for since when."""

import pytest

from scrutineer.domain.action import Seen
from scrutineer.domain.challenge import ImpactLevel, Priority, Stage, Status
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.lines import (
    THE_PARTNERSHIP,
    ActionLine,
    ChallengeLine,
    EvidenceLine,
    SourceLine,
    StoredParty,
    joint_name,
    succeeded_name,
)
from tests.factories import TODAY


def a_line(*parties: str, status: str = "raised", **over) -> ChallengeLine:
    """A line with parties written `name status day`, and `- mine` after them where the next step is mine."""
    line = ChallengeLine(
        id="c", reference="EX-C-2026-014", title="Fathers", status=status, priority="urgent", stage="0_direct",
        raised_on="2026-11-01", closed_on=None, impact_level=None, next_due=None, next_on=None,
        stored=tuple(_stored(*party.split(" ")) for party in parties),
        for_me=sum(party.endswith("mine") for party in parties),
    )  # fmt: skip
    return line._replace(**over)


def _stored(name: str, status: str, day: str = "", mine: str = "") -> StoredParty:
    return name, status, day.strip("-") and day, bool(mine), (f"the id of {name}",)


def test_parties_come_out_as_they_were_stored():
    line = a_line("Police responded - mine", "ICB raised 2026-11-10", "LA raised")
    assert line.parties[0] == ("Police", Status.RESPONDED, None, True)
    assert line.parties[1] == ("ICB", Status.RAISED, TODAY.replace(day=10), False)
    assert line.put_to == "Police, ICB, LA"
    assert line.status_words == "Raised · 1 of 3 answered"
    assert a_line().parties == ()


def test_its_agencies_are_those_of_all_its_parties():
    line = a_line("Police raised", stored=(
        ("Police", "raised", None, False, ("p",)), (THE_PARTNERSHIP, "raised", None, False, ()),
        (joint_name("ICB", ["LA"]), "raised", None, False, ("i", "l")),
    ))  # fmt: skip
    assert line.agencies == ("p", "i", "l")
    assert line.put_to == "Police, The Partnership, ICB (lead) with LA"
    assert a_line().agencies == ()


def test_a_party_that_was_handed_its_part_says_from_whom():
    assert succeeded_name("ICB", "CCG") == "ICB (formerly CCG)"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (a_line(status="draft"), "me, to put it"),
        (a_line("ICB raised 2026-11-26"), "ICB · 26 Nov"),
        (a_line("ICB raised 2026-11-23"), "ICB · 23 Nov"),
        (a_line("ICB raised 2026-11-10"), "ICB since 10 Nov"),
        (a_line("ICB raised 2026-11-26", "LA acknowledged 2026-11-26"), "ICB and LA · 26 Nov"),
        (a_line("ICB raised 2026-12-10", "LA raised 2026-11-10"), "LA since 10 Nov, ICB · 10 Dec"),
        (a_line("ICB raised", "LA raised 2026-11-26"), "LA · 26 Nov, ICB"),
        (a_line("ICB raised 2026-11-26", "LA responded - mine"), "me, ICB · 26 Nov"),
        (a_line("ICB closed", status="closed"), "nobody"),
        (a_line(status="raised"), "nobody"),
    ],
)
def test_it_waits_for_each_party_with_its_own_date(line, words):
    assert line.waiting_for(TODAY) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (a_line("ICB action_agreed"), "actions"),
        (a_line("ICB action_agreed 2026-12-14"), "actions · 14 Dec"),
        (a_line("ICB action_agreed 2026-11-22"), "actions since 22 Nov"),
        (a_line("ICB action_agreed 2026-12-14", "LA action_agreed 2026-12-01"), "actions · 1 Dec"),
        (a_line("ICB action_agreed 2026-12-14", "LA action_agreed"), "actions · 14 Dec"),
        (a_line("ICB action_agreed - mine", status="action_agreed"), "me"),
        (a_line("ICB action_agreed - mine", "LA action_agreed 2026-12-14"), "me, actions · 14 Dec"),
        (a_line("ICB testing_impact"), "my test"),
        (a_line("ICB testing_impact 2026-12-21"), "my test · 21 Dec"),
        (a_line("ICB testing_impact 2026-11-23"), "my test · 23 Nov"),
        (a_line("ICB testing_impact 2026-11-02"), "my test since 2 Nov"),
        (a_line("ICB testing_impact 2026-12-21", "LA action_agreed 2026-12-14", "Police closed"),
         "actions · 14 Dec, my test · 21 Dec"),
        (a_line("ICB raised 2026-11-26", "LA action_agreed 2026-11-10"), "actions since 10 Nov, ICB · 26 Nov"),
        (a_line(status="action_agreed"), "actions"),
        (a_line(status="testing_impact"), "my test"),
    ],
)
def test_after_the_answers_it_waits_for_the_first_of_the_open_actions_and_for_my_test(line, words):
    assert line.waiting_for(TODAY) == words


def test_it_is_late_after_the_day_and_not_on_it():
    assert a_line(next_due="2026-11-22").is_awaited_late("2026-11-23")
    assert not a_line(next_due="2026-11-23").is_awaited_late("2026-11-23")
    assert not a_line(next_due=None).is_awaited_late("2026-11-23")


def test_codes_are_read_as_terms():
    line = a_line(impact_level="2_process_changed")
    assert (line.importance, line.rung, line.level) == (Priority.URGENT, Stage.DIRECT, ImpactLevel.PROCESS_CHANGED)
    assert a_line().level is None


@pytest.mark.parametrize("status", Status)
def test_open_means_put_and_not_ended(status):
    assert a_line(status=status.value).is_open is (status is not Status.DRAFT and not status.is_ended)


def an_action_line(**over) -> ActionLine:
    usual = dict.fromkeys(ActionLine._fields, None) | {"kind": "action", "status": "open", "moves": 0}
    return ActionLine(**usual | over)


def test_an_action_is_late_after_its_day_while_something_is_expected():
    assert an_action_line(due_on="2026-11-22").is_late("2026-11-23")
    assert not an_action_line(due_on="2026-11-23").is_late("2026-11-23")
    assert not an_action_line(due_on="2026-11-22", status="done").is_late("2026-11-23")
    assert not an_action_line(due_on=None).is_late("2026-11-23")


def test_what_is_reported_done_awaits_a_look_until_something_was_seen_or_it_cannot_be_told():
    waits = {seen: an_action_line(status="done", seen=seen).awaits_a_look for seen in (None, *map(str, Seen))}
    assert waits == {None: True, "as_reported": False, "in_part": False, "not_yet": True, "cannot_tell": False}
    assert not an_action_line(status="in_progress").awaits_a_look


def test_a_line_of_evidence_is_known_by_its_source():
    source = SourceLine("s", "activity", "", "Visit", "Visit", None, EvidenceKind.OBSERVATION, True)
    assert EvidenceLine(source, None, (), (), 0, 0).id == "s"
