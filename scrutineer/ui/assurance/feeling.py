"""The part that answers: how does scrutiny feel here, and what did I change because of it?

The latest round beside those before it, aspect by aspect, in counts of people and in their own words. No score
is worked out, no group of fewer than five is shown, and nothing here is told of any one agency.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import Level
from scrutineer.domain.coverage import Side
from scrutineer.domain.culture import CultureRound
from scrutineer.domain.culture_results import Result
from scrutineer.domain.dates import short_date
from scrutineer.domain.text import listed
from scrutineer.register.culture import tally
from scrutineer.ui.assurance import asked_back
from scrutineer.ui.assurance.part import Part
from scrutineer.ui.list_screen import edit
from scrutineer.ui.theme import LARGE
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.detail import Detail
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.steps import NextSteps, Step
from scrutineer.ui.widgets.words import Words

_NOBODY_ASKED = (
    "Ask people now and then how scrutiny feels, at every level, with twelve short statements that you can word "
    "yourself. What they answer stands here, beside what they answered before."
)
_WITHHELD = "Not shown apart, because a group of fewer than five could be made out: {}."
_NO_FEEDBACK = "Nobody has said anything of my scrutiny yet. Ask from an activity, or from a challenge that is closed."


class FeelingPart(Part):
    """One sheet to read, with a few steps above it."""

    shows = frozenset({"culture_statement", "culture_round", "culture_answer", "feedback", "activity", "challenge"})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._steps = FlowRow()
        for words, code in (("Ask how scrutiny feels", "begin_round"), ("The statements", "culture_statements")):
            made = button(words, code)
            made.clicked.connect(lambda _checked=False, code=code: self.wanted.emit(code, ""))
            self._steps.add(made)
        self.sheet = Detail("How scrutiny feels", tools.ask_to_open)
        self.body.addWidget(self._steps)
        self.body.addWidget(self.sheet, 1)
        self.setFocusProxy(self.sheet)

    def refresh(self, _ids: frozenset[str]) -> None:
        """Write the sheet anew, where the reader was."""
        self.sheet.rewrite(self._write)

    def open(self, _kind: str, _id: str) -> None:
        """All of it is on the one sheet."""
        self.sheet.setFocus()

    def _write(self) -> None:
        self._write_invited()
        rounds = self.register.culture_rounds.latest()
        if rounds:
            self._write_rounds(rounds)
        else:
            empty = Empty(_NOBODY_ASKED, "Ask how scrutiny feels")
            empty.wanted.connect(lambda: self.wanted.emit("begin_round", ""))
            self.sheet.add(empty)
        self._write_feedback()

    def _write_invited(self) -> None:
        """How much was asked for by others: the plainest measure of a welcome."""
        self.sheet.title("How much scrutiny was invited in the last twelve months")
        self.sheet.words(self.register.coverage.coverage(Side.LEVEL, Side.FAMILY).invited)

    def _write_rounds(self, rounds: Sequence[CultureRound]) -> None:
        latest, *before = rounds
        self.sheet.section("")
        self.sheet.title(latest.title)
        self.sheet.words(" · ".join(filter(None, (short_date(latest.asked_on), latest.how))), "soft")
        steps = [Step(f"enter_answers {level.value}", f"Answers: {level.label}") for level in Level]
        self._offer([*steps, edit("change_round")], latest.id)
        results = self.register.culture_rounds.results(latest.id)
        earlier = [(one, {found.statement.id: found for found in self.register.culture_rounds.results(one.id)})
                   for one in before]  # fmt: skip
        for aspect, some in groupby(results, key=lambda one: one.statement.aspect):
            self.sheet.section(aspect.label)
            for one in some:
                self._write_result(one)
                for asked, found in earlier:
                    if (then := found.get(one.statement.id)) and then.partnership:
                        when = f"{asked.title}, {short_date(asked.asked_on)}"
                        self.sheet.words(f"{when}: {then.partnership.words}", "small")
        if not results:
            self.sheet.words("No answer has been entered yet.", "soft")
        if latest.note.strip():
            self.sheet.section("What I make of it" + (" · private to me" if "note" in latest.private else ""))
            self.sheet.words(latest.note)

    def _write_result(self, one: Result) -> None:
        self.sheet.apart()
        self.sheet.words(one.statement.text, "strong")
        if one.partnership is None:
            self.sheet.words("Fewer than five people answered; nothing is shown.", "soft")
            return
        self.sheet.words(f"The Partnership: {one.partnership.words}")
        if one.by_level:
            levels = FlowRow(across=LARGE)
            for level, counts in one.by_level.items():
                levels.add(Words(f"{level.label}: {counts.words}"))
            self.sheet.add(levels)
        if one.withheld:
            self.sheet.words(_WITHHELD.format(listed([level.label for level in one.withheld])), "small")
        for words in one.words:
            self.sheet.words(f"“{words}”")

    def _write_feedback(self) -> None:
        kept = self.register.feedback
        answered, awaited = kept.answered(), kept.awaited()
        self.sheet.section("")
        self.sheet.title("What was said of my scrutiny, and what I changed")
        if not answered and not awaited:
            self.sheet.words(_NO_FEEDBACK, "soft")
        if words := tally(answered):
            self.sheet.words(words)
        for one in [*answered, *awaited]:
            asked_back.write_one(self.sheet, one, self._take, kept.about(one))
            if one.subject_id:
                self.sheet.add(self._way(one.subject_kind, one.subject_id))

    def _way(self, kind: str, id_: str) -> QWidget:
        made = button("See it", f"open-{id_}", small=True, icon="activities" if kind == "activity" else "challenges")
        made.clicked.connect(lambda: self.open_requested.emit(kind, id_))
        row = FlowRow()
        row.add(made)
        return row

    def _offer(self, steps: Sequence[Step], id_: str) -> None:
        row = NextSteps(steps)
        row.taken.connect(lambda code: self._take(code, id_))
        self.sheet.add(row)

    def _take(self, code: str, id_: str) -> None:
        """Entering answers says for which level."""
        deed, _, level = code.partition(" ")
        self.wanted.emit(deed, f"{id_}:{level}" if level else id_)
