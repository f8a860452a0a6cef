from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

from scrutineer.register.register import Register
from scrutineer.ui.entrance.begin import Begin
from scrutineer.ui.entrance.doors import Doors
from scrutineer.ui.entrance.restore import Restore
from scrutineer.ui.entrance.unlock import Unlock
from scrutineer.ui.entrance.whose import Whose
from tests.ui import window
from tests.ui.entrance.hall import PASSPHRASE, Hall

Make = Callable[..., Path]


def test_the_first_run_makes_a_record_opens_it_and_backs_it_up(hall: Hall) -> None:
    backups = hall.folder / "backups"
    backups.mkdir()
    hall.press("door-begin")
    assert isinstance(hall.page, Begin)
    hall.type("name", "Exampleshire Safeguarding Children Partnership")
    hall.press("next")
    hall.type("name", "A Scrutineer")
    hall.type("days_per_year", "24")
    hall.press("next")
    hall.type("passphrase", PASSPHRASE)
    hall.type("passphrase-again", PASSPHRASE)
    hall.press("next")
    hall.messages.chosen = [backups]
    hall.press("choose-folder")
    hall.press("next")
    [register] = hall.entered
    assert register.path == hall.folder / "home" / "Exampleshire Safeguarding Children Partnership.scrutiny"
    assert register.partnership.short_code == "EX"
    assert register.partnership.mark == "OFFICIAL-SENSITIVE"
    assert register.appointments.all()[0].days_per_year == 24
    assert register.has_passphrase(PASSPHRASE)
    assert [path.parent for _, path in register.safekeeping.made()] == [backups]
    assert hall.preferences.backup_folder == backups


def test_the_demonstration_needs_no_passphrase(hall: Hall) -> None:
    hall.press("door-demonstration")
    assert hall.entered[0].partnership.is_sample


def test_a_record_opened_last_is_one_step_away(hall: Hall, record: Make) -> None:
    path = record()
    hall.preferences.opened(path)
    hall.preferences.opened(hall.folder / "gone.scrutiny")
    hall.entrance.show_doors()
    doors = hall.page
    assert isinstance(doors, Doors)
    assert [row.about.title for row in doors._last._rows] == ["Exampleshire"]
    doors._last.opened.emit("file", str(path))
    assert isinstance(hall.page, Unlock)


def test_a_record_opens_with_its_passphrase(hall: Hall, record: Make) -> None:
    hall.entrance.unlock(record())
    hall.type("passphrase", PASSPHRASE)
    hall.press("unlock")
    assert hall.entered[0].desk.me
    assert window.part(hall.entrance._unlock, QPushButton, "unlock").isEnabled()


def test_when_several_scrutinise_it_asks_whose_record_it_is_today(hall: Hall, record: Make) -> None:
    hall.entrance.unlock(record("Another Scrutineer"))
    hall.type("passphrase", PASSPHRASE)
    hall.press("unlock")
    assert hall.entered == []
    assert isinstance(hall.page, Whose)
    other = next(row for row in hall.page._people._rows if row.about.title == "Another Scrutineer")
    window.part(hall.page, QFrame, other.objectName())._open()
    [register] = hall.entered
    assert register.scrutineers.get(register.desk.me).name == "Another Scrutineer"


def test_a_backup_is_restored_to_a_place_and_never_worked_in(hall: Hall, record: Make) -> None:
    path = record()
    register = Register.open(path, PASSPHRASE)
    (hall.folder / "backups").mkdir()
    backup = register.safekeeping.back_up(hall.folder / "backups").path
    register.close()
    before = hashlib.sha256(backup.read_bytes()).digest()
    hall.messages.chosen = [backup]
    hall.press("door-open")
    hall.type("passphrase", PASSPHRASE)
    hall.press("unlock")
    assert isinstance(hall.page, Restore)
    hall.press("restore")
    assert hall.entered[0].path == hall.folder / "home" / "Exampleshire.scrutiny"
    assert hashlib.sha256(backup.read_bytes()).digest() == before


def test_a_damaged_record_is_replaced_by_its_backup_and_kept_beside_it(hall: Hall, record: Make) -> None:
    path = record()
    register = Register.open(path, PASSPHRASE)
    backup = register.safekeeping.back_up(hall.folder).path
    register.close()
    path.write_bytes(b"")
    hall.entrance.unlock(path)
    hall.type("passphrase", PASSPHRASE)
    hall.press("unlock")
    assert "is empty" in hall.says()
    hall.messages.chosen = [backup]
    hall.press("instead")
    hall.type("passphrase", PASSPHRASE)
    hall.press("unlock")
    hall.press("restore")
    assert hall.entered[0].path == path
    kept = next(hall.folder.glob("*-before-restore-*"))
    assert kept.name in hall.messages.advice[0]


def test_a_record_in_a_synced_folder_is_not_worked_in_but_brought_here(hall: Hall, record: Make) -> None:
    cloud = hall.folder / "OneDrive - Exampleshire Council"
    cloud.mkdir()
    lying_there = record().rename(cloud / "Exampleshire.scrutiny")
    hall.entrance.unlock(lying_there)
    assert isinstance(hall.page, Restore)
    assert "OneDrive copies this folder about" in hall.says()
    hall.type("passphrase", PASSPHRASE)
    hall.press("restore")
    assert hall.entered[0].path == hall.folder / "home" / "Exampleshire.scrutiny"


def test_a_way_back_to_the_doors_leads_from_everywhere(hall: Hall, record: Make) -> None:
    path = record("Another Scrutineer")
    unlock, restore = hall.entrance.unlock, hall.entrance.restore
    for go in (lambda: hall.press("door-begin"), lambda: unlock(path), lambda: restore(path)):
        go()
        hall.press("back")
        assert isinstance(hall.page, Doors)


def test_a_record_at_which_nobody_sat_is_closed_again(hall: Hall, record: Make) -> None:
    path = record("Another Scrutineer")
    hall.entrance.unlock(path)
    hall.type("passphrase", PASSPHRASE)
    hall.press("unlock")
    hall.entrance.close()
    Register.open(path, PASSPHRASE).close()


def test_escape_goes_back_and_no_passphrase_stays_behind(hall: Hall, record: Make) -> None:
    hall.entrance.unlock(record())
    hall.type("passphrase", PASSPHRASE)
    window.key_in(hall.entrance, Qt.Key.Key_Escape)
    assert isinstance(hall.page, Doors)
    assert hall.entrance._unlock._passphrase.text() == ""
