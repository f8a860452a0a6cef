"""What can be written about an activity: what is known at once comes first, the rest may wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from scrutineer.domain.activity import Activity, ActivityType, AskedBy, Finding, LedBy
from scrutineer.domain.dates import short_date
from scrutineer.domain.organisation import Serves
from scrutineer.domain.serving import label_for
from scrutineer.ui import serving, sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.words import Words

_MAY_WAIT = (
    "note", "status", "level", "led_by", "my_part", "asked_by", "days", "feedback_due_on", "meeting_id",
    "people_met", "purpose", "themes", "reflection",
)  # fmt: skip


def activity_form(tools: Tools, activity: Activity, *found: Asked, more: Iterable[str] = ()) -> Form:
    """The form, loaded; `found` stands where what was found is typed, `more` fields at the end."""
    earlier = tools.register.activities.all()
    serves = tools.register.partnership.serves
    own: dict[str, Field] = {"type": _forms_last_used_first(earlier, serves)}
    own["themes"] = _themes_in_use_first(tools, earlier)
    for name, terms in (("led_by", LedBy), ("asked_by", AskedBy)):
        own[name] = serving.choice(tools, terms, getattr(activity, name))
    fields: list[Asked] = ["title", ("type", own["type"]), "held_on", "place", "agency_ids", *found]
    fields += [Words("May wait", "heading")]
    fields += [(name, own[name]) if name in own else name for name in (*_MAY_WAIT, *more)]
    form = Form(Activity, fields, tools.desk, privacy=True, preview=False)
    _offer_agencies(tools, form, activity.agency_ids)
    _offer_meetings(tools, form)
    form.load(activity)
    return form


def finding_form(tools: Tools, finding: Finding, fields: Iterable[str]) -> Form:
    """A form for these fields of one finding, loaded."""
    asked: list[Asked] = list(fields)
    if "themes" in asked:
        asked[asked.index("themes")] = ("themes", _themes_in_use_first(tools, tools.register.activities.all()))
    form = Form(Finding, asked, tools.desk, privacy=True, preview=False)
    if "agency_ids" in asked:
        _offer_agencies(tools, form, finding.agency_ids)
    form.load(finding)
    return form


def _offer_agencies(tools: Tools, form: Form, chosen: Iterable[str]) -> None:
    """Today's agencies under their short names, and those of former days that this record names."""
    names = tools.register.desk.names()
    ids = dict.fromkeys([*(one.id for one in tools.register.agencies.current()), *chosen])
    sheets.offer(form, "agency_ids", [Option(id_, names[id_]) for id_ in ids if id_ in names])


def _offer_meetings(tools: Tools, form: Form) -> None:
    names = tools.register.desk.names()
    latest = sorted(tools.register.meetings.all(), key=lambda one: str(one.held_on or ""), reverse=True)
    sheets.offer(form, "meeting_id", [
        Option(one.id, f"{names.get(one.body_id or '', 'Meeting')}, {short_date(one.held_on)}") for one in latest
    ])


def _forms_last_used_first(earlier: list[Activity], serves: Serves) -> ChoiceField:
    forms = dict.fromkeys([*(one.type for one in reversed(earlier)), *ActivityType])
    options = [Option(form.value, label_for(form, serves)) for form in forms]
    return ChoiceField(options, optional=False, convert=ActivityType)


def _themes_in_use_first(tools: Tools, earlier: list[Activity]) -> SeveralField:
    used = Counter(theme for one in earlier for theme in one.themes)
    return serving.themes(tools, (theme for theme, _ in used.most_common()))
