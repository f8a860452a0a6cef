"""“My view”: the word of the scale, where it is going, how sure I am, the bottom line, why, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from PySide6.QtWidgets import QWidget

from scrutineer.domain.assurance import Judgement
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.domain.scale import Scale, kinds_missing
from scrutineer.domain.text import opening
from scrutineer.register.judgements import Subject, period_on
from scrutineer.register.judging import OVERALL
from scrutineer.ui.assurance import sources
from scrutineer.ui.challenges.told import Told
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Beside, Form

_LONGEST = 90      # characters of what is judged, in the sheet's title


@dataclass(frozen=True, kw_only=True)
class Giving(Judgement):
    """What the sheet asks: a view and what shows it. It is never stored as such."""

    shown_by: dict[str, str] = field(default_factory=dict, metadata={"label": "What shows it"})

    @property
    def view(self) -> Judgement:
        """The view alone."""
        return Judgement(**{spec.name: getattr(self, spec.name) for spec in fields(Judgement)})


def overall(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Ask for the overall opinion of the period that is under way."""
    period = period_on(tools.register.periods.all(), tools.register.today())
    if period is None:
        raise Invalid([Problem("period_id", "There is no period for this day yet; begin it under Assurance.")])
    return ask(tools, parent, period, OVERALL)


def ask(tools: Tools, parent: QWidget, period: ReportingPeriod, subject: Subject) -> str:
    """Ask for my view of a subject in a period; it begins as it stands, or as it was."""
    judgements = tools.register.judgements
    view = judgements.begin(period, subject)
    scale = judgements.scale_of(period.id)
    shown_by = sources.of(tools, view.supersedes_id)
    began = Giving(**{spec.name: getattr(view, spec.name) for spec in fields(Judgement)}, shown_by=shown_by)
    form = _form(tools, scale, began)
    form.load(began)
    _follow(tools, form, scale, judgements.find(view.supersedes_id))

    def save() -> None:
        typed = form.replace(began)
        judgements.judge(typed.view, typed.shown_by)

    title = opening(judgements.called(view), _LONGEST)
    shown = sheet(
        tools, parent, title, f"What may I say for {period.words}, and how do I know?", form, save,
        save_words="This is my view", draft=f"judge:{period.id}:{':'.join(subject)}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    kept = judgements.standing(period.id)[subject]
    return f"{title}: {scale.rating(kept.rating).word}, for {period.words}."


def _form(tools: Tools, scale: Scale, began: Giving) -> Form:
    ratings = ChoiceField([Option(one.code, one.word) for one in scale.ratings])
    asked: list[Asked] = [
        ("rating", ratings), "direction", "confidence", Beside("meaning", "What the word means", Told()),
        "bottom_line", "rationale", ("shown_by", sources.field(tools, began.shown_by)),
        Beside("kinds", "Kinds of source", Told()), "stands_in",
    ]  # fmt: skip
    return Form(Giving, asked, tools.desk, privacy=True, preview=False)


def _follow(tools: Tools, form: Form, scale: Scale, earlier: Judgement | None) -> None:
    """The meaning follows the word, the direction too until it is chosen, and the kinds follow the sources."""
    rating, direction, shown_by = (form.field(name) for name in ("rating", "direction", "shown_by"))
    meaning, kinds = form.field("meaning"), form.field("kinds")
    chosen: list[bool] = []

    def say() -> None:
        word = scale.rating(rating.value() or "")
        found = tools.register.evidence.kinds_among(shown_by.value())
        if isinstance(meaning, Told) and isinstance(kinds, Told):
            meaning.say(word.definition or "Choose a word; its definition will stand here.")
            kinds.say(" ".join(filter(None, (sources.in_words(found), kinds_missing(word, found)))))

    def judged() -> None:
        if earlier and not chosen:
            direction.set_value(scale.direction(earlier.rating, rating.value() or ""))
        say()

    direction.edited.connect(lambda: chosen.append(True))
    rating.edited.connect(judged)
    shown_by.edited.connect(say)
    say()
