"""One mail holds all that a party owes, goes to its people of today, and is noted as one chase of each part."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Stage, Visibility
from scrutineer.domain.errors import NotFound, ScrutineerError
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.note import NoteKind
from scrutineer.domain.organisation import Agency, AgencyGroup
from tests.factories import TODAY, a_contact

DAY = timedelta(days=1)


@pytest.fixture
def asked(register):
    """Put a challenge, twenty days ago, to some parties; returns its parts."""

    def asked(title, *parties, due=TODAY - DAY, **over):
        challenge = register.challenges.put_to(
            Challenge(title=title, text="Who?", raised_on=TODAY - 20 * DAY, **over),
            [party if isinstance(party, Addressee) else Addressee(agency_id=party, due_on=due) for party in parties],
        )
        return register.challenges.parts(challenge.id)

    return asked


def titles(reminder):
    return [line.partition(": ")[2] for line in reminder.text.split("\n") if line[:1].isdigit()]


def jointly(*ids, lead=None):
    return Addressee(kind=PartyKind.JOINT, agency_ids=ids, lead_id=lead, due_on=TODAY + 9 * DAY)


def test_all_that_a_party_owes_is_in_one_mail_the_earliest_first(register, begun, asked):
    la, police, icb = begun.partners
    (later,) = asked("Later", icb, due=TODAY + 5 * DAY)
    first, _ = asked("First", icb, police)
    (led,) = asked("Led by it", jointly(icb, la, lead=icb))
    asked("Led by another", jointly(icb, la, lead=la))
    asked("Of another", la)
    reminder = register.reminders.draft(later.id)
    assert reminder.party == "ICB"
    assert titles(reminder) == ["First", "Later", "Led by it"]
    assert set(reminder.part_ids) == {first.id, later.id, led.id}
    assert reminder.subject == "Independent scrutiny: EX-C-2026-002, EX-C-2026-001 and EX-C-2026-003"


def test_it_is_noted_as_a_chase_on_every_part_in_one_act(register, begun, asked):
    asked("One", begun.icb.id)
    (part,) = asked("Two", begun.icb.id)
    heard = []
    register.on_change(heard.append)
    reminder = register.reminders.draft(part.id)
    register.reminders.note_chased(reminder)
    assert len(heard) == 1
    noted = register.notes.of(*reminder.part_ids)
    assert [(one.kind, one.noted_on) for one in noted] == [(NoteKind.CHASED, TODAY)] * 2


def test_agreed_actions_whose_day_has_passed_are_in_it_and_the_one_asked_for(register, begun, asked, answer):
    (part,) = asked("Fathers", begun.icb.id)
    answer(part)
    register.courses.agree_action(part.id, [
        Action(text="Audit.", due_on=TODAY - DAY), Action(text="Train.", due_on=TODAY), Action(text="Some day."),
    ])
    late, _, some_day = register.challenges.actions(part.id)
    assert titles(register.reminders.draft(late.id)) == ["Audit"]
    reminder = register.reminders.draft(some_day.id)
    assert titles(reminder) == ["Audit", "Some day"]
    assert reminder.part_ids == (part.id,)


def test_a_challenge_for_me_alone_is_only_in_it_when_asked_for_by_itself(register, begun, asked):
    (mine,) = asked("A quiet word", begun.icb.id, visibility=Visibility.PRIVATE)
    (part,) = asked("Fathers", begun.icb.id)
    open_one = register.reminders.draft(part.id)
    assert (titles(open_one), open_one.is_private) == (["Fathers"], False)
    quiet = register.reminders.draft(mine.id)
    assert (titles(quiet), quiet.is_private) == (["A quiet word", "Fathers"], True)


def test_it_goes_to_people_of_today_with_an_address(register, begun, asked):
    def contact(name, **over):
        known = {"agency_id": begun.icb.id, "name": name, "email": f"{name}@icb.example".lower()}
        return register.contacts.save(a_contact(**known | over))

    (part,) = asked("Fathers", begun.icb.id)
    assert register.reminders.draft(part.id).to == ()
    contact("Chief", is_lsp=True)
    assert register.reminders.draft(part.id).to == ("chief@icb.example",)
    contact("Lead")
    contact("Former", ends_on=TODAY - DAY)
    contact("Coming", starts_on=TODAY + DAY)
    contact("Silent", email="")
    contact("Elsewhere", agency_id=begun.la.id)
    assert register.reminders.draft(part.id).to == ("lead@icb.example",)
    contact("Delegated", is_dsp=True, role="Chief nurse")
    reminder = register.reminders.draft(part.id)
    assert (reminder.to, reminder.people) == (("delegated@icb.example",), ("Delegated, Chief nurse",))
    (named,) = asked("Nights", Addressee(agency_id=begun.icb.id, contact_role="lead", due_on=TODAY))
    assert register.reminders.draft(named.id).to == ("lead@icb.example",)


def test_services_groups_and_joint_parties_are_written_to_where_somebody_reads(register, begun, asked):
    for agency in (begun.icb, begun.la, begun.police):
        register.contacts.save(a_contact(agency_id=agency.id, email=f"{agency.short_name.lower()}@example.org"))
    service = register.agencies.save(Agency(name="Health visiting", parent_id=begun.icb.id))
    ids = begun.la.id, begun.police.id
    led = register.groups.save(AgencyGroup(name="Led", agency_ids=ids, lead_id=begun.la.id))
    free = register.groups.save(AgencyGroup(name="Free", agency_ids=ids))
    parties = {
        ("icb@example.org",): service.id,
        ("la@example.org",): jointly(*ids, lead=begun.la.id),
        ("la@example.org", "police@example.org"): jointly(*ids),
        (): Addressee(kind=PartyKind.PARTNERSHIP, due_on=TODAY),
    }
    for to, party in parties.items():
        (part,) = asked("Who reads?", party)
        assert set(register.reminders.draft(part.id).to) == set(to)
    for group, to in ((led, {"la@example.org"}), (free, {"la@example.org", "police@example.org"})):
        (part,) = asked("Who reads?", Addressee(kind=PartyKind.GROUP, group_id=group.id, due_on=TODAY))
        assert set(register.reminders.draft(part.id).to) == to


def test_what_more_was_asked_is_told_unless_it_is_private(register, begun, asked, answer):
    (part,) = asked("Fathers", begun.icb.id)
    answer(part)
    register.courses.ask_more(part.id, "And at night?", TODAY + 9 * DAY)
    assert "Asked after your first answer: And at night?" in register.reminders.draft(part.id).text


def test_a_reply_on_the_ladder_is_awaited_even_when_an_answer_came(register, begun, asked, answer):
    (part,) = asked("Fathers", begun.icb.id)
    answer(part)
    with pytest.raises(ScrutineerError, match="Nothing is awaited from ICB"):
        register.reminders.draft(part.id)
    register.escalations.escalate([part.id], EscalationStep(
        stage=Stage.AGENCY_LEAD, stepped_on=TODAY - DAY, reply_due_on=TODAY - DAY
    ))
    reminder = register.reminders.draft(part.id)
    assert titles(reminder) == ["Fathers (Stage 1 · agency lead)"]
    assert "asked for by 22 Nov 2026. Answer awaited since 22 Nov" in reminder.text
    assert reminder.part_ids == (part.id,)


def test_of_what_is_gone_nothing_is_drafted(register):
    with pytest.raises(NotFound):
        register.reminders.draft("0" * 32)
