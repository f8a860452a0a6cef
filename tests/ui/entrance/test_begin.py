from __future__ import annotations

from pathlib import Path

from scrutineer.ui.entrance.begin import Begin
from tests.ui.entrance.hall import PASSPHRASE, Hall


def at_the_last_step(hall: Hall, name: str = "Exampleshire SCP") -> Begin:
    hall.press("door-begin")
    hall.type("name", name)
    hall.press("next")
    hall.type("name", "A Scrutineer")
    hall.press("next")
    hall.press("suggest")
    hall.press("next")
    begin = hall.page
    assert isinstance(begin, Begin)
    return begin


def test_a_step_with_something_missing_is_not_left(hall: Hall) -> None:
    hall.press("door-begin")
    hall.press("next")
    assert "Name of the partnership: please fill this in." in hall.says()
    assert "Step 1 of 4" in hall.says()


def test_a_weak_passphrase_is_not_taken(hall: Hall) -> None:
    hall.press("door-begin")
    hall.type("name", "Exampleshire SCP")
    hall.press("next")
    hall.type("name", "A Scrutineer")
    hall.press("next")
    hall.type("passphrase", "Exampleshire2026")
    hall.press("next")
    assert "Step 3 of 4" in hall.says()
    assert "guessed too soon" in hall.says()
    assert "four words" in hall.says()


def test_going_back_keeps_what_was_typed(hall: Hall) -> None:
    begin = at_the_last_step(hall)
    hall.press("back")
    hall.press("back")
    hall.press("back")
    assert begin._partnership.partnership().name == "Exampleshire SCP"


def test_what_a_file_name_cannot_hold_is_left_out_and_a_name_that_is_taken_is_numbered(hall: Hall) -> None:
    (hall.folder / "home" / "North South.scrutiny").touch()
    begin = at_the_last_step(hall, "North/South")
    assert begin._place.path() == hall.folder / "home" / "North South 2.scrutiny"


def test_a_place_that_is_taken_meanwhile_is_refused_and_another_can_be_chosen(hall: Hall) -> None:
    begin = at_the_last_step(hall)
    begin._place.path().touch()
    hall.press("next")
    assert "already" in hall.says()
    hall.messages.chosen = [hall.folder / "other"]
    hall.press("choose-place")
    hall.press("next")
    assert hall.entered[0].path == hall.folder / "other.scrutiny"


def test_a_synced_folder_is_refused_for_the_record_and_welcome_for_backups(hall: Hall) -> None:
    cloud = hall.folder / "OneDrive"
    cloud.mkdir()
    at_the_last_step(hall)
    hall.messages.chosen = [cloud / "x.scrutiny", cloud, Path(hall.folder / "here.scrutiny")]
    hall.press("choose-place")
    assert "put its backups into OneDrive" in hall.says()
    hall.press("next")
    assert hall.entered == []
    hall.press("choose-folder")
    hall.press("choose-place")
    hall.press("next")
    assert hall.entered[0].safekeeping.made()[0][1].parent == cloud


def test_a_folder_for_backups_that_does_not_work_is_said_and_the_record_is_open(hall: Hall) -> None:
    at_the_last_step(hall)
    hall.messages.chosen = [hall.folder / "not there"]
    hall.press("choose-folder")
    hall.press("next")
    assert "cannot be opened" in hall.messages.said[0]
    assert len(hall.entered) == 1


def test_the_passphrase_that_was_suggested_opens_the_record_and_is_gone_from_the_screen(hall: Hall) -> None:
    begin = at_the_last_step(hall)
    suggested = begin._passphrase.text()
    hall.press("next")
    assert hall.entered[0].has_passphrase(suggested)
    assert not hall.entered[0].has_passphrase(PASSPHRASE)
    assert begin._passphrase.text() == ""
