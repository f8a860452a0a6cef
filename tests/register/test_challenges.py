"""A challenge worded, put, re-worded and entered as found, as a scrutineer would and as a careless one might."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, PartyKind, Priority, Stage, Status
from scrutineer.domain.entity import LONGEST_TITLE, Origin
from scrutineer.domain.organisation import Agency, AgencyGroup, ClosedDays
from scrutineer.domain.step import Step
from tests.factories import TODAY
from tests.register.conftest import WORDS, close, refused

DAY = timedelta(days=1)


# Putting a challenge


def test_to_put_a_challenge_takes_the_words_to_whom_and_nothing_else(register, begun):
    challenge = register.challenges.put_to(Challenge(title="", text=WORDS), [Addressee(agency_id=begun.icb.id)])
    assert challenge.title == "How do you know that return-home interviews change plans?"
    assert challenge.reference == "EX-C-2026-001"
    assert (challenge.raised_on, challenge.status) == (TODAY, Status.RAISED)
    assert challenge.scrutineer_id == register.scrutineers.all()[0].id
    (part,) = register.challenges.parts(challenge.id)
    assert (part.status, part.due_on) == (Status.RAISED, date(2026, 12, 21))
    assert part.first_due_on == part.due_on


@pytest.mark.parametrize(
    ("text", "parties", "missing"),
    [("", 1, "text"), ("  \n ", 1, "text"), ("\x00\x07", 1, "text"), (WORDS, 0, "parties")],
)
def test_what_is_missing_is_refused_by_its_field(register, begun, text, parties, missing):
    party = Addressee(agency_id=begun.icb.id)
    assert missing in refused(register.challenges.put_to, Challenge(title="Title", text=text), [party] * parties)
    assert register.challenges.all() == []


def test_a_refusal_gives_back_its_reference(register, begun, put):
    refused(register.challenges.put_to, Challenge(title="x" * 301, text=WORDS), [Addressee(agency_id=begun.icb.id)])
    assert put()[0].reference == "EX-C-2026-001"
    assert put()[0].reference == "EX-C-2026-002"


@pytest.mark.parametrize(
    ("kind", "field"),
    [(PartyKind.AGENCY, "agency_id"), (PartyKind.JOINT, "agency_ids"), (PartyKind.GROUP, "group_id"),
     (PartyKind.BODY, "body_id")],
)
def test_a_party_needs_what_its_kind_names(register, kind, field):
    assert [field] == list(refused(register.challenges.put_to, Challenge(title="", text=WORDS), [Addressee(kind=kind)]))


@pytest.mark.parametrize(
    ("priority", "due_on"),
    [(Priority.URGENT, date(2026, 12, 30)), (Priority.IMPORTANT, date(2027, 1, 8)),
     (Priority.ROUTINE, date(2027, 1, 22))],
)
def test_a_due_date_counts_around_christmas_and_closed_days(register, put, priority, due_on):
    register.closed_days.save(ClosedDays(starts_on=date(2026, 12, 31), ends_on=date(2026, 12, 31)))
    _, (part, _) = put(priority=priority, raised_on=date(2026, 12, 21))
    assert part.due_on == due_on


def test_a_due_date_may_be_the_papers_deadline_of_a_meeting(register, begun):
    party = Addressee(agency_id=begun.icb.id, meeting_id=begun.meeting.id)
    challenge = register.challenges.put_to(Challenge(title="", text=WORDS), [party])
    assert register.challenges.parts(challenge.id)[0].due_on == date(2026, 12, 4)


def test_a_clock_that_is_switched_off_sets_no_date(register, put):
    register.partnerships.save(replace(register.partnership, routine_days=0))
    _, (part, _) = put()
    assert (part.due_on, part.first_due_on) == (None, None)
    assert register.challenges.lines()[0].waiting_for(TODAY) == "Police and ICB"
    assert [row.when for row in register.today_page().awaited] == ["no date set", "no date set"]


def test_an_answer_cannot_be_due_before_the_challenge_was_put(register, begun):
    party = Addressee(agency_id=begun.icb.id, due_on=TODAY - DAY)
    assert refused(register.challenges.put_to, Challenge(title="", text=WORDS), [party]) == {
        "due_on": "The answer would be due before the challenge was put."
    }


@pytest.mark.parametrize(
    "text",
    ["=cmd|'/C calc'!A1", "👩‍👧 seen", "שלום עולם", "e\u0301 is é", "<b>raw</b> &amp;", "' OR 1=1 --", "a\x00b\x1fc"],
)
def test_whatever_is_typed_survives_as_words(register, put, text):
    challenge, _ = put(text=text, what_works=text)
    again = register.challenges.get(challenge.id)
    assert again.text == again.what_works == challenge.cleaned().text
    assert again.title


def test_a_megabyte_of_words_is_kept_and_a_megabyte_of_title_refused(register, put, begun):
    challenge, _ = put(text="word " * 200_000)
    assert len(register.challenges.get(challenge.id).text) == 1_000_000
    assert len(challenge.title) <= LONGEST_TITLE
    huge = Challenge(title="x" * 1_000_000, text=WORDS)
    party = Addressee(agency_id=begun.icb.id)
    assert refused(register.challenges.put_to, huge, [party]) == {"title": "Title: at most 300 characters."}


@given(st.text(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_text_is_kept_or_refused_in_a_sentence(register, begun, text):
    party = Addressee(agency_id=begun.icb.id)
    challenge = Challenge(title="", text=text)
    if challenge.cleaned().text.strip():
        saved = register.challenges.put_to(challenge, [party])
        assert register.challenges.get(saved.id).text == challenge.cleaned().text
    else:
        assert "text" in refused(register.challenges.put_to, challenge, [party])


def test_private_words_lend_nothing_to_the_title(register, begun):
    private = Challenge(title="", text=WORDS, private=("text",))
    assert "title" in refused(register.challenges.put_to, private, [Addressee(agency_id=begun.icb.id)])


def test_words_are_put_otherwise_but_never_taken_away(register, put):
    challenge, parts = put()
    again = register.challenges.reword(replace(challenge, title="", text="How do you know?"))
    assert (again.title, again.reference, again.status) == ("How do you know?", challenge.reference, Status.RAISED)
    assert register.challenges.parts(challenge.id) == parts
    assert "text" in refused(register.challenges.reword, replace(challenge, text="\x07"))
    found = register.challenges.as_found(Challenge(title="Old", status=Status.RAISED), [])
    assert register.challenges.reword(replace(found, title="Old list, row 3")).title == "Old list, row 3"
    assert register.challenges.rewordings(found.id) == []


def test_a_re_wording_is_a_dated_step_that_keeps_both_and_a_slip_of_the_pen_is_none(register, put):
    challenge, _ = put()
    register.challenges.reword(replace(challenge, text="How do you knoww?"), on=TODAY - DAY, why="It was too long.")
    register.challenges.reword(replace(challenge, text="How do you know?"), is_slip=True)
    (line,) = register.challenges.rewordings(challenge.id)
    assert (line.words_before, line.words_after) == (WORDS, "How do you knoww?")
    assert (line.reworded_on, line.why, line.scrutineer_id) == (TODAY - DAY, "It was too long.", register.desk.me)
    register.challenges.reword(replace(challenge, text="How do you know?", forum="Board"))
    assert register.challenges.rewordings(challenge.id) == [line]
    assert "reworded_on" in refused(register.challenges.reword, replace(challenge, text="What?"), on=TODAY + DAY)
    assert register.challenges.get(challenge.id).text == "How do you know?"


def test_words_that_become_private_are_private_in_every_wording(register, put):
    challenge, _ = put()
    register.challenges.reword(replace(challenge, text="How do you know?"))
    register.challenges.reword(replace(challenge, text="How do you know?", private=("text",)))
    register.challenges.reword(replace(challenge, text="Who told you?", private=("text",)))
    found = [one.for_others() for one in register.challenges.rewordings(challenge.id)]
    assert [(one.words_before, one.words_after) for one in found] == [("", ""), ("", "")]


def test_how_far_it_has_come_is_never_typed(register, put, answer):
    challenge, (police, _) = put()
    answer(police)
    stale = replace(challenge, text="How do you know?", status=Status.CLOSED, stage=Stage.EXTERNAL,
                    impact_level=ImpactLevel.SUSTAINED, closed_on=TODAY, told="Nobody")
    register.challenges.reword(stale)
    assert register.challenges.get(challenge.id) == replace(challenge, text="How do you know?")
    sly = Challenge(title="", text=WORDS, status=Status.CLOSED)
    draft = register.challenges.draft(sly, [Addressee(kind=PartyKind.PARTNERSHIP, status=Status.TESTING_IMPACT)])
    assert draft.status is register.challenges.parts(draft.id)[0].status is Status.DRAFT


def test_the_date_put_is_put_right_as_long_as_nothing_followed_before_it(register, put):
    challenge, (police, _) = put(raised_on=TODAY - 9 * DAY)
    register.courses.acknowledge(police.id, TODAY - 5 * DAY)
    assert "raised_on" in refused(register.challenges.reword, replace(challenge, raised_on=TODAY))
    assert "raised_on" in refused(register.challenges.reword, replace(challenge, raised_on=None))
    register.challenges.reword(replace(challenge, raised_on=TODAY - 7 * DAY))
    assert register.story_of(challenge.id)[-1][:2] == (TODAY - 7 * DAY, "Put to Police, ICB")
    assert {one.taken_on for one in register.courses.events(challenge.id) if one.step is Step.PUT} == {TODAY - 7 * DAY}


# To whom


def test_every_kind_of_party_is_called_the_same_everywhere(register, begun):
    service = register.agencies.save(Agency(name="Health visiting", parent_id=begun.icb.id))
    group = register.groups.save(AgencyGroup(name="Districts", agency_ids=(begun.district.id,)))
    la, police, icb = begun.partners
    parties = [
        Addressee(kind=PartyKind.PARTNERSHIP),
        Addressee(kind=PartyKind.JOINT, agency_ids=(police, la, icb), lead_id=la),
        Addressee(kind=PartyKind.JOINT, agency_ids=(police, icb)),
        Addressee(kind=PartyKind.BODY, body_id=begun.body.id),
        Addressee(kind=PartyKind.GROUP, group_id=group.id),
        Addressee(agency_id=service.id),
        Addressee(agency_id=police),
    ]
    challenge = register.challenges.put_to(Challenge(title="", text=WORDS), parties)
    called = [register.challenges.party_name(part) for part in register.challenges.parts(challenge.id)]
    assert called == [
        "The Partnership", "LA (lead) with Police and ICB", "Police and ICB jointly", "Executive Group", "Districts",
        "Health visiting", "Police",
    ]
    (line,) = register.challenges.lines()
    assert [party.name for party in line.parties] == called
    assert line.put_to in register.story_of(challenge.id)[0].sentence
    assert {one.party for one in register.replies.awaiting()} == set(called)
    assert [party.name for party in register.figures.log().challenges[0].parties] == called
    assert all(name in {row.detail for row in register.today_page().awaited} for name in called)


def test_parties_stay_in_the_order_in_which_they_were_named_last(register, begun):
    la, police, icb = begun.partners
    first, second, third = Addressee(agency_id=police), Addressee(agency_id=icb), Addressee(agency_id=la)
    draft = register.challenges.draft(Challenge(title="", text=WORDS), [first, second])
    assert register.challenges.lines()[0].put_to == "Police, ICB"
    register.challenges.draft(draft, [third, second, first])
    assert register.challenges.lines()[0].put_to == "LA, ICB, Police"
    register.challenges.put_to(draft, [second, third])
    assert [part.agency_id for part in register.challenges.parts(draft.id)] == [icb, la]
    assert register.challenges.lines()[0].put_to == "ICB, LA"


def test_a_challenge_that_was_put_is_not_put_or_drafted_over(register, put, begun):
    challenge, parts = put()
    other = [Addressee(agency_id=begun.la.id)]
    assert "status" in refused(register.challenges.put_to, challenge, other)
    assert "status" in refused(register.challenges.draft, challenge, other)
    assert register.challenges.parts(challenge.id) == parts


def test_it_is_put_to_further_parties_and_each_has_its_own_day_and_clock(register, put, begun):
    challenge, (police, icb) = put(raised_on=TODAY - 30 * DAY)
    party = Addressee(agency_id=begun.la.id)
    (added,) = register.challenges.put_also_to(challenge.id, [party], TODAY - DAY)
    assert (added.status, added.place, added.due_on) == (Status.RAISED, 2, date(2026, 12, 18))
    assert added.first_due_on == added.due_on
    by_meeting = Addressee(agency_id=begun.district.id, meeting_id=begun.meeting.id)
    (fourth,) = register.challenges.put_also_to(challenge.id, [by_meeting])
    assert (fourth.due_on, fourth.meeting_id) == (date(2026, 12, 4), begun.meeting.id)
    assert [part.id for part in register.challenges.parts(challenge.id)] == [police.id, icb.id, added.id, fourth.id]
    assert [one.taken_on for one in register.courses.events(challenge.id)] == [
        TODAY - 30 * DAY, TODAY - 30 * DAY, TODAY - DAY, TODAY
    ]


def test_nobody_is_asked_as_well_before_the_first_or_twice_or_when_it_is_over(register, put, begun):
    challenge, (police, _) = put()
    also, la = register.challenges.put_also_to, [Addressee(agency_id=begun.la.id)]
    before = register.figures.whole().entities
    assert set(refused(also, challenge.id, [])) == {"parties"}
    assert set(refused(also, challenge.id, [*la, police])) == {"parties"}
    assert set(refused(also, challenge.id, la, TODAY - DAY)) == {"on"}
    assert set(refused(also, challenge.id, la, TODAY + DAY)) == {"on"}
    assert set(refused(also, challenge.id, [*la, Addressee()])) == {"agency_id"}
    assert register.figures.whole().entities == before
    draft = register.challenges.draft(Challenge(title="", text=WORDS))
    assert set(refused(also, draft.id, la)) == {"status"}
    register.courses.withdraw(challenge.id, "Overtaken.", "All", TODAY)
    assert set(refused(also, challenge.id, la)) == {"status"}


def test_a_draft_needs_nobody_yet_and_is_never_late(register):
    draft = register.challenges.draft(Challenge(title="", text=WORDS, raised_on=TODAY - 90 * DAY))
    assert draft.status is Status.DRAFT
    (row,) = register.today_page().needs_me
    assert (row.title, row.when, row.is_late) == (draft.title, "draft", False)
    assert register.challenges.lines()[0].waiting_for(TODAY) == "me, to put it"
    assert register.figures.log().challenges == ()


# As found


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.DRAFT])
def test_any_status_is_entered_as_found_with_what_is_known(register, begun, status):
    found = register.challenges.as_found(Challenge(title="Old", status=status), [Addressee(agency_id=begun.la.id)])
    (part,) = register.challenges.parts(found.id)
    assert (found.status, part.status) == (status, status)
    assert found.origin is part.origin is Origin.AS_FOUND
    assert (found.raised_on, found.text, part.due_on) == (None, "", None)
    bare = register.challenges.as_found(Challenge(title="Older", status=status), [])
    assert bare.status is status


def test_what_was_found_is_not_asked_for_but_steps_taken_here_are(register, begun):
    party = Addressee(agency_id=begun.la.id, status=Status.TESTING_IMPACT)
    found = register.challenges.as_found(Challenge(title="Old"), [party])
    (part,) = register.challenges.parts(found.id)
    assert "impact_level" in refused(close, register, part, level=None)
    close(register, part)
    assert register.challenges.get(found.id).status is Status.CLOSED


def test_a_party_stands_on_the_rung_on_which_its_challenge_was_found(register, begun):
    old = Challenge(title="Old", status=Status.RESPONDED, stage=Stage.EXECUTIVE)
    found = register.challenges.as_found(old, [Addressee(agency_id=begun.la.id), Addressee(agency_id=begun.icb.id)])
    la, icb = register.challenges.parts(found.id)
    assert la.stage is icb.stage is Stage.EXECUTIVE
    ended = register.courses.end(la.id, Outcome.UNRESOLVED_RISK_ACCEPTED, TODAY, minute_ref="EG 26/4")
    assert ended.status is Status.CLOSED
    assert register.challenges.get(found.id).stage is Stage.EXECUTIVE


def test_an_old_log_without_dates_goes_its_whole_way_from_here(register, begun, answer):
    party = Addressee(agency_id=begun.la.id)
    found = register.challenges.as_found(Challenge(title="Old", text="Who?", status=Status.RAISED), [party])
    register.courses.acknowledge(party.id, TODAY - 400 * DAY)
    part = answer(party)
    register.challenges.put_also_to(found.id, [Addressee(agency_id=begun.icb.id)])
    close(register, part)
    assert register.challenges.lines()[0].status_words == "Raised · 1 of 2 answered"
    assert register.challenges.get(found.id).raised_on is None


def test_an_entry_of_an_old_log_is_put_right_until_a_step_is_taken_here(register, begun, put):
    party = Addressee(agency_id=begun.la.id)
    found = register.challenges.as_found(Challenge(title="Old", status=Status.CLOSED), [party])
    again = register.challenges.as_found(replace(found, status=Status.RAISED), [replace(party, status=Status.RAISED)])
    assert (again.status, register.challenges.part(party.id).status) == (Status.RAISED, Status.RAISED)
    register.courses.acknowledge(party.id, TODAY)
    assert "status" in refused(register.challenges.as_found, replace(again, status=Status.CLOSED), [party])
    challenge, parts = put()
    assert "status" in refused(register.challenges.as_found, replace(challenge, status=Status.CLOSED), parts)
    assert register.challenges.parts(challenge.id) == parts


def test_what_was_found_without_a_name_is_refused(register):
    assert "text" in refused(register.challenges.as_found, Challenge(title=" "), [])
