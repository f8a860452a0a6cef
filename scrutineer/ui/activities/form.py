"""What can be written about an activity: what is known at once comes first, the rest may wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QComboBox

from scrutineer.domain.activity import Activity, ActivityType, AskedBy, Finding, LedBy
from scrutineer.domain.activity_form import Family, ShortForm, forms_of
from scrutineer.domain.dates import short_date
from scrutineer.domain.organisation import Serves
from scrutineer.domain.serving import label_for
from scrutineer.ui import classifying, serving, sheets
from scrutineer.ui.activities.short_form import ShortFormField
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Asked, Beside, Form
from scrutineer.ui.widgets.grouped_choice import GroupedChoiceField
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.words import Words

SHORT_FORM = "short_form"
_MAY_WAIT = (
    "note", "status", "level", "led_by", "my_part", "asked_by", "days", "feedback_due_on", "meeting_id",
    "plan_item_id", "method_id", "people_met", "purpose", "lines_of_enquiry", "priority_ids", "framework_items",
    "themes", "reflection",
)  # fmt: skip
_LINKED = ("plan_item_id", "method_id", "priority_ids", "framework_items")      # asked for once there are any
_LAST_USED = 3      # forms that stand above the families


def activity_form(
    tools: Tools, activity: Activity, *found: Asked, first: Iterable[Asked] = (), more: Iterable[str] = ()
) -> Form:
    """The form, loaded; `found` stands where what was found is typed, `first` above all and `more` at the end.

    Beside the activity's own fields it holds its short form, as `SHORT_FORM`.
    """
    register = tools.register
    earlier, offered = register.activities.all(), _offered(tools, activity)
    serves = register.partnership.serves
    own: dict[str, Field] = {
        "type": forms_last_used_first(earlier, serves), "themes": _themes_in_use_first(tools, earlier),
        "framework_items": classifying.framework_items_field(),
    }
    for name, terms in (("led_by", LedBy), ("asked_by", AskedBy)):
        own[name] = serving.choice(tools, terms, getattr(activity, name))
    agencies = _agencies(tools, activity.agency_ids)
    short_form = ShortFormField(
        tools.desk, register.forms.of(activity.id), agencies,
        [(one.ref, one.words) for one in register.frameworks.offered()],
        lambda: form.field("agency_ids").value(),
    )  # fmt: skip
    wait = [name for name in (*_MAY_WAIT, *more) if name not in _LINKED or offered[name]]
    fields: list[Asked] = [*first, "title", ("type", own["type"]), "held_on", "place", "agency_ids", *found]
    fields += [Words("May wait", "heading"), Beside(SHORT_FORM, "What this form of scrutiny asks", short_form)]
    fields += [(name, own[name]) if name in own else name for name in wait]
    form = Form(Activity, fields, tools.desk, privacy=True, preview=False)
    sheets.offer(form, "agency_ids", agencies)
    _offer_meetings(tools, form)
    for name in (one for one in _LINKED if one in wait):
        sheets.offer(form, name, offered[name])
    form.load(activity)
    _follow_the_form(form, short_form)
    if "method_id" in wait:
        _follow_the_method(tools, form)
    return form


def short_form_of(form: Form) -> ShortForm:
    """What stands in the short form of an activity's form."""
    value: ShortForm = form.field(SHORT_FORM).value()
    return value


def _follow_the_form(form: Form, short_form: ShortFormField) -> None:
    """Another form of scrutiny asks other things; while it is still being typed, nothing changes."""
    chosen = form.field("type")

    def ask() -> None:
        if not chosen.problem():
            short_form.ask_for(chosen.value() or ActivityType.OTHER)

    chosen.edited.connect(ask)
    if isinstance(chosen, QComboBox):
        chosen.currentIndexChanged.connect(ask)
    ask()


def _follow_the_method(tools: Tools, form: Form) -> None:
    """A method that is chosen gives its form, and its lines of enquiry where none are written."""
    chosen = form.field("method_id")

    def take_over() -> None:
        method = tools.register.methods.find(chosen.value())
        if method is None:
            return
        here = Activity(title="Here", lines_of_enquiry=form.field("lines_of_enquiry").value())
        begun = tools.register.methods.applied(here, method)
        form.field("type").restore(begun.type.value)
        if begun.lines_of_enquiry != here.lines_of_enquiry:
            form.field("lines_of_enquiry").restore(begun.lines_of_enquiry)

    chosen.edited.connect(take_over)


def finding_form(tools: Tools, finding: Finding, fields: Sequence[str]) -> Form:
    """A form for these fields of one finding, loaded; priorities and framework items once there are any."""
    offered = _offered(tools, finding)
    asked: list[Asked] = [name for name in fields if name not in _LINKED or offered[name]]
    if "themes" in asked:
        asked[asked.index("themes")] = ("themes", _themes_in_use_first(tools, tools.register.activities.all()))
    if "framework_items" in asked:
        asked[asked.index("framework_items")] = ("framework_items", classifying.framework_items_field())
    form = Form(Finding, asked, tools.desk, privacy=True, preview=False)
    offered["agency_ids"] = _agencies(tools, finding.agency_ids)
    for name in ("agency_ids", *_LINKED):
        if name in fields and offered[name]:
            sheets.offer(form, name, offered[name])
    form.load(finding)
    return form


def _offered(tools: Tools, entity: Activity | Finding) -> dict[str, list[Option]]:
    """What there is to choose from: priorities, framework items, plan items and methods; chosen ones stay."""
    register = tools.register
    return {
        "priority_ids": classifying.priorities(register),
        "framework_items": classifying.framework_items(register, entity.framework_items),
        "plan_item_id": [Option(one.id, one.title) for one in register.plan_items.all()],
        "method_id": [Option(one.id, one.title) for one in register.methods.listed()],
    }


def _agencies(tools: Tools, chosen: Iterable[str]) -> list[Option]:
    """Today's agencies under their short names, and those of former days that this record names."""
    names = tools.register.desk.names()
    ids = dict.fromkeys([*(one.id for one in tools.register.agencies.current()), *chosen])
    return [Option(id_, names[id_]) for id_ in ids if id_ in names]


def _offer_meetings(tools: Tools, form: Form) -> None:
    names = tools.register.desk.names()
    latest = sorted(tools.register.meetings.all(), key=lambda one: str(one.held_on or ""), reverse=True)
    sheets.offer(form, "meeting_id", [
        Option(one.id, f"{names.get(one.body_id or '', 'Meeting')}, {short_date(one.held_on)}") for one in latest
    ])


def forms_last_used_first(earlier: list[Activity], serves: Serves) -> GroupedChoiceField:
    """The families with their forms, and above them the forms that were used last."""
    used = list(dict.fromkeys(one.type for one in reversed(earlier)))[:_LAST_USED]
    groups = [(family.label, forms_of(family)) for family in Family]
    if used:
        groups.insert(0, ("Used last", tuple(used)))
    return GroupedChoiceField(
        [(heading, [Option(form.value, label_for(form, serves)) for form in forms]) for heading, forms in groups],
        convert=ActivityType,
    )


def _themes_in_use_first(tools: Tools, earlier: list[Activity]) -> SeveralField:
    used = Counter(theme for one in earlier for theme in one.themes)
    return serving.themes(tools, (theme for theme, _ in used.most_common()))
