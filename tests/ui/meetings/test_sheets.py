"""A recommendation is written, decided, followed and tested, each on a sheet of its own."""

from __future__ import annotations

from dataclasses import replace

from scrutineer.domain.organisation import Serves
from scrutineer.domain.recommendation import Decision, Embedded
from scrutineer.ui.meetings import sheets
from scrutineer.ui.widgets.form import Form
from tests.factories import TODAY
from tests.ui.window import fill_in, on_sheet


def test_one_is_written_for_a_paper_and_changed(tools, register, parent, recommended):
    on_sheet(fill_in(text="Read every plan."))
    assert sheets.write(tools, parent, recommended.paper_id) == "Written. It awaits a decision."
    second = register.recommendations.of_paper(recommended.paper_id)[1]
    assert (second.text, second.place, second.reference) == ("Read every plan.", 2, "EX-R-2026-002")
    on_sheet(fill_in(text="Read ten plans."))
    assert sheets.write(tools, parent, second.id) == "Saved."
    assert register.recommendations.get(second.id).text == "Read ten plans."
    on_sheet(lambda sheet: sheet.reject())
    assert sheets.write(tools, parent, "") == ""


def test_a_decision_is_noted_with_its_meeting_and_its_day(tools, register, parent, recommended, meeting):
    earlier = register.meetings.save(replace(meeting, held_on=TODAY.replace(day=2)))

    def decide(sheet):
        form = sheet.findChild(Form)
        form.field("meeting_id").set_value(earlier.id)
        form.field("meeting_id").edited.emit()
        fill_in(minute_ref="7.2")(sheet)

    on_sheet(decide)
    assert sheets.decide(tools, parent, recommended.id) == "R-2026-001: accepted."
    decided = register.recommendations.get(recommended.id)
    assert (decided.decision, decided.decided_on, decided.minute_ref) == (Decision.ACCEPTED, earlier.held_on, "7.2")


def test_wording_and_reason_are_asked_where_they_are_needed(tools, parent, recommended):
    shown = {}

    def look(sheet):
        form = sheet.findChild(Form)
        for decision in Decision:
            form.field("decision").set_value(decision)
            form.field("decision").edited.emit()
            shown[decision] = [name for name in ("final_wording", "reason") if form.field(name).isVisibleTo(sheet)]

    on_sheet(look)
    sheets.decide(tools, parent, recommended.id)
    assert shown == {Decision.AWAITED: [], Decision.ACCEPTED: [], Decision.AMENDED: ["final_wording"],
                     Decision.DECLINED: ["reason"]}  # fmt: skip


def test_an_action_follows_and_what_became_of_it_is_tested(tools, register, parent, recommended):
    register.recommendations.decide(recommended.id, Decision.ACCEPTED, TODAY)
    on_sheet(fill_in(text="Name her."))
    assert sheets.follow(tools, parent, recommended.id)
    assert [one.text for one in register.recommendations.actions_of(recommended.id)] == ["Name her."]
    on_sheet(fill_in(embedded=Embedded.PARTLY, seen="Two of three know her name."))
    assert sheets.test(tools, parent, recommended.id)
    assert register.recommendations.get(recommended.id).embedded is Embedded.PARTLY


def test_the_reviews_of_those_who_are_served_are_offered(tools, register, parent):
    register.partnerships.save(replace(register.partnership, serves=Serves.ADULTS))
    offered = []

    def look(sheet):
        field = sheet.findChild(Form).field("source")
        offered.extend(field.itemText(row) for row in range(field.count()))

    on_sheet(look)
    sheets.write(tools, parent, "")
    assert "Safeguarding adults review" in offered
    assert "Local child safeguarding practice review" not in offered
