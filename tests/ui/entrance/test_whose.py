from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scrutineer.register.register import Register
from scrutineer.ui.entrance.doors import Doors
from tests.ui.entrance.hall import PASSPHRASE, Hall


def test_going_back_closes_the_record(hall: Hall, record: Callable[..., Path]) -> None:
    path = record("Another Scrutineer")
    hall.entrance.unlock(path)
    hall.type("passphrase", PASSPHRASE)
    hall.press("unlock")
    hall.press("back")
    assert isinstance(hall.page, Doors)
    Register.open(path, PASSPHRASE).close()
