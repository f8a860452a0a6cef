"""The list of challenges as one question answers it: every kind of party, in order, with the day of what is next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.challenge import Addressee, ImpactLevel, PartyKind, Priority, Stage, Status
from scrutineer.domain.entity import new_id
from scrutineer.domain.lines import ChallengeLine
from scrutineer.domain.organisation import AgencyGroup
from scrutineer.storage.lines import challenge_lines, count_open, party_names
from scrutineer.storage.record import Record
from tests.factories import TODAY, a_body, a_challenge, an_action, an_agency
from tests.storage.conftest import put

LA = an_agency(name="Exampleshire Council", short_name="LA")
POLICE = an_agency()
ICB = an_agency(name="Integrated Care Board", short_name="ICB")
DISTRICT = an_agency(name="Northmoor District", short_name="")
DISTRICTS = AgencyGroup(name="The districts", short_name="Districts", agency_ids=(DISTRICT.id,))
BOARD = a_body(name="Executive Group")
DAY = timedelta(days=1)
OPEN = [status for status in Status if status is not Status.DRAFT and not status.is_ended]


@pytest.fixture
def known(record: Record) -> Record:
    """A record with agencies, a group and a body."""
    put(record, LA, POLICE, ICB, DISTRICT, DISTRICTS, BOARD)
    return record


def asked(record: Record, *parties: Addressee, **over: object) -> str:
    """A challenge put to these parties, in this order; its id."""
    challenge = a_challenge(**{"id": new_id(), "status": Status.RAISED} | over)
    put(record, challenge, *(_placed(challenge.id, part, place) for place, part in enumerate(parties)))
    return challenge.id


def _placed(challenge_id: str, part: Addressee, place: int) -> Addressee:
    return Addressee(**{**vars(part), "challenge_id": challenge_id, "place": place})


def of(agency: object = POLICE, status: Status = Status.RAISED, **over: object) -> Addressee:
    """One agency's part."""
    return Addressee(agency_id=agency.id, status=status, **over)


def the_line(record: Record) -> ChallengeLine:
    (line,) = challenge_lines(record.database)
    return line


def test_what_is_stored_of_a_challenge_stands_in_its_line(known: Record):
    id_ = asked(known, reference="EX-C-2026-014", title="Fathers", priority=Priority.URGENT, stage=Stage.EXECUTIVE,
                status=Status.CLOSED, closed_on=TODAY, impact_level=ImpactLevel.PROCESS_CHANGED,
                put_for="Young scrutineers")  # fmt: skip
    assert the_line(known) == ChallengeLine(
        id=id_, reference="EX-C-2026-014", title="Fathers", status="closed", priority="urgent",
        stage="2_executive_group", raised_on="2026-10-24", closed_on="2026-11-23", impact_level="2_process_changed",
        stored=(), next_due=None, next_on=None, for_me=0, put_for="Young scrutineers",
    )  # fmt: skip


def test_every_kind_of_party_is_called_as_people_call_it(known: Record):
    together = (LA.id, POLICE.id, ICB.id)
    asked(
        known, of(DISTRICT), Addressee(kind=PartyKind.GROUP, group_id=DISTRICTS.id),
        Addressee(kind=PartyKind.BODY, body_id=BOARD.id), Addressee(kind=PartyKind.PARTNERSHIP),
        Addressee(kind=PartyKind.JOINT, agency_ids=together, lead_id=POLICE.id),
        Addressee(kind=PartyKind.JOINT, agency_ids=together),
    )  # fmt: skip
    assert [party.name for party in the_line(known).parties] == [
        "Northmoor District", "Districts", "Executive Group", "The Partnership", "Police (lead) with LA and ICB",
        "LA, Police and ICB jointly",
    ]  # fmt: skip


def test_parties_stand_in_the_order_in_which_they_were_named(known: Record):
    challenge = a_challenge(status=Status.RAISED)
    found = [_placed(challenge.id, of(agency), place) for place, agency in enumerate((ICB, LA, POLICE))]
    put(known, challenge, *reversed(found))
    assert the_line(known).put_to == "ICB, LA, Police"


