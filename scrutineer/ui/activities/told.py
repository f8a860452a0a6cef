"""How the short form of an activity is read: answers under their questions, grades with the gap in words, figures.

Gradings stand in the order in which they were typed: agencies are not ranked.
"""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity_form import Grading, Reading, ShortForm
from scrutineer.domain.dates import short_date
from scrutineer.domain.learning import Adoption
from scrutineer.ui.activities.words import KEPT
from scrutineer.ui.list_screen import RecordDetail
from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button


def tell(detail: RecordDetail, form: ShortForm) -> None:
    """Write the short form onto the sheet; nothing where it holds nothing."""
    for prompt, text in form.answers.items():
        detail.section(f"{prompt.label} · private to me" if prompt in form.private else prompt.label)
        detail.narrative(text)
    _tell_gradings(detail, form.gradings)
    if form.readings:
        detail.section("Figures that were read")
    for reading in form.readings:
        _tell_reading(detail, reading)


def _tell_gradings(detail: RecordDetail, gradings: tuple[Grading, ...]) -> None:
    names = detail.register.desk.names()
    for aspect, rows in groupby(gradings, key=lambda one: one.aspect or "Graded as a whole"):
        detail.section(aspect)
        for row in rows:
            detail.words(graded(row, names.get(row.agency_id or "", "All together")))
            if row.comment:
                private = " · private to me" if "comment" in row.private else ""
                detail.words(f"{row.comment}{private}", "small")


def graded(row: Grading, who: str) -> str:
    """`Police: own grade 3, moderated 2 · moderated 1 lower`."""
    grades = ", ".join(filter(None, (
        f"own grade {row.own}" if row.own else "", f"moderated {row.moderated}" if row.moderated else "",
    )))  # fmt: skip
    gap = f" ({row.gap_in_words})" if row.gap_in_words else ""
    return f"{who}: {grades or 'not graded yet'}{gap}"


def figure(row: Reading, who: str) -> str:
    """`Return-home interviews, Q2 · LA: 61 % (performance report, read 12 Nov 2026)`."""
    what = " · ".join(filter(None, (", ".join(filter(None, (row.indicator, row.period))), who)))
    read = f"read {short_date(row.read_on)}" if row.read_on else ""
    source = ", ".join(filter(None, (row.source, read)))
    return f"{what}: {row.value or 'no value'}{f' ({source})' if source else ''}"


def _tell_reading(detail: RecordDetail, reading: Reading) -> None:
    """A figure, the question that it raised, and what can be made of that in one step."""
    names = detail.register.desk.names()
    detail.words(figure(reading, names.get(reading.agency_id or "", "")))
    if not reading.question.strip():
        return
    detail.narrative(reading.question)
    row = FlowRow(across=SMALL)
    kept = detail.register.readings.kept_question(reading)
    for code, words in (("put", "Put a challenge"), ("keep_question", KEPT if kept else "Keep as a question")):
        made = _button(detail.acted, code, words, reading.id)
        made.setEnabled(words != KEPT)
        row.add(made)
    detail.add(row)


def _button(acted: SignalInstance, code: str, words: str, id_: str) -> QWidget:
    made = button(words, f"{code}-{id_}", small=True)
    made.clicked.connect(lambda: acted.emit(code, id_))
    return made


def adopted(adoption: Adoption, names: dict[str, str]) -> str:
    """`Taken up by Police, Northmoor, 3 Nov 2026`."""
    by = ", ".join(filter(None, (names.get(adoption.agency_id or "", ""), adoption.elsewhere)))
    return ", ".join(filter(None, (f"Taken up by {by}", short_date(adoption.adopted_on))))
