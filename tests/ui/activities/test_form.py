"""What the forms offer: forms used last first, themes in use first, and agencies of former days."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from scrutineer.domain.activity import Activity, ActivityType, Finding
from scrutineer.domain.activity_form import prompts_of
from scrutineer.domain.entity import described
from scrutineer.domain.method import Method
from scrutineer.domain.plan import PlanItem, Priority
from scrutineer.ui.activities.form import SHORT_FORM, activity_form, finding_form
from scrutineer.ui.widgets.fields import ChoiceField, TickField
from tests.factories import a_body, a_meeting, an_activity, an_agency

_NOT_TYPED = {"reference", "scrutineer_id", "feedback_sent_on", "origin"}      # given, or asked for when it is time
_ONCE_THERE_ARE_ANY = {"priority_ids", "plan_item_id", "method_id"}


def test_the_form_that_was_used_last_is_offered_first(register, tools, qtbot):
    for type_ in (ActivityType.PEER_CHALLENGE, ActivityType.DATA_REVIEW):
        register.activities.save(an_activity(type=type_))
    form = activity_form(tools, Activity())
    qtbot.addWidget(form)
    choice = form.field("type")
    assert isinstance(choice, ChoiceField)
    assert [choice.itemText(n) for n in range(5)] == [
        "Used last", "Reading of data", "Peer challenge", "Visits and observation", "Visit to the front line"
    ]
    assert {choice.itemData(n) for n in range(choice.count())} == {*ActivityType, None}
    assert choice.isEditable()
    assert choice.value() is ActivityType.FRONT_LINE_VISIT


def test_every_field_of_an_activity_can_be_typed_and_links_once_there_is_something_to_link_to(register, tools, qtbot):
    typed = {spec.name for spec in described(Activity)} - _NOT_TYPED | {SHORT_FORM}
    form = activity_form(tools, an_activity())
    qtbot.addWidget(form)
    assert set(form.values()) == typed - _ONCE_THERE_ARE_ANY
    register.priorities.save(Priority(title="Neglect"))
    register.plan_items.save(PlanItem(title="Front door"))
    register.methods.save(Method(title="A walk"))
    whole = activity_form(tools, an_activity(framework_items=("S11_8@2007:2",)))
    qtbot.addWidget(whole)
    assert set(whole.values()) == typed
    assert whole.values()["framework_items"] == ("S11_8@2007:2",)
    [ticked] = [one for one in whole.findChildren(TickField) if one.text().startswith("Section 11") and one.isChecked()]
    assert ticked.text() == f"Section 11: {register.frameworks.title_of('S11_8@2007:2')}"


def test_a_method_gives_its_form_and_its_lines_of_enquiry_where_none_are_written(register, tools, qtbot):
    method = register.methods.save(Method(
        title="Hearing", type=ActivityType.PRACTITIONER_FOCUS_GROUP, lines_of_enquiry="- Who listens?"
    ))
    form = activity_form(tools, an_activity())
    qtbot.addWidget(form)
    form.field("method_id").restore(method.id)
    assert form.values()["type"] is ActivityType.PRACTITIONER_FOCUS_GROUP
    assert form.values()["lines_of_enquiry"] == "- Who listens?"
    form.field("lines_of_enquiry").restore("Mine.")
    form.field("method_id").restore(method.id)
    assert form.values()["lines_of_enquiry"] == "Mine."


def test_the_short_form_follows_the_form_that_is_chosen(register, tools, qtbot):
    form = activity_form(tools, an_activity())
    qtbot.addWidget(form)
    form.field("type").restore(ActivityType.APPRECIATIVE_INQUIRY.value)
    asked = [one for one in form.findChildren(QPlainTextEdit) if one.objectName().startswith("prompt-")]
    assert [one.objectName() for one in asked if one.isVisibleTo(form)] == [
        f"prompt-{prompt.value}" for prompt in prompts_of(ActivityType.APPRECIATIVE_INQUIRY)
    ]


def test_meetings_are_offered_with_their_day(register, tools, qtbot):
    body = register.bodies.save(a_body())
    meeting = register.meetings.save(a_meeting(body_id=body.id))
    form = activity_form(tools, an_activity(meeting_id=meeting.id))
    qtbot.addWidget(form)
    choice = form.field("meeting_id")
    assert isinstance(choice, ChoiceField)
    assert choice.currentText() == "Executive Group, 7 Dec 2026"


def test_themes_that_are_in_use_come_first_and_others_can_be_added(register, tools, qtbot):
    for themes in (("Transitions", "Our own theme"), ("Our own theme",)):
        register.activities.save(an_activity(themes=themes))
    form = finding_form(tools, Finding(text="A"), ("text", "themes"))
    qtbot.addWidget(form)
    assert [tick.text() for tick in form.findChildren(TickField) if tick.objectName().startswith("themes-")][:3] == [
        "Our own theme", "Transitions", "Neglect"
    ]


def test_an_agency_of_former_days_keeps_its_name(register, tools, qtbot):
    former = register.agencies.save(an_agency(name="Old Trust", short_name=""))
    register.agencies.remove(former)
    form = finding_form(tools, Finding(text="A", agency_ids=(former.id,)), ("agency_ids",))
    qtbot.addWidget(form)
    assert {tick.text() for tick in form.findChildren(TickField)} == {"Old Trust"}
    assert form.values()["agency_ids"] == (former.id,)
