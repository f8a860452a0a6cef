"""The one façade: how a record is begun and opened, whose desk it is, and what is found in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.challenge import Addressee, Challenge, Position
from scrutineer.domain.dates import end_of_day
from scrutineer.domain.errors import CannotWrite, Invalid, NotFound, WrongPassphrase
from scrutineer.domain.reply import Reply
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
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


def told(register, challenge_id):
    """What screens, papers and the command line show."""
    return {
        "whole": register.figures.whole().entities, "masthead": register.figures.masthead(),
        "lines": register.challenges.lines(), "open": register.challenges.count_open(),
        "today": register.today_page(), "story": register.story_of(challenge_id),
        "dossier": register.dossier_of(challenge_id), "found": set(register.find("nurses")),
        "changes": register.changes_of(*register.dossier_of(challenge_id).records), "day": register.today(),
    }


def test_the_register_as_at_a_day_tells_what_it_told_at_the_end_of_that_day(begun):
    days = [TODAY - timedelta(days=2)]
    register = Register.begin(
        begun.path, PASSPHRASE, a_partnership(), a_scrutineer(), today=lambda: days[0],
        now=lambda: end_of_day(days[0]) - timedelta(hours=9),
    )
    with register.desk.act() as act:
        for entity in begun[1:]:
            act.put(entity)
    challenge = register.challenges.put_to(
        Challenge(title="", text="How do nurses hear of it?"), [Addressee(agency_id=id_) for id_ in begun.partners[1:]]
    )
    (first, second) = register.challenges.parts(challenge.id)
    then = {days[0]: told(register, challenge.id)}
    for deed in (
        lambda: register.replies.record(Reply(received_on=days[0], text="Thanks"), {first.id: Answer(Position.NOTED)}),
        lambda: register.notes.save(a_note(subject_kind="addressee", subject_id=second.id, text="Rang the nurses.")),
    ):
        days[0] += timedelta(days=1)
        deed()
        then[days[0]] = told(register, challenge.id)
    before = begun.path.read_bytes()
    for day, what in then.items():
        past = register.as_at(day)
        assert told(past, challenge.id) == what
        assert (past.stood_on, past.desk.me) == (day, register.desk.me)
        past.close()
    ahead = register.as_at(TODAY + timedelta(days=9))
    assert (ahead.today(), ahead.stood_on, register.stood_on) == (TODAY, TODAY, None)
    assert told(ahead, challenge.id) == then[TODAY]
    assert begun.path.read_bytes() == before
    register.close()


def test_the_register_as_at_a_day_is_read_and_not_changed_and_the_day_is_one_of_the_record(register, begun):
    past = register.as_at(TODAY)
    words = "as it stood on 23 November 2026; it can be read, not changed"
    with pytest.raises(CannotWrite, match=words):
        past.activities.save(an_activity())
    with pytest.raises(CannotWrite, match=words):
        past.drafts.keep("note:new", {"text": "typed"}, past.now())
    assert past.activities.all() == []
    with pytest.raises(NotFound, match="no record yet on 22 November 2026"):
        register.as_at(TODAY - timedelta(days=1))
    register.activities.save(an_activity())
    assert past.activities.all() == []


def test_a_register_as_at_a_day_is_gone_when_words_are_struck_out_that_it_would_still_hold(register):
    note = register.notes.save(a_note(text="Rang about 999 123 4567."))
    past = register.as_at(TODAY)
    register.safekeeping.strike_out("9991234567", "A number was typed by mistake")
    assert past.desk.record.database.is_closed()
    again = register.as_at(TODAY)
    assert again.notes.get(note.id) == register.notes.get(note.id)
    assert "4567" not in again.notes.get(note.id).text
    register.close()
    assert again.desk.record.database.is_closed()
