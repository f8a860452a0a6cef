"""Backups, checks, restoring and striking out, as the program's screens reach them."""

import pytest

from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.errors import BackupFailed, CannotWrite
from scrutineer.register.register import Register
from scrutineer.register.safekeeping import check_file, is_backup, restore_file
from tests.factories import MOMENT, TODAY, an_agency
from tests.register.conftest import PASSPHRASE, refused

NUMBER = "999 123 4567"


def test_a_backup_is_listed_and_there_is_something_to_back_up_until_then(register, tmp_path):
    keeping = register.safekeeping
    assert keeping.changed_since_backup()
    first = keeping.back_up(tmp_path)
    assert first.path.name == "example-20261123T134000Z-0001.scrutiny"
    assert not keeping.changed_since_backup()
    register.agencies.save(an_agency(name="Another"))
    assert keeping.changed_since_backup()
    second = keeping.back_up(tmp_path)
    assert keeping.made() == [(MOMENT, second.path), (MOMENT, first.path)]
    assert not keeping.changed_since_backup()
    assert keeping.check().faults == ()


def test_a_draft_alone_asks_for_no_backup(register, tmp_path):
    register.safekeeping.back_up(tmp_path)
    register.drafts.keep("challenge", {"text": "Half a sentence"}, MOMENT)
    assert not register.safekeeping.changed_since_backup()


def test_a_backup_is_checked_and_restored_with_a_safety_copy(register, begun, tmp_path):
    register.agencies.save(an_agency(name="Before"))
    made = register.safekeeping.back_up(tmp_path)
    register.agencies.save(an_agency(name="After"))
    assert register.safekeeping.look_over(made.path).number == made.number
    register.close()
    assert is_backup(made.path, PASSPHRASE)
    assert not is_backup(begun.path, PASSPHRASE)
    assert check_file(made.path, PASSPHRASE).faults == ()
    safety = restore_file(made.path, PASSPHRASE, begun.path, MOMENT)
    names = []
    for path in (begun.path, safety):
        again = Register.open(path, PASSPHRASE, today=lambda: TODAY)
        names.append({one.name for one in again.agencies.all()} & {"Before", "After"})
        again.close()
    assert names == [{"Before"}, {"Before", "After"}]


def test_places_that_are_not_there_are_refused_in_a_sentence(register, tmp_path):
    with pytest.raises(BackupFailed):
        register.safekeeping.back_up(tmp_path / "nowhere")
    with pytest.raises(CannotWrite, match="no folder"):
        restore_file(register.path, PASSPHRASE, tmp_path / "nowhere" / "a.scrutiny", MOMENT)


def test_words_are_struck_out_everywhere_and_older_backups_named(register, begun, tmp_path):
    challenge = register.challenges.put_to(
        Challenge(title="", text=f"About {NUMBER}: who knew?"), [Addressee(agency_id=begun.la.id)]
    )
    backup = register.safekeeping.back_up(tmp_path)
    keeping = register.safekeeping
    assert [(place.kind, place.field) for place in keeping.places_of("9991234567")] == [
        ("challenge", "title"), ("challenge", "text")
    ]
    assert {"reason"} == set(refused(keeping.strike_out, NUMBER, " "))
    assert {"words"} == set(refused(keeping.strike_out, "9", "By mistake"))
    struck = keeping.strike_out(NUMBER, "A child’s number, by mistake")
    assert struck.fields == 2
    assert [str(backup.path)] == [str(path) for path in struck.backups]
    assert register.challenges.get(challenge.id).text == f"About {STRUCK}: who knew?"
    assert NUMBER not in repr(register.figures.whole())
    assert register.find("9991234567") == []
    assert STRUCK in {change.new for change in register.changes_of(challenge)}
    assert keeping.check().faults == ()
