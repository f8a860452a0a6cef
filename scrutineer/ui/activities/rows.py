"""A row of an audit's gradings, and a row of figures that were read: small fields, typed in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from scrutineer.domain.activity_form import Grading, Reading
from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.rows import Row, SmallField
from scrutineer.ui.widgets.words import Words

Known = dict[str, str]      # what is usually graded, in words, and the framework item that it is, if it is one


class GradingRow(Row):
    """Agency, aspect, its own grade, the moderated one, what was said; the gap stands behind, in words."""

    labels: ClassVar = {"agency": "Agency", "aspect": "Aspect or standard", "own": "Own grade",
                        "moderated": "Moderated", "comment": "What was said about it"}      # fmt: skip

    def __init__(self, grading: Grading, agencies: Sequence[Option], aspects: Known) -> None:
        self._grading = grading
        self._aspects = aspects
        self._gap = Words("", "small", hides=True)
        super().__init__({
            "agency": _agency(agencies), "aspect": _suggesting(aspects), "own": SmallField("Own grade", 12),
            "moderated": SmallField("Moderated", 12), "comment": SmallField("What was said about it", 34),
        }, {"moderated": self._gap})      # fmt: skip
        for name, value in self._said(grading).items():
            self.editors[name].set_value(value)
        self.edited.connect(self._say_gap)
        self._say_gap()

    def value(self) -> Grading:
        """The grading; an aspect that is a standard names it."""
        typed = {name: editor.value() for name, editor in self.editors.items()}
        aspect = typed["aspect"].strip()
        kept = self._grading.framework_item if aspect == self._grading.aspect else ""
        return replace(
            self._grading, agency_id=typed["agency"], aspect=aspect, own=typed["own"].strip(),
            moderated=typed["moderated"].strip(), comment=typed["comment"],
            framework_item=self._aspects.get(aspect, "") or kept,
        )

    def _said(self, one: Grading) -> dict[str, Any]:
        return {"agency": one.agency_id, "aspect": one.aspect, "own": one.own, "moderated": one.moderated,
                "comment": one.comment}      # fmt: skip

    def _say_gap(self) -> None:
        self._gap.say(self.value().gap_in_words)


class ReadingRow(Row):
    """Indicator, period, value, of which agency, source, and my question."""

    labels: ClassVar = {"indicator": "Indicator", "period": "Period", "value": "Value", "of": "Agency, if of one",
                        "source": "Source", "question": "My question"}      # fmt: skip

    def __init__(self, reading: Reading, agencies: Sequence[Option]) -> None:
        self._reading = reading
        super().__init__({
            "indicator": SmallField("Indicator", 36), "period": SmallField("Period", 12),
            "value": SmallField("Value", 10),
            "of": _agency(agencies), "source": SmallField("Source", 22), "question": SmallField("My question", 52),
        })
        said = {name: getattr(reading, name) for name in self.editors if name != "of"} | {"of": reading.agency_id}
        for name, value in said.items():
            self.editors[name].set_value(value)

    def value(self) -> Reading:
        """The reading."""
        typed = {name: editor.value() for name, editor in self.editors.items()}
        return replace(self._reading, agency_id=typed.pop("of"), **typed)


def _agency(agencies: Sequence[Option]) -> Field:
    made = ChoiceField(agencies)
    made.setItemText(0, "Agency …")
    return made


def _suggesting(aspects: Known) -> SmallField:
    made = SmallField("Aspect or standard", 28)
    completer = QCompleter(list(aspects), made)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setCompleter(completer)
    completer.activated.connect(lambda _words: made.edited.emit())
    return made