def test_a_part_that_was_handed_over_says_from_whom(known: Record):
    former = an_agency(name="Clinical Commissioning Group", short_name="CCG", ends_on=TODAY)
    put(known, former)
    asked(known, of(ICB, formerly_id=former.id), of(LA))
    assert the_line(known).put_to == "ICB (formerly CCG), LA"


def test_what_was_removed_since_is_called_what_it_was(known: Record):
    asked(known, of(ICB))
    with known.gate.act() as act:
        act.remove(known.reader.get(type(ICB), ICB.id))
    assert the_line(known).put_to == "ICB"


def test_its_agencies_are_known_whether_they_answer_alone_or_jointly(known: Record):
    asked(known, of(ICB), Addressee(kind=PartyKind.JOINT, agency_ids=(LA.id, POLICE.id)),
          Addressee(kind=PartyKind.GROUP, group_id=DISTRICTS.id))  # fmt: skip
    assert the_line(known).agencies == (ICB.id, LA.id, POLICE.id)


def test_what_was_removed_is_left_out(known: Record):
    kept, gone = of(LA), of(ICB)
    asked(known, kept, gone, title="Kept")
    removed = asked(known, title="Removed")
    with known.gate.act() as act:
        act.remove(known.reader.get(Addressee, gone.id))
        act.remove(known.reader.get(type(a_challenge()), removed))
    assert (the_line(known).title, the_line(known).put_to) == ("Kept", "LA")


@pytest.mark.parametrize("status", OPEN)
def test_the_day_of_what_comes_next_follows_from_where_a_party_stands(known: Record, status: Status):
    part = of(status=status, due_on=TODAY + DAY, test_on=TODAY + 3 * DAY)
    asked(known, part)
    put(known, an_action(addressee_id=part.id, due_on=TODAY + 2 * DAY))
    line, (party,) = the_line(known), the_line(known).parties
    days = {Status.RESPONDED: None, Status.ACTION_AGREED: 2, Status.TESTING_IMPACT: 3}
    day = days.get(status, 1)
    assert party.next_on == (day and TODAY + day * DAY)
    assert line.next_on == (party.next_on and party.next_on.isoformat())
    assert line.next_due == (line.next_on if status.awaits_answer else None)
    assert (party.is_mine, line.for_me) == ((True, 1) if status is Status.RESPONDED else (False, 0))


def test_of_several_parties_the_earliest_day_counts_and_those_that_wait_for_me(known: Record):
    asked(
        known, of(LA, due_on=TODAY + 5 * DAY), of(POLICE, due_on=TODAY + 4 * DAY), of(ICB, Status.RESPONDED),
        of(DISTRICT, Status.TESTING_IMPACT, test_on=TODAY + DAY), of(LA, Status.CLOSED, due_on=TODAY - DAY),
        of(ICB, Status.RESPONDED),
    )  # fmt: skip
    line = the_line(known)
    assert (line.next_due, line.next_on, line.for_me) == ("2026-11-27", "2026-11-24", 2)


def test_only_actions_that_are_still_to_do_are_waited_for(known: Record):
    part = of(status=Status.ACTION_AGREED)
    asked(known, part)
    found = [
        an_action(addressee_id=part.id, due_on=TODAY + DAY, status=ActionStatus.DONE, done_on=TODAY),
        an_action(addressee_id=part.id, due_on=TODAY + 2 * DAY, status=ActionStatus.DROPPED, dropped_because="No."),
        an_action(addressee_id=part.id, due_on=TODAY + 3 * DAY),
        an_action(addressee_id=part.id, due_on=TODAY + 4 * DAY, status=ActionStatus.IN_PROGRESS),
        an_action(addressee_id=part.id, due_on=TODAY + 5 * DAY),
        an_action(addressee_id=part.id, due_on=None),
    ]
    put(known, *found)
    with known.gate.act() as act:
        act.remove(found[2])
    assert the_line(known).waiting_for(TODAY) == "actions · 27 Nov"


