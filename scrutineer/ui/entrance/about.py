"""The first two steps of a new record: whose it is, and who scrutinises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import Invalid
from scrutineer.domain.organisation import Appointment, Partnership, Scrutineer
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.form import Form

_MARKS = ("OFFICIAL-SENSITIVE", "OFFICIAL", "NHS CONFIDENTIAL: PERSONAL DATA ABOUT A PATIENT")
_NOT_THE_PLACE = re.compile(r"\b(safeguarding|children|childrens|adults|partnership|board|arrangements|scp|sab|the|and|"
                            r"of|for|with|county|city|council)\b|[^\w\s]", re.IGNORECASE)  # fmt: skip


def letters_for(name: str) -> str:
    """Letters for references, proposed from a partnership's name: `Exampleshire SCP` gives `EX`."""
    words = re.findall(r"[A-Z]+", _NOT_THE_PLACE.sub(" ", name).upper())
    initials = "".join(word[0] for word in words)
    return initials[:8] if len(initials) > 1 else "".join(words)[:2]


class MarkField(TextField):
    """A protective mark: the usual ones are offered, any other may be typed, and none is an answer."""

    def __init__(self) -> None:
        super().__init__()
        usual = QCompleter(_MARKS, self)
        usual.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        usual.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(usual)
        self.setPlaceholderText("None")


class AboutPartnership(QWidget):
    """The partnership's name, its letters, whom it serves and its mark."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._proposed = ""
        self._form = Form(Partnership, ["name", "short_code", "serves", ("mark", MarkField())], desk)
        self._form.load(Partnership(name="", short_code="", mark="OFFICIAL-SENSITIVE"))
        _fill(self, self._form)
        name = self._form.field("name")
        assert isinstance(name, TextField)
        name.textChanged.connect(self._propose)

    def start(self) -> None:
        """Put the keyboard into the first field."""
        self._form.focus()

    def partnership(self) -> Partnership:
        """What was typed, checked or not. Raises Invalid when a field cannot be understood."""
        return Partnership(**self._form.values())

    def finish(self) -> bool:
        """Whether it can stand; if not, each problem stands beside its field."""
        return self._form.attempt(lambda: _check(self.partnership()))

    def _propose(self, name: str) -> None:
        letters = self._form.field("short_code")
        if letters.value() == self._proposed:
            self._proposed = letters_for(name)
            letters.set_value(self._proposed)


@dataclass(frozen=True, kw_only=True)
class _Me(Entity):
    """A person and their terms, asked in one form."""

    name: str = said("Name", required=True)
    title: str = said("Title", "Independent Scrutineer")
    days_per_year: float = said("Days a year", 20.0)
    starts_on: date | None = said("From", None)


class AboutMe(QWidget):
    """The scrutineer's name and title, and the days a year."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._form = Form(_Me, ["name", "title", "days_per_year", "starts_on"], desk)
        self._form.load(_Me(starts_on=desk.today().replace(day=1)))
        _fill(self, self._form)

    def start(self) -> None:
        """Put the keyboard into the first field."""
        self._form.focus()

    def scrutineer(self) -> Scrutineer:
        """Who scrutinises. Raises Invalid when a field cannot be understood."""
        typed = self._form.values()
        return Scrutineer(name=typed["name"], title=typed["title"], starts_on=typed["starts_on"])

    def appointment(self, scrutineer: Scrutineer) -> Appointment:
        """On which terms. Raises Invalid when a field cannot be understood."""
        days = self._form.values()["days_per_year"]
        return Appointment(scrutineer_id=scrutineer.id, days_per_year=days, starts_on=scrutineer.starts_on)

    def finish(self) -> bool:
        """Whether both can stand."""
        return self._form.attempt(lambda: _check(self.scrutineer(), self.appointment(self.scrutineer())))


def _check(*entities: Entity) -> None:
    found = [problem for entity in entities for problem in entity.cleaned().problems()]
    if found:
        raise Invalid(found)


def _fill(page: QWidget, form: Form) -> None:
    body = QVBoxLayout(page)
    body.setContentsMargins(0, 0, 0, 0)
    body.addWidget(form)
