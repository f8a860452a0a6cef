"""One judgement in full: the word and what it means, the bottom line, why, what shows it, and the views before it."""

from __future__ import annotations

from collections.abc import Iterable

from scrutineer.domain.assurance import Judgement
from scrutineer.domain.dates import short_date
from scrutineer.domain.scale import Scale
from scrutineer.register import scales
from scrutineer.register.judging import JudgedLine
from scrutineer.ui.assurance import sources
from scrutineer.ui.assurance.columns import chip_of, weight
from scrutineer.ui.list_screen import EVERY_CHANGE, RecordDetail
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.chip import ChipLabel
from scrutineer.ui.widgets.detail import Event
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.steps import Step

MEANINGS = "meanings"      # shown in the place of a record: what the words of the scale mean


class JudgedDetail(RecordDetail):
    """Written from the lines that `tell` was told last."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__(tools, name)
        self._lines: dict[str, JudgedLine] = {}
        self._scale = scales.scale("")

    def tell(self, lines: Iterable[JudgedLine], scale: Scale) -> None:
        """What can be shown, and the scale of the period."""
        self._lines = {line.id: line for line in lines}
        self._scale = scale

    def waits(self, id_: str) -> bool:
        """Whether last period's view of a subject can still be taken over."""
        line = self._lines[id_]
        return line.now is None and line.last is not None

    def write(self, id_: str) -> None:
        """One subject with the view of this period, or the last one."""
        if id_ == MEANINGS:
            self._meanings()
        elif line := self._lines.get(id_):
            self._judged(line)

    def _judged(self, line: JudgedLine) -> None:
        self.kicker(line.group)
        self.title(line.title)
        view = line.now
        if view and line.rating:
            self.chips([chip_of(line.rating)], weight(line))
            self.words(line.rating.definition, "small")
        elif line.last and line.last_rating:
            self.words(f"Not given for this period yet. Last time, {self._when(line.last)}:", "soft")
            aside = f"{line.last.direction.label} · {line.last.confidence.label.lower()}"
            self.chips([chip_of(line.last_rating)], aside)
        else:
            self.words("You have not given your view of this yet.", "soft")
        self.steps(self._steps(line), line.id)
        if question := self._question(line):
            self.section("What to ask")
            self.words(question)
        if shown := view or line.last:
            self._why(shown)
        self._earlier(line)

    def _steps(self, line: JudgedLine) -> list[Step]:
        found = []
        if line.now is None and line.last is not None:
            is_other = line.last.scale != self._scale.code
            missing = "it was given on another scale; choose the word anew." if is_other else ""
            found.append(Step("still", "Still my view (S)", missing, primary=not is_other))
        words = "Change my view" if line.now else "Give another view" if line.last else "Give my view"
        found.append(Step("judge", words, primary=line.last is None and line.now is None))
        if line.now:
            found.append(Step("link_evidence", "Link evidence"))
        if line.subject[0] == "framework_item":
            found.append(Step("word", "Word it our way", quiet=True))
        return [*found, EVERY_CHANGE] if line.now else found

    def _question(self, line: JudgedLine) -> str:
        placed = self.register.frameworks.item(line.subject[1])
        return placed.item.question if placed else ""

    def _why(self, view: Judgement) -> None:
        for label, text in (("Bottom line", view.bottom_line), ("Reason that stands in", view.stands_in)):
            if text:
                self.section(label)
                self.narrative(text)
        if view.rationale:
            self.section("Why I think so" + (" · private to me" if "rationale" in view.private else ""))
            self.narrative(view.rationale)
        sources.write(self, view.id)

    def _earlier(self, line: JudgedLine) -> None:
        """Every other view that was ever given of it, the newest first."""
        shown = line.now or line.last
        others = [one for one in self.register.judgements.course_of(line.subject) if shown and one.id != shown.id]
        if others:
            self.section("Other views, in the order in which they were given")
            self.story([Event(self._when(one), self._in_a_line(one)) for one in others])

    def _when(self, view: Judgement) -> str:
        period = self.register.periods.find(view.period_id)
        return ", ".join(filter(None, (period.words if period else "", short_date(view.judged_on))))

    def _in_a_line(self, view: Judgement) -> str:
        word = scales.scale(view.scale).rating(view.rating).word
        return ". ".join(filter(None, (f"{word}, {view.direction.label.lower()}", view.bottom_line)))

    def _meanings(self) -> None:
        self.kicker("The scale of this period")
        self.title(self._scale.title)
        for one in self._scale.ratings:
            row = FlowRow()
            row.add(ChipLabel(chip_of(one)))
            self.add(row)
            self.words(one.definition)
        self.words(self._scale.source, "small")
