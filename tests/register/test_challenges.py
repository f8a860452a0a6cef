"""A challenge put, moved and ended, party by party, as a scrutineer would and as a careless one might."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, PartyKind, Priority, Status
from scrutineer.domain.entity import LONGEST_TITLE, Origin
from scrutineer.domain.lifecycle import ROW_OF, Step, missing_for, steps_from
from scrutineer.domain.organisation import Agency, AgencyGroup, ClosedDays
from tests.factories import TODAY
from tests.register.conftest import WORDS, refused

DAY = timedelta(days=1)


def close(register, part, **over):
    facts = {"outcome": Outcome.ASSURED_NO_CHANGE_NEEDED, "level": ImpactLevel.REPLY_ONLY,
             "what_changed": "They explained who chairs it.", "on": TODAY} | over
    return register.challenges.close(part.id, **facts)


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


def test_a_draft_needs_nobody_yet_and_is_never_late(register):
    draft = register.challenges.draft(Challenge(title="", text=WORDS, raised_on=TODAY - 90 * DAY))
    assert draft.status is Status.DRAFT
    (row,) = register.today_page().needs_me
    assert (row.title, row.when, row.is_late) == (draft.title, "draft", False)
    assert register.challenges.lines()[0].waiting_for(TODAY) == "me, to put it"
    assert register.figures.log().challenges == ()


# Each part runs its own course


def test_one_part_is_closed_while_another_is_awaited(register, put, answer):
    challenge, (police, icb) = put()
    register.challenges.acknowledge(police.id, TODAY)
    assert register.challenges.get(challenge.id).status is Status.RAISED
    close(register, answer(police))
    (line,) = register.challenges.lines()
    assert (line.status, line.status_words) == ("raised", "Raised · 1 of 2 answered")
    assert line.waiting_for(TODAY) == "ICB · 21 Dec"
    register.challenges.acknowledge(icb.id, TODAY)
    assert register.challenges.lines()[0].status_words == "Acknowledged · 1 of 2 answered"
    close(register, answer(icb), level=ImpactLevel.NONE_SEEN)
    ended = register.challenges.get(challenge.id)
    assert (ended.status, ended.closed_on, ended.impact_level) == (Status.CLOSED, TODAY, ImpactLevel.REPLY_ONLY)


def test_a_part_goes_all_the_way_and_the_challenge_with_it(register, put, answer):
    challenge, (part,) = put(register.agencies.all()[0].id)
    steps = register.challenges
    answer(part)
    steps.ask_more(part.id, "And at weekends?", TODAY + 7 * DAY)
    assert steps.get(challenge.id).status is Status.FURTHER_INFORMATION
    answer(part, "At weekends too.")
    steps.agree_action(part.id, [Action(text="Audit twenty cases.", due_on=TODAY + DAY), Action(text="  ")])
    (action,) = steps.actions(part.id)
    assert (action.first_due_on, action.agency_id) == (TODAY + DAY, part.agency_id)
    assert refused(steps.test, part.id, "Twenty cases", TODAY).keys() == {"actions"}
    register.actions.report_done(action.id, TODAY)
    steps.test(part.id, "Read ten of them.", TODAY)
    close(register, part, outcome=Outcome.PROCESS_CHANGED_ONLY, level=ImpactLevel.PROCESS_CHANGED)
    assert steps.get(challenge.id).status is Status.CLOSED
    assert [one.text for one in steps.responses(part.id)] == ["We have looked.", "At weekends too."]


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"outcome": None}, "outcome"),
        ({"level": None}, "impact_level"),
        ({"what_changed": " \x07"}, "what_changed"),
        ({"on": None}, "closed_on"),
        ({"level": ImpactLevel.PRACTICE_CHANGED}, "impact_level"),
        ({"outcome": Outcome.NOT_PURSUED}, "outcome"),
        ({"outcome": Outcome.PROCESS_CHANGED_ONLY, "level": ImpactLevel.PROCESS_CHANGED}, "outcome"),
    ],
)
def test_straight_after_an_answer_nothing_closes_without_its_facts(register, put, answer, over, field):
    part = answer(put()[1][0])
    problems = refused(close, register, part, **over)
    assert field in problems
    assert all(problems.values())
    assert register.challenges.part(part.id) == part


def test_an_open_action_holds_back_the_test_and_says_so(register, put, answer):
    part = answer(put()[1][0])
    part = register.challenges.agree_action(part.id, [Action(text="Audit.")])
    waits = {offer.step: offer.waits for offer in register.challenges.next_steps(part)}
    assert "action" in waits.pop(Step.TEST)
    assert set(waits.values()) == {""}
    assert "actions" in refused(register.challenges.agree_action, answer(put()[1][1]).id, [])


def test_one_more_action_is_agreed_without_a_step(register, put, answer, begun):
    challenge, (police, icb) = put()
    first = Action(text="Audit.", due_on=TODAY + DAY)
    part = register.challenges.agree_action(answer(police).id, [first])
    more = register.challenges.add_action(part.id, Action(text="Tell the Board.", due_on=TODAY + 9 * DAY))
    assert (more.addressee_id, more.challenge_id, more.agency_id) == (part.id, challenge.id, begun.police.id)
    assert (more.first_due_on, more.scrutineer_id) == (TODAY + 9 * DAY, register.desk.me)
    assert [one.text for one in register.challenges.actions(part.id)] == ["Audit.", "Tell the Board."]
    assert register.challenges.part(part.id) == part
    assert "text" in refused(register.challenges.add_action, part.id, Action(text=" "))
    assert "status" in refused(register.challenges.add_action, icb.id, Action(text="Too soon."))


@pytest.mark.parametrize("status", Status)
def test_exactly_what_the_table_allows_is_offered(register, put, status):
    part = replace(put()[1][0], status=status)
    offered = {offer.step for offer in register.challenges.next_steps(part)}
    assert offered == set(steps_from(status)) - {Step.WITHDRAW, Step.PUT}
    for step in set(ROW_OF) - set(steps_from(status)):
        facts = register.challenges._facts(part, [])
        assert [problem.field for problem in missing_for(step, status, facts)] == ["status"]


def test_a_step_from_the_wrong_place_changes_nothing(register, put):
    challenge, (part, _) = put()
    before = register.changes_of(challenge, part)
    assert "status" in refused(close, register, part)
    assert "status" in refused(register.challenges.test, part.id, "Plan", TODAY)
    assert "status" in refused(register.challenges.ask_more, part.id, "And?", TODAY + DAY)
    assert register.changes_of(challenge, part) == before


# Ending and moving


def test_a_draft_is_withdrawn_without_saying_who_was_told(register):
    draft = register.challenges.draft(Challenge(title="", text=WORDS))
    assert "withdrawn_because" in refused(register.challenges.withdraw, draft.id, "\x07", "", TODAY)
    ended = register.challenges.withdraw(draft.id, "Put by another.", "", TODAY)
    assert (ended.status, ended.closed_on) == (Status.WITHDRAWN, TODAY)


def test_what_was_put_is_withdrawn_with_reason_and_who_was_told_and_only_once(register, put, answer):
    challenge, (police, _) = put()
    assert set(refused(register.challenges.withdraw, challenge.id, "", "", None)) == {
        "withdrawn_because", "told", "closed_on"
    }
    register.challenges.withdraw(challenge.id, "Overtaken.", "Executive Group", TODAY)
    assert {part.status for part in register.challenges.parts(challenge.id)} == {Status.WITHDRAWN}
    assert "status" in refused(register.challenges.withdraw, challenge.id, "Again.", "All", TODAY)
    assert "answers" in refused(answer, police)


def test_what_one_party_ended_stands_when_the_rest_is_withdrawn(register, put, answer):
    challenge, (police, icb) = put()
    close(register, answer(police))
    ended = register.challenges.withdraw(challenge.id, "Overtaken.", "ICB", TODAY)
    assert (ended.status, ended.impact_level) == (Status.CLOSED, ImpactLevel.REPLY_ONLY)
    assert register.challenges.part(icb.id).status is Status.WITHDRAWN
    moves = [(one.old, one.new) for one in register.changes_of(ended) if one.label == "Status"]
    assert moves == [("Raised", "Closed"), ("", "Raised")]


def test_one_party_alone_is_let_go(register, put):
    challenge, (police, _) = put()
    register.challenges.withdraw_part(police.id, "Not theirs.", "Police", TODAY)
    assert register.challenges.get(challenge.id).status is Status.RAISED
    assert [party.status for party in register.challenges.lines()[0].parties] == [Status.WITHDRAWN, Status.RAISED]


def test_a_date_moves_with_a_reason_and_the_first_stays(register, put):
    _, (part, _) = put()
    later = part.due_on + 14 * DAY
    assert set(refused(register.challenges.move_date, part.id, None, " ")) == {"due_on", "why"}
    assert set(refused(register.challenges.move_date, part.id, part.due_on, "Why")) == {"due_on"}
    assert set(refused(register.challenges.move_date, part.id, TODAY - DAY, "Why")) == {"due_on"}
    moved = register.challenges.move_date(part.id, later, "The ICB asked: audit not ready.")
    assert (moved.first_due_on, moved.due_on) == (part.due_on, later)
    change = register.changes_of(moved)[0]
    assert (change.label, change.old, change.new) == ("Due", "21 Dec 2026", "4 Jan 2027")
    assert change.why == "The ICB asked: audit not ready."
    assert register.figures.log().challenges[0].parties[0].first_due_on == part.due_on


def test_a_reason_of_any_characters_is_kept_as_words(register, put):
    _, (part, _) = put()
    assert "why" in refused(register.challenges.move_date, part.id, TODAY + DAY, "\x00\ud800")
    moved = register.challenges.move_date(part.id, TODAY + DAY, "They\x00 asked\ud800.")
    assert register.changes_of(moved)[0].why == "They asked."


def test_no_date_is_moved_where_no_answer_is_awaited(register, put, answer):
    part = answer(put()[1][0])
    assert "status" in refused(register.challenges.move_date, part.id, TODAY + DAY, "Why")


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


def test_what_was_found_without_a_name_is_refused(register):
    assert "text" in refused(register.challenges.as_found, Challenge(title=" "), [])
