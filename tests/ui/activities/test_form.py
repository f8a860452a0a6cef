"""What the forms offer: forms used last first, themes in use first, and agencies of former days."""

from __future__ import annotations

from scrutineer.domain.activity import Activity, ActivityType, Finding
from scrutineer.domain.entity import described
from scrutineer.ui.activities.form import activity_form, finding_form
from scrutineer.ui.widgets.fields import ChoiceField, TickField
from tests.factories import a_body, a_meeting, an_activity, an_agency

_NOT_TYPED = {"reference", "scrutineer_id", "feedback_sent_on", "origin",
    "priority_ids", "framework_items", "plan_item_id", "method_id", "lines_of_enquiry",
}      # given, or asked for when it is time


def test_the_form_that_was_used_last_is_offered_first(register, tools, qtbot):
    for type_ in (ActivityType.PEER_CHALLENGE, ActivityType.DATA_REVIEW):
        register.activities.save(an_activity(type=type_))
    form = activity_form(tools, Activity())
    qtbot.addWidget(form)
    choice = form.field("type")
    assert isinstance(choice, ChoiceField)
    assert [choice.itemText(n) for n in range(2)] == ["Reading of data", "Peer challenge"]
    assert choice.count() == len(ActivityType)
    assert choice.isEditable()
    assert choice.value() is ActivityType.FRONT_LINE_VISIT


def test_every_field_of_an_activity_can_be_typed(register, tools, qtbot):
    form = activity_form(tools, an_activity())
    qtbot.addWidget(form)
    assert set(form.values()) == {spec.name for spec in described(Activity)} - _NOT_TYPED


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
