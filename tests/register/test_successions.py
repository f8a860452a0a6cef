"""Agencies are renamed, merge, split and are absorbed, and what is open goes to those who follow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Status
from scrutineer.domain.organisation import Agency, AgencyGroup, AgencySuccession, Change
from tests.factories import TODAY, a_contact, an_undertaking
from tests.register.conftest import WORDS, close, refused

DAY = timedelta(days=1)


@pytest.fixture
def after():
    """An agency that is new today."""
    return Agency(name="Exampleshire and Borders ICB", short_name="New ICB", starts_on=TODAY)


def put_to(register, *parties):
    challenge = register.challenges.put_to(Challenge(title="", text=WORDS), parties)
    return register.challenges.parts(challenge.id)


def called(register, part):
    """What a party is called, which is the same wherever it is read."""
    now = register.challenges.part(part.id)
    name = register.challenges.party_name(now)
    parts = register.challenges.parts(now.challenge_id)
    (line,) = register.challenges.lines([now.challenge_id])
    assert line.parties[[one.id for one in parts].index(now.id)].name == name
    return name


def test_one_agency_follows_another_from_a_day_on(register, begun, after):
    register.successions.follow([begun.icb], [after], Change.MERGED, TODAY)
    assert register.agencies.get(begun.icb.id).ends_on == TODAY - DAY
    assert "Exampleshire Integrated Care Board" not in {one.name for one in register.agencies.current()}
    assert register.agencies.known_as(after) == "New ICB (formerly ICB)"
    assert register.agencies.known_as(begun.la) == "LA"
    (row,) = register.desk.reader.all(AgencySuccession)
    assert (row.predecessor_id, row.successor_id, row.how, row.changed_on) == (
        begun.icb.id, after.id, Change.MERGED, TODAY
    )


def test_what_is_open_is_handed_over_and_what_was_done_stays_with_who_did_it(register, begun, put, answer, after):
    _, (_, open_part) = put()
    _, (_, acting) = put()
    _, (_, closed) = put()
    register.courses.agree_action(answer(acting).id, [Action(text="Audit."), Action(text="Tell all.")])
    done, to_do = register.challenges.actions(acting.id)
    register.actions.report_done(done.id, TODAY)
    close(register, answer(closed))
    kept = register.undertakings.promise(an_undertaking(agency_id=begun.icb.id, done_on=TODAY))
    promise = register.undertakings.promise(an_undertaking(agency_id=begun.icb.id))
    handed = register.successions.follow([begun.icb], [after], Change.RENAMED, TODAY)
    assert handed == (2, 1, 1, 0, 0)
    assert [called(register, part) for part in (open_part, acting, closed)] == [
        "New ICB (formerly ICB)", "New ICB (formerly ICB)", "ICB"
    ]
    assert register.challenges.part(open_part.id).due_on == open_part.due_on
    assert [register.actions.get(one.id).agency_id for one in (done, to_do)] == [begun.icb.id, after.id]
    assert [register.undertakings.get(one.id).agency_id for one in (kept, promise)] == [begun.icb.id, after.id]
    assert register.successions.open_with(begun.icb.id) == ([], [], [], [], [])


def test_several_merge_and_who_answered_jointly_answers_as_one(register, begun, after):
    la, police, icb = begun.partners
    both, all_three, alone = put_to(
        register, Addressee(kind=PartyKind.JOINT, agency_ids=(police, icb), lead_id=police),
        Addressee(kind=PartyKind.JOINT, agency_ids=(police, la, icb), lead_id=icb), Addressee(agency_id=icb),
    )
    register.successions.follow([begun.police, begun.icb], [after], Change.MERGED, TODAY)
    one = register.challenges.part(both.id)
    assert (one.kind, one.agency_id, one.agency_ids, one.lead_id) == (PartyKind.AGENCY, after.id, (), None)
    assert one.problems() == []
    three = register.challenges.part(all_three.id)
    assert (three.agency_ids, three.lead_id) == ((after.id, la), after.id)
    assert called(register, all_three) == "New ICB (lead) with LA (formerly ICB)"
    assert called(register, both) == called(register, alone) == "New ICB (formerly ICB)"


def test_one_is_absorbed_by_another_that_stays_and_both_may_be_asked_the_same(register, begun):
    la, police, _ = begun.partners
    one, two = put_to(register, Addressee(agency_id=la), Addressee(agency_id=police))
    register.successions.follow([begun.police, begun.la], [begun.la], Change.ABSORBED, TODAY)
    assert register.agencies.get(la).ends_on is None
    assert [called(register, part) for part in (one, two)] == ["LA", "LA (formerly Police)"]
    assert register.challenges.get(one.challenge_id).status is Status.RAISED


def test_one_splits_and_each_piece_goes_where_it_belongs(register, begun, after):
    second = Agency(name="Borders ICB", short_name="Borders", starts_on=TODAY)
    icb = begun.icb.id
    group = register.groups.save(AgencyGroup(name="Health", agency_ids=(icb, begun.la.id), lead_id=icb))
    first_part, second_part = put_to(register, Addressee(agency_id=icb), Addressee(agency_id=icb))
    promise = register.undertakings.promise(an_undertaking(agency_id=icb))
    chosen = {second_part.id: second.id, promise.id: second.id}
    register.successions.follow([begun.icb], [after, second], Change.SPLIT, TODAY, chosen)
    assert [called(register, part) for part in (first_part, second_part)] == [
        "New ICB (formerly ICB)", "Borders (formerly ICB)"
    ]
    assert register.undertakings.get(promise.id).agency_id == second.id
    now = register.groups.get(group.id)
    assert (now.agency_ids, now.lead_id) == ((after.id, second.id, begun.la.id), after.id)


def test_one_that_splits_and_goes_on_keeps_all_but_what_is_given_away(register, begun, answer, after):
    icb = begun.icb.id
    group = register.groups.save(AgencyGroup(name="Health", agency_ids=(icb, begun.la.id), lead_id=icb))
    kept, given, joint = put_to(
        register, Addressee(agency_id=icb), Addressee(agency_id=icb),
        Addressee(kind=PartyKind.JOINT, agency_ids=(begun.la.id, icb), lead_id=icb),
    )
    register.courses.agree_action(answer(given).id, [Action(text="Audit.")])
    (action,) = register.challenges.actions(given.id)
    team, clinic = (register.agencies.save(Agency(name=name, parent_id=icb)) for name in ("Team", "Clinic"))
    promise = register.undertakings.promise(an_undertaking(agency_id=icb))
    chosen = {given.id: after.id, joint.id: after.id, clinic.id: after.id}
    handed = register.successions.follow([begun.icb], [begun.icb, after], Change.SPLIT, TODAY, chosen)
    assert handed == (2, 1, 0, 1, 0)
    assert register.agencies.get(icb).ends_on is None
    assert [called(register, part) for part in (kept, given, joint)] == [
        "ICB", "New ICB (formerly ICB)", "New ICB (lead) with LA (formerly ICB)"
    ]
    assert register.actions.get(action.id).agency_id == after.id
    assert register.undertakings.get(promise.id).agency_id == icb
    assert [register.agencies.get(one.id).parent_id for one in (team, clinic)] == [icb, after.id]
    assert register.groups.get(group.id) == group
    (row,) = register.desk.reader.all(AgencySuccession)
    assert (row.predecessor_id, row.successor_id) == (icb, after.id)


def test_services_go_with_what_is_open_and_those_that_have_ended_stay(register, begun, after):
    icb = begun.icb.id
    team, clinic, ended = (
        register.agencies.save(Agency(name=name, parent_id=icb, ends_on=ends_on))
        for name, ends_on in (("Team", None), ("Clinic", TODAY), ("Old clinic", TODAY - DAY))
    )
    assert register.successions.follow([begun.icb], [after], Change.RENAMED, TODAY) == (0, 0, 0, 2, 0)
    assert [register.agencies.get(one.id).parent_id for one in (team, clinic, ended)] == [after.id, after.id, icb]


def test_a_service_that_follows_its_own_agency_is_a_service_no_longer(register, begun):
    icb = begun.icb.id
    team, clinic = (register.agencies.save(Agency(name=name, parent_id=icb)) for name in ("Team", "Clinic"))
    assert register.successions.follow([begun.icb], [team], Change.RENAMED, TODAY).services == 1
    assert register.agencies.get(team.id).parent_id is None
    assert register.agencies.get(clinic.id).parent_id == team.id


def test_an_agency_and_a_service_within_it_may_end_together(register, begun, after):
    team = register.agencies.save(Agency(name="Team", parent_id=begun.icb.id))
    assert register.successions.follow([begun.icb, team], [after], Change.MERGED, TODAY).services == 0
    now = register.agencies.get(team.id)
    assert (now.parent_id, now.ends_on) == (begun.icb.id, TODAY - DAY)


def test_what_other_fields_still_hold_names_nobody(register, begun, after):
    body, partnership = put_to(
        register, Addressee(kind=PartyKind.BODY, body_id=begun.body.id, agency_id=begun.icb.id),
        Addressee(kind=PartyKind.PARTNERSHIP, agency_ids=(begun.icb.id, begun.la.id)),
    )
    assert register.successions.follow([begun.icb], [after], Change.RENAMED, TODAY) == (0, 0, 0, 0, 0)
    assert called(register, body) == "Executive Group"
    assert called(register, partnership) == "The Partnership"


def test_who_follows_may_be_followed_in_turn(register, begun, after):
    (part,) = put_to(register, Addressee(agency_id=begun.icb.id))
    register.successions.follow([begun.icb], [after], Change.RENAMED, TODAY - 30 * DAY)
    third = Agency(name="North ICB", short_name="North")
    after = replace(register.agencies.get(after.id), starts_on=TODAY - 30 * DAY)
    register.successions.follow([after], [third], Change.MERGED, TODAY)
    assert called(register, part) == "North (formerly New ICB)"


def people(register, agency):
    return [(one.name, one.role, one.starts_on, one.ends_on) for one in register.contacts.all(agency_id=agency.id)]


def test_people_go_along_as_dated_rows_and_their_time_before_stays_on_record(register, begun, after):
    icb = begun.icb.id
    nurse = register.contacts.save(a_contact(
        agency_id=icb, name="Chief Nurse", role="Delegated partner", is_dsp=True, email="nurse@example.org",
        starts_on=date(2024, 5, 1), note="Ring before nine.", private=("note",),
    ))
    register.contacts.save(a_contact(agency_id=icb, name="Left long ago", ends_on=TODAY - 30 * DAY))
    assert register.successions.follow([begun.icb], [after], Change.RENAMED, TODAY) == (0, 0, 0, 0, 1)
    assert register.contacts.get(nurse.id).ends_on == TODAY - DAY
    assert people(register, begun.icb) == [
        ("Chief Nurse", "Delegated partner", date(2024, 5, 1), TODAY - DAY),
        ("Left long ago", "", None, TODAY - 30 * DAY),
    ]
    (now,) = register.contacts.all(agency_id=after.id)
    assert (now.name, now.role, now.is_dsp, now.email, now.note, now.private) == (
        "Chief Nurse", "Delegated partner", True, "nurse@example.org", "Ring before nine.", ("note",))
    assert (now.starts_on, now.ends_on) == (TODAY, None)
    assert register.agency_page(after.id).contacts == (now,)


def test_after_a_split_each_person_goes_where_it_was_chosen_and_who_goes_on_keeps_the_others(register, begun, after):
    first, second = (register.contacts.save(a_contact(agency_id=begun.icb.id, name=name)) for name in ("One", "Two"))
    handed = register.successions.follow(
        [begun.icb], [begun.icb, after], Change.SPLIT, TODAY, {second.id: after.id})
    assert handed.people == 1
    assert register.contacts.get(first.id).ends_on is None
    assert [one[0] for one in people(register, after)] == ["Two"]


def test_who_is_known_at_the_successor_is_not_entered_twice(register, begun):
    old = register.contacts.save(a_contact(agency_id=begun.police.id, name="The chief", role="Lead"))
    known = register.contacts.save(a_contact(agency_id=begun.la.id, name="the Chief ", role="Lead"))
    register.successions.follow([begun.police], [begun.la], Change.ABSORBED, TODAY)
    assert register.contacts.all(agency_id=begun.la.id) == [known]
    assert register.contacts.get(old.id).ends_on == TODAY - DAY


def test_who_was_to_begin_later_begins_at_the_successor(register, begun, after):
    later = register.contacts.save(a_contact(agency_id=begun.icb.id, starts_on=TODAY + DAY))
    register.successions.follow([begun.icb], [after], Change.RENAMED, TODAY)
    (now,) = register.contacts.all(agency_id=after.id)
    assert (now.id, now.starts_on, now.ends_on) == (later.id, TODAY + DAY, None)


spans = st.tuples(*[st.none() | st.integers(-60, 60)] * 2).filter(lambda span: None in span or span[0] <= span[1])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=st.lists(spans, max_size=4), day=st.integers(-40, 40))
def test_on_every_day_somebody_is_at_exactly_one_of_the_two(register, begun, spans, day):
    """Whoever served on a day serves on it still, at the agency that stood then; nobody is lost or doubled."""
    old = register.agencies.save(Agency(name="Old trust"))
    after, on = Agency(name="New trust"), TODAY + day * DAY

    def moment(number):
        return None if number is None else TODAY + number * DAY

    before = [register.contacts.save(a_contact(agency_id=old.id, name=f"Person {n}", starts_on=moment(a),
                                               ends_on=moment(b))) for n, (a, b) in enumerate(spans)]  # fmt: skip
    here = [one for one in before if (one.ends_on or TODAY) >= TODAY]      # whoever left before today is as they were
    register.successions.follow([old], [after], Change.RENAMED, on)
    rows = register.contacts.all(agency_id=(old.id, after.id))
    assert all(not one.problems() for one in rows)
    for number in range(-61, 62):
        now = moment(number)
        served = {one.name for one in here if (one.starts_on or now) <= now <= (one.ends_on or now)}
        found = [(one.name, one.agency_id) for one in rows if (one.starts_on or now) <= now <= (one.ends_on or now)]
        assert sorted(name for name, _ in found if name in {one.name for one in here}) == sorted(served)
        assert all(id_ == (after.id if now >= on else old.id) for name, id_ in found if name in served)


@pytest.mark.parametrize(
    ("over", "field"),
    [({"before": []}, "successor_id"), ({"after": []}, "successor_id"), ({"on": None}, "changed_on"),
     ({"on": date(2020, 1, 1)}, "changed_on"), ({"chosen": {"part": "elsewhere"}}, "successor_id")],
)
def test_what_is_missing_is_said_and_nothing_is_handed_over(register, begun, after, over, field):
    icb = register.agencies.save(replace(begun.icb, starts_on=date(2022, 7, 1)))
    put_to(register, Addressee(agency_id=icb.id))
    before = register.figures.whole().entities
    follow = {"before": [icb], "after": [after], "how": Change.RENAMED, "on": TODAY, "chosen": None} | over
    assert set(refused(register.successions.follow, *follow.values())) == {field}
    assert set(refused(register.successions.follow, [icb], [icb], Change.RENAMED, TODAY)) == {"successor_id"}
    assert set(refused(register.successions.follow, [icb], [Agency(name=" ")], Change.RENAMED, TODAY)) == {"name"}
    assert register.figures.whole().entities == before