def test_once_every_action_is_settled_the_next_step_is_mine(known: Record):
    part = of(status=Status.ACTION_AGREED)
    asked(known, part)
    put(known, an_action(addressee_id=part.id, status=ActionStatus.DONE, done_on=TODAY))
    assert (the_line(known).waiting_for(TODAY), the_line(known).for_me) == ("me", 1)


def test_what_was_put_last_comes_first_and_drafts_before_all(known: Record):
    asked(known, title="Draft", status=Status.DRAFT, raised_on=None, reference="EX-C-2026-001")
    for number in (2, 3, 4):
        asked(known, title=str(number), raised_on=TODAY - (number == 3) * DAY, reference=f"EX-C-2026-00{number}")
    assert [line.title for line in challenge_lines(known.database)] == ["Draft", "4", "2", "3"]


def test_some_are_read_by_their_ids_each_just_as_among_all(known: Record):
    part = of(LA, Status.ACTION_AGREED)
    first = asked(known, part, Addressee(kind=PartyKind.JOINT, agency_ids=(LA.id, ICB.id), lead_id=ICB.id))
    second = asked(known, of(POLICE, due_on=TODAY), Addressee(kind=PartyKind.PARTNERSHIP))
    put(known, an_action(addressee_id=part.id, due_on=TODAY + DAY))
    among_all = {line.id: line for line in challenge_lines(known.database)}
    for ids in ([first], [second], [first, second, "gone"]):
        assert {line.id: line for line in challenge_lines(known.database, ids)} == {
            id_: among_all[id_] for id_ in ids if id_ != "gone"
        }
    assert challenge_lines(known.database, []) == []


def test_to_read_one_again_takes_as_much_beside_many_as_beside_none(known: Record):
    """Counted in steps of the database’s own machine, which are the same on every computer."""

    def another() -> str:
        part = of(POLICE, Status.ACTION_AGREED)
        id_ = asked(known, part, Addressee(kind=PartyKind.JOINT, agency_ids=(LA.id, ICB.id)))
        put(known, an_action(addressee_id=part.id))
        return id_

    one = another()
    alone = steps_of(known, lambda: challenge_lines(known.database, [one]))
    for _ in range(40):
        another()
    assert steps_of(known, lambda: challenge_lines(known.database, [one])) < alone + 20
    assert steps_of(known, lambda: challenge_lines(known.database)) > alone + 1000


def steps_of(record: Record, act: Callable[[], object]) -> int:
    """How many steps the database takes for an act."""
    steps = []
    connection = record.database.connection()
    connection.set_progress_handler(lambda: steps.append(1), 1)
    try:
        act()
    finally:
        connection.set_progress_handler(None, 1)
    return len(steps)


def test_what_was_put_and_has_not_ended_is_counted(known: Record):
    for status in Status:
        asked(known, status=status)
    with known.gate.act() as act:
        act.remove(known.reader.all(type(a_challenge()), status=Status.RAISED)[0])
    assert count_open(known.database) == len(OPEN) - 1


def test_some_parties_are_called_in_a_question_of_their_own_as_in_the_list(known: Record):
    former = an_agency(name="Clinical Commissioning Group", short_name="CCG", ends_on=TODAY)
    put(known, former)
    together = Addressee(kind=PartyKind.JOINT, agency_ids=(LA.id, POLICE.id))
    parts = [of(ICB, formerly_id=former.id), together, Addressee(kind=PartyKind.BODY, body_id=BOARD.id), of(LA)]
    asked(known, *parts)
    names = party_names(known.database, [part.id for part in parts[:3]])
    assert [names[part.id] for part in parts[:3]] == ["ICB (formerly CCG)", "LA and Police jointly", "Executive Group"]
    assert parts[3].id not in names
