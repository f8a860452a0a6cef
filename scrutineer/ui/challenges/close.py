"""“Close”: with what a part ends and what changed, as far as the evidence carries, or a reason that stands in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome, Status
from scrutineer.domain.entity import label_of
from scrutineer.domain.lifecycle import ASSURED, EVIDENCE, RUNGS_OF, WITHOUT_TEST, Facts
from scrutineer.domain.step import Step
from scrutineer.ui import serving
from scrutineer.ui.challenges import grounds
from scrutineer.ui.challenges.growing import grow
from scrutineer.ui.challenges.told import Told
from scrutineer.ui.evidence import linking
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Beside, Form
from scrutineer.ui.widgets.markdown_field import MarkdownField

_QUESTION = "With what does it end, and what changed? “None seen yet” is an honest answer."


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask with what a part ends; answers with what to say, "" when it was left."""
    return _Close(tools, parent, addressee_id).ask()


def missing_reason(facts: Facts) -> str:
    """Why the evidence alone does not carry a part's outcome and level; "" when it does."""
    bare = replace(facts, part=replace(facts.part, stands_in=""))
    return " ".join(need.says(bare) for need in (EVIDENCE, ASSURED) if not need.is_met(bare))


class _Close:
    """The sheet while it is open."""

    def __init__(self, tools: Tools, parent: QWidget, addressee_id: str) -> None:
        self._tools = tools
        self._courses = tools.register.courses
        self._id = addressee_id
        part = self._courses.part(addressee_id)
        self._name = tools.register.challenges.party_name(part)
        self._facts = self._courses.facts(self._as_begun(part))
        self._outcome = ChoiceField([Option(one.value, one.label) for one in _outcomes(part)], convert=Outcome)
        self._level = ChoiceField(convert=ImpactLevel)
        self._evidence = Told("", "Link evidence", "link-evidence")
        self._reason = MarkdownField(tools.desk, preview=False)      # printed, so it is not among what may be private
        self._form = Form(
            Addressee,
            [("outcome", self._outcome), ("impact_level", self._level),
             Beside("evidence", "What the evidence carries", self._evidence),
             Beside("stands_in", label_of(Addressee, "stands_in"), self._reason), "what_changed", "closed_on"],
            tools.desk, privacy=True, preview=False,
        )  # fmt: skip
        self._form.load(self._facts.part)
        self._sheet = sheet(
            tools, parent, f"{Step.CLOSE.label}: {self._name}", _QUESTION, self._form, self._save,
            save_words="Close it", draft=f"close:{addressee_id}",
        )  # fmt: skip
        self._outcome.edited.connect(self._follow_outcome)
        self._level.edited.connect(self._say)
        self._evidence.pressed.connect(self._link)
        self._follow_outcome()

    def ask(self) -> str:
        """Show it."""
        return f"The part of {self._name} is closed." if self._sheet.ask() else ""

    def _as_begun(self, part: Addressee) -> Addressee:
        """The part as the sheet begins: it ends today, and with the only outcome where there is one."""
        outcomes = _outcomes(part)
        only = outcomes[0] if len(outcomes) == 1 else None
        return replace(part, closed_on=self._tools.register.today(), outcome=only)

    def _follow_outcome(self) -> None:
        """Offer the levels that say the same as the outcome; where there is one, it is chosen."""
        rungs = RUNGS_OF.get(self._outcome.value())
        fitting = [one for one in ImpactLevel if rungs is None or one.rung in rungs]
        if self._level.value() not in fitting:
            self._level.set_value(None)
        self._level.offer(serving.options(self._tools, fitting))
        if len(fitting) == 1:
            self._level.set_value(fitting[0])
        self._say()

    def _say(self) -> None:
        """What the evidence carries, or why it does not carry what is chosen; then a reason is asked for."""
        missing = self._missing()
        self._evidence.say(f"{missing} The reason is printed." if missing else self._carries())
        self._form.show_field("stands_in", bool(missing))
        grow(self._sheet)

    def _carries(self) -> str:
        return grounds.carries(self._facts, self._tools.register.partnership.serves)

    def _missing(self) -> str:
        typed = replace(self._facts.part, outcome=self._outcome.value(), impact_level=self._level.value())
        return missing_reason(replace(self._facts, part=typed))

    def _link(self) -> None:
        """Link something, and look again at what the evidence carries."""
        if told := linking.ask(self._tools, self._sheet, self._id):
            self._tools.say(told)
        self._facts = self._courses.facts(self._facts.part)
        self._say()

    def _save(self) -> None:
        typed = self._form.replace(self._as_begun(self._courses.part(self._id)))
        reason = self._reason.value() if self._missing() else ""      # what is out of sight is not printed
        self._courses.take(Step.CLOSE, replace(typed, stands_in=reason))


def _outcomes(part: Addressee) -> list[Outcome]:
    """Straight after an answer there is one; the others say what was tested."""
    if part.status is Status.RESPONDED:
        return sorted(WITHOUT_TEST)
    return [one for one in Outcome if one.says_what_changed]
