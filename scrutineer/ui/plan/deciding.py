"""What becomes of an item: begun on a day, done, moved into next year, dropped, or put back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import Activity
from scrutineer.domain.dates import short_date
from scrutineer.domain.plan import PlanItem
from scrutineer.domain.year import Year
from scrutineer.ui import sheets
from scrutineer.ui.plan.months import month_field
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Form


def begin(tools: Tools, parent: QWidget, item_id: str) -> str:
    """Set a day for an item: an activity is begun from it, which takes over what the item says."""
    items, today = tools.register.plan_items, tools.register.today()
    item = items.get(item_id)
    begun = Activity(held_on=item.planned_on if item.planned_on and item.planned_on > today else None)
    form = Form(Activity, ["held_on", "place"], tools.desk, preview=False)
    form.load(begun)
    made: list[Activity] = []

    def save() -> None:
        typed = form.replace(begun)
        made.append(items.begin(item_id, typed.held_on, typed.place))

    shown = sheets.sheet(tools, parent, "Begin the activity", f"On which day? “{item.title}”", form, save,
                         save_words="Begin it", draft=f"plan_item:begin:{item_id}")  # fmt: skip
    if not shown.ask():
        return ""
    activity = made[-1]
    return f"{activity.reference} {'planned for' if activity.is_ahead else 'noted for'} {short_date(activity.held_on)}."


def mark_done(tools: Tools, _parent: QWidget, item_id: str) -> str:
    """Say that an item is done, and offer to take that back."""
    items = tools.register.plan_items

    def take_back() -> None:
        items.put_back(item_id)

    tools.say(f"Done: {items.mark_done(item_id).title}", "Take it back", take_back)
    return ""


def roll_over(tools: Tools, parent: QWidget, item_id: str) -> str:
    """Move an item into next year's plan, with the reason."""
    items = tools.register.plan_items
    item, fresh = items.get(item_id), Year(items.get(item_id).year).next
    asked: list[Asked] = ["reason", ("planned_on", month_field(fresh))]

    def save(typed: PlanItem) -> None:
        items.roll_over(item_id, typed.reason, typed.planned_on)

    if not _ask(tools, parent, item, f"Roll over to {fresh.label}", "Roll it over", asked, save):
        return ""
    return f"“{item.title}” is in the plan of {fresh.label}; that of {Year(item.year).label} says why."


def drop(tools: Tools, parent: QWidget, item_id: str) -> str:
    """Take an item out of the plan, with the reason."""
    items = tools.register.plan_items
    item = items.get(item_id)

    def save(typed: PlanItem) -> None:
        items.drop(item_id, typed.reason)

    if not _ask(tools, parent, item, "Drop from the plan", "Drop it", ["reason"], save):
        return ""
    return f"“{item.title}” was dropped, and the plan says why."


def put_back(tools: Tools, _parent: QWidget, item_id: str) -> str:
    """Put back what was dropped, rolled over or said to be done."""
    back = tools.register.plan_items.put_back(item_id)
    return f"“{back.title}” is in the plan of {Year(back.year).label} again."


def _ask(
    tools: Tools, parent: QWidget, item: PlanItem, title: str, save_words: str, asked: list[Asked],
    save: Callable[[PlanItem], None],
) -> bool:
    blank = PlanItem(title=item.title)
    form = Form(PlanItem, asked, tools.desk, preview=False)
    form.load(blank)
    return sheets.sheet(
        tools, parent, title, item.title, form, lambda: save(form.replace(blank)), save_words=save_words,
        draft=f"plan_item:{save_words}:{item.id}",
    ).ask()
