"""A journey begins in a home of its own: quick keys, own habits, nothing of the person who runs the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scrutineer import paths
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.register.register import Register
from scrutineer.storage import key
from scrutineer.ui import theme
from tests.factories import MOMENT, TODAY, a_partnership, a_scrutineer, an_agency
from tests.journeys.person import PASSPHRASE, Person
from tests.reports.conftest import violations

__all__ = ["violations"]

Put = Callable[..., list[Addressee]]      # a title and short names of agencies in; the parts out
Begin = Callable[..., Person]             # what was there before, told with a register and a Put


@pytest.fixture
def me(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Somebody in front of the program, which has not been started yet."""
    if theme.current.ring is None or theme.is_dark():
        theme.apply(qapp, "light")
    monkeypatch.setattr(key, "ROUNDS", 1)
    monkeypatch.setattr(paths, "home", lambda: tmp_path / "home")
    (tmp_path / "home").mkdir()
    person = Person(tmp_path)
    yield person
    person.leave()


@pytest.fixture
def begin(me: Person, monkeypatch: pytest.MonkeyPatch) -> Begin:
    """Arrange a record of three agencies on one fixed day, and open it in the window."""
    day_of = Register.open.__func__.__kwdefaults__      # type: ignore[attr-defined]
    monkeypatch.setitem(day_of, "today", lambda: TODAY)
    monkeypatch.setitem(day_of, "now", lambda: MOMENT)
    file = me.folder / "home" / "example.scrutiny"

    def opened(arrange: Callable[[Register, Put], object] = lambda *_: None) -> Person:
        register = Register.begin(
            file, PASSPHRASE, a_partnership(), a_scrutineer(), today=lambda: TODAY, now=lambda: MOMENT
        )
        ids = {name: register.agencies.save(an_agency(name=whole, short_name=name)).id
               for name, whole in (("Police", "Constabulary"), ("ICB", "Care Board"), ("LA", "Council"))}  # fmt: skip

        def put(title: str, *names: str) -> list[Addressee]:
            parties = [Addressee(agency_id=ids[name]) for name in names]
            made = register.challenges.put_to(Challenge(title=title, text=f"{title} How do you know?"), parties)
            return register.challenges.parts(made.id)

        arrange(register, put)
        register.close()
        me.start(file)
        me.into("passphrase", PASSPHRASE)
        me.key(Qt.Key.Key_Return)
        me.look()
        return me

    return opened
