"""Asking how scrutiny feels: a round is begun, its answers are entered level by level, statements are worded."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import Level
from scrutineer.domain.culture import CultureAnswer, CultureAspect, CultureRound, CultureStatement
from scrutineer.domain.dates import short_date
from scrutineer.register.culture import Given
from scrutineer.ui import sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import NumberField, Option, TextField
from scrutineer.ui.widgets.form import Asked, Beside, Form
from scrutineer.ui.widgets.words import Words

_FIELDS = ("title", "asked_on", "how")
_BETWEEN = " | "      # what several people wrote, on one line
_COUNTS = (("agree", "Agree"), ("partly", "Partly"), ("disagree", "Do not agree"))


def begin(tools: Tools, parent: QWidget, _id: str) -> str:
    """Note that people were asked; the statements stand ready from the first time on."""
    form = Form(CultureRound, [*_FIELDS, "activity_id", "note"], tools.desk, privacy=True, preview=False)
    sheets.offer(form, "activity_id", [
        Option(one.id, f"{one.title}, {short_date(one.held_on)}")
        for one in tools.register.activities.lines() if one.status.is_done
    ])  # fmt: skip
    asked = CultureRound(asked_on=tools.register.today())
    form.load(asked)
    shown = sheets.sheet(
        tools, parent, "Ask how scrutiny feels", "Answers are entered by level afterwards; nobody is named.", form,
        lambda: tools.register.culture_rounds.begin(form.replace(asked)), draft="culture_round",
    )  # fmt: skip
    return "Noted. Answers can be entered by level." if shown.ask() else ""


def change(tools: Tools, parent: QWidget, round_id: str) -> str:
    """Change what is said of a round."""
    kept = tools.register.culture_rounds
    form = Form(CultureRound, [*_FIELDS, "note"], tools.desk, privacy=True, preview=False)
    form.load(kept.get(round_id))
    shown = sheets.sheet(tools, parent, "A round of asking", "", form,
                         lambda: kept.save(form.replace(kept.get(round_id))), draft=f"culture_round:{round_id}")
    return "Changed." if shown.ask() else ""


def enter(tools: Tools, parent: QWidget, id_: str) -> str:
    """Enter how many of one level agreed, partly and not, statement by statement; `id_` is `round:level`."""
    round_id, _, code = id_.partition(":")
    level, register = Level(code), tools.register
    statements = register.culture_statements.asked()
    before = register.culture_answers.given(round_id, level)
    fields: list[Asked] = []
    for one in statements:
        fields.append(Words(one.text, "strong"))
        fields += [Beside(f"{name} {one.id}", label, NumberField(whole=True)) for name, label in _COUNTS]
    fields.append(Words("In their words; part those of several people with |", "heading"))
    fields += [Beside(f"examples {one.id}", one.text, TextField()) for one in statements]
    form = Form(CultureAnswer, fields, tools.desk)
    form.load(CultureAnswer(), {
        f"{name} {one.id}": str(value).replace("\n", _BETWEEN) if name == "examples" else value
        for one in statements for name, value in before.get(one.id, Given())._asdict().items()
    })  # fmt: skip

    def save() -> None:
        values = form.values()
        given = {one.id: Given(values[f"agree {one.id}"], values[f"partly {one.id}"], values[f"disagree {one.id}"],
                               _parted(values[f"examples {one.id}"])) for one in statements}  # fmt: skip
        register.culture_answers.enter(round_id, level, given)

    shown = sheets.sheet(
        tools, parent, f"What they answered: {level.label}", "Numbers of people. Of fewer than five, nothing is shown.",
        form, save, draft=f"culture_answers:{id_}",
    )  # fmt: skip
    return f"Entered: {level.label}." if shown.ask() else ""


def statements(tools: Tools, parent: QWidget, _id: str) -> str:
    """Word the statements; an emptied one is no longer asked, and each aspect takes one more."""
    kept = tools.register.culture_statements
    known = kept.begin()
    fields: list[Asked] = []
    for aspect in CultureAspect:
        fields.append(Words(aspect.label, "strong"))
        own = [one for one in known if one.aspect is aspect]
        fields += [Beside(one.id, f"Statement {place}", TextField()) for place, one in enumerate(own, start=1)]
        fields.append(Beside(aspect.value, "One more", TextField()))
    form = Form(CultureStatement, fields, tools.desk)
    form.load(CultureStatement(), {one.id: one.text for one in known})

    def save() -> None:
        values = form.values()
        kept.word({one.id: values[one.id] or "" for one in known},
                  {aspect: values[aspect.value] or "" for aspect in CultureAspect})  # fmt: skip

    shown = sheets.sheet(tools, parent, "The statements", "Empty one, and it is no longer asked.", form, save,
                         draft="culture_statements")  # fmt: skip
    return "The statements are worded." if shown.ask() else ""


def _parted(words: str) -> str:
    """A line for each person's words."""
    return "\n".join(piece.strip() for piece in words.split(_BETWEEN.strip()) if piece.strip())
