"""The one façade: how a record is begun and opened, whose desk it is, and what is found in it."""

from dataclasses import replace

import pytest

from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.errors import CannotWrite, Invalid, NotFound, WrongPassphrase
from scrutineer.register.register import Register
from tests.factories import TODAY, a_contact, a_note, a_partnership, a_scrutineer, an_activity
from tests.register.conftest import PASSPHRASE


@pytest.mark.parametrize(
    ("partnership", "scrutineer", "field"),
    [(a_partnership(short_code="e-x"), a_scrutineer(), "short_code"), (a_partnership(name=" "), a_scrutineer(), "name"),
     (a_partnership(), a_scrutineer(name=""), "name")],
)
def test_a_record_that_cannot_begin_leaves_no_file(tmp_path, partnership, scrutineer, field):
    with pytest.raises(Invalid) as refusal:
        Register.begin(tmp_path / "new.scrutiny", PASSPHRASE, partnership, scrutineer)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert list(tmp_path.iterdir()) == []


def test_a_record_does_not_begin_over_another_file(register, begun):
    register.close()
    before = begun.path.read_bytes()
    with pytest.raises(CannotWrite):
        Register.begin(begun.path, PASSPHRASE, a_partnership(), a_scrutineer())
    assert begun.path.read_bytes() == before


def test_a_record_opens_for_its_one_scrutineer_and_as_it_was(register, begun):
    whole = register.figures.whole().entities
    me = register.desk.me
    register.close()
    again = Register.open(begun.path, PASSPHRASE, today=lambda: TODAY)
    assert again.desk.me == me
    assert again.figures.whole().entities == whole
    assert again.path == begun.path
    assert (again.partnership.short_code, again.today()) == ("EX", TODAY)
    assert again.has_passphrase(PASSPHRASE)
    assert not again.has_passphrase("other words")
    again.close()
    with pytest.raises(WrongPassphrase):
        Register.open(begun.path, "other words")


def test_with_two_scrutineers_none_is_chosen_until_one_sits(register, begun):
    second = register.scrutineers.save(a_scrutineer(name="Second"))
    register.close()
    again = Register.open(begun.path, PASSPHRASE, today=lambda: TODAY)
    assert again.desk.me is None
    assert again.figures.masthead().several_authors
    again.sit(second.id)
    assert again.activities.save(an_activity()).scrutineer_id == second.id
    assert again.figures.masthead().author == "Second"
    who = again.desk.record.database.scalar("SELECT who FROM sitting ORDER BY rowid DESC LIMIT 1")
    assert who == second.id
    again.close()


def test_a_successor_finds_the_record_theirs_when_the_first_has_gone(register, begun):
    (first,) = register.scrutineers.all()
    register.scrutineers.save(replace(first, ends_on=TODAY.replace(day=1)))
    successor = register.scrutineers.save(a_scrutineer(name="Successor", starts_on=TODAY.replace(day=2)))
    register.close()
    again = Register.open(begun.path, PASSPHRASE, today=lambda: TODAY)
    assert again.desk.me == successor.id
    assert not again.figures.masthead().several_authors
    again.close()


def test_records_are_found_by_their_words_under_names_that_people_know(register, begun):
    register.contacts.save(a_contact(role="Named nurse"))
    party = Addressee(agency_id=begun.icb.id, contact_role="Chief nurse")
    challenge = register.challenges.put_to(Challenge(title="", text="How do nurses hear of it?"), [party])
    hits = {hit.kind: hit for hit in register.find("nurse")}
    assert {kind: hit.title for kind, hit in hits.items()} == {
        "contact": "Designated safeguarding lead",
        "challenge": f"{challenge.reference} How do nurses hear of it?",
        "addressee": "ICB · C-2026-001",
    }
    assert hits["challenge"].id == challenge.id
    assert register.find("NURSE hear") == [hits["challenge"]]
    for nothing in ("", "  ", "*", '"', "nowhere", "\ud800", "nurse AND NOT hear"):
        assert register.find(nothing) == []


def test_a_note_found_by_its_words_leads_to_what_it_is_about(register, begun):
    register.notes.save(a_note(subject_kind="agency", subject_id=begun.icb.id, text="Rang about the rota."))
    register.notes.save(a_note(text="Rang about nothing in particular."))
    assert [hit[:2] for hit in register.find("rota")] == [("agency", begun.icb.id)]
    assert [hit.kind for hit in register.find("nothing in particular")] == ["note"]


def test_those_who_listen_hear_what_changed_after_each_commit(register):
    heard = []
    register.on_change(heard.append)
    activity = register.activities.save(an_activity())
    register.activities.save(activity)
    assert [(change.kinds, change.ids) for change in heard] == [({"activity"}, {activity.id})]


def test_the_partnership_is_asked_for_only_where_there_is_one(register):
    register.partnerships.remove(register.partnership)
    with pytest.raises(NotFound, match="whose it is"):
        _ = register.partnership
