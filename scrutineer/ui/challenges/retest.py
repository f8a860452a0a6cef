"""“Plan a re-test” and “Record the re-test”: did it last? Chosen, not automatic; its days stand against the budget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.retest import AFTER_DAYS, Retest, RetestResult
from scrutineer.domain.serving import label_for
from scrutineer.domain.year import year_of
from scrutineer.ui.challenges import lasted, reopen
from scrutineer.ui.challenges.told import Told
from scrutineer.ui.evidence import linking
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Beside, Form


def plan(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask when to look again at a part that was closed, for how long and how."""
    register = tools.register
    part = register.challenges.part(addressee_id)
    suggested = register.retests.suggested(part)
    day = suggested or max((part.closed_on or register.today()) + timedelta(days=AFTER_DAYS), register.today())
    whole = register.challenges.get(part.challenge_id)
    question = lasted.why_suggested(whole, suggested) if suggested else "When, for how long, and how?"

    def save(typed: Retest) -> None:
        with register.desk.act():
            kept = register.retests.plan(addressee_id, typed.planned_on, typed.days, typed.plan)
            register.retests.save(replace(kept, private=typed.private))

    blank = Retest(planned_on=day, addressee_id=addressee_id, challenge_id=part.challenge_id)
    name = register.challenges.party_name(part)
    if not _ask_plan(tools, parent, blank, f"Plan a re-test: {name}", question, save, f"plan_retest:{addressee_id}"):
        return ""
    planned = register.retests.of_parts([addressee_id])[-1]
    return f"{name}: to look again on {short_date(planned.planned_on)}."


def change(tools: Tools, parent: QWidget, retest_id: str) -> str:
    """Ask anew when, for how long and how."""
    retests = tools.register.retests
    retest = retests.get(retest_id)

    def save(typed: Retest) -> None:
        now = retests.get(retest_id)
        retests.save(replace(
            now, planned_on=typed.planned_on, days=typed.days, plan=typed.plan, private=typed.private
        ))

    title = f"Change the plan: {_name(tools, retest)}"
    if not _ask_plan(tools, parent, retest, title, "When, for how long, and how?", save, f"change_retest:{retest_id}"):
        return ""
    return f"To look again on {short_date(retests.get(retest_id).planned_on)}."


def _ask_plan(
    tools: Tools, parent: QWidget, began: Retest, title: str, question: str, save: Callable[[Retest], None], draft: str
) -> bool:
    told = Told()
    asked: list[Asked] = ["planned_on", "days", Beside("budget", "Against the year’s budget", told), "plan"]
    form = Form(Retest, asked, tools.desk, privacy=True, preview=False)
    form.load(began)
    planned_on, days = form.field("planned_on"), form.field("days")

    def say() -> None:
        day = planned_on.value() or tools.register.today()
        told.say(against_budget(tools, day, 0.0 if days.problem() else days.value(), began))

    for editor in (planned_on, days):
        editor.edited.connect(say)
    say()
    return sheet(tools, parent, title, question, form, lambda: save(form.replace(began)), draft=draft).ask()


def against_budget(tools: Tools, day: date, days: float, but: Retest) -> str:
    """`Re-tests take 2 of my 20 days in 2026–27, this one among them.`; of `but` its days on record do not count."""
    year = year_of(day)
    others = tools.register.retests.days_ahead(year.starts_on, year.ends_on)
    if year.holds(but.planned_on) and tools.register.retests.find(but.id):
        others -= but.days
    budget = tools.register.appointments.budget(year.starts_on, year.ends_on)
    of = f"{others + days:g} of my {budget:g} days" if budget else f"{others + days:g} of my days"
    return f"With this one, re-tests take {of} in {year.label}."


def record(tools: Tools, parent: QWidget, retest_id: str) -> str:
    """Ask what a re-test found; what did not last can be reopened at once."""
    register = tools.register
    retest = register.retests.get(retest_id)
    name, part_id = _name(tools, retest), retest.addressee_id or ""
    evidence = Told(press="Link evidence", name="link-evidence")
    form = Form(
        Retest, ["result", "done_on", "words", Beside("evidence", "What shows it", evidence)], tools.desk, privacy=True,
        preview=False,
    )  # fmt: skip
    began = replace(retest, done_on=register.today())
    form.load(began)

    def save() -> None:
        typed = form.replace(began)
        with register.desk.act():
            kept = register.retests.record(retest_id, typed.result, typed.done_on, typed.words)
            register.retests.save(replace(kept, private=typed.private))

    shown = sheet(tools, parent, f"Did it last? {name}", _was(tools, retest), form, save,
                  draft=f"record_retest:{retest_id}")  # fmt: skip
    evidence.pressed.connect(lambda: evidence.say(linking.ask(tools, shown, part_id)))
    if not shown.ask():
        return ""
    result = register.retests.get(retest_id).result
    if result is RetestResult.NOT_SUSTAINED:
        tools.say(f"{name}: not sustained.", "Reopen", lambda: _reopen(tools, parent, part_id))
        return ""
    return f"{name}: {result.label.lower()}." if result else ""


def _reopen(tools: Tools, parent: QWidget, addressee_id: str) -> None:
    try:
        said = reopen.ask_again(tools, parent, addressee_id)
    except ScrutineerError as error:
        tools.messages.show_error(error)
        return
    if said:
        tools.say(said)


def _was(tools: Tools, retest: Retest) -> str:
    """What is looked at again: when it was closed, and what had changed then."""
    part = tools.register.challenges.part(retest.addressee_id)
    level = label_for(part.impact_level, tools.register.partnership.serves) if part.impact_level else ""
    outcome = part.outcome.label if part.outcome else ""
    said = level if outcome and level.endswith(outcome) else ", ".join(filter(None, (outcome, level)))
    return f"It was closed on {short_date(part.closed_on)}: {said}." if part.closed_on and said else ""


def _name(tools: Tools, retest: Retest) -> str:
    challenges = tools.register.challenges
    return challenges.party_name(challenges.part(retest.addressee_id))
