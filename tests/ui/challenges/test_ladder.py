"""“Edit the ladder”: each rung in the partnership's own words."""

from __future__ import annotations

from dataclasses import replace

from scrutineer.domain.challenge import Stage
from scrutineer.domain.escalation import Rung
from scrutineer.ui.challenges import ladder
from scrutineer.ui.challenges.ladder import RungsField
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.ui.challenges.room import Room, choose, on_sheet, read


def test_what_was_changed_is_kept_and_the_rest_stays_the_usual(room: Room):
    def act(sheet: FormSheet) -> None:
        rungs = list(sheet.form.field("rungs").value())
        rungs[1] = replace(rungs[1], title="Chief officers’ group", days=5)
        rungs[3] = replace(rungs[3], is_left_out=True)
        choose(sheet, rungs=tuple(rungs))
        sheet.save()

    on_sheet(act)
    assert ladder.ask(room.tools, room.parent) == "The ladder of escalation is changed."
    rungs = {rung.stage: rung for rung in room.register.escalations.ladder()}
    assert rungs[Stage.EXECUTIVE].called == "Stage 2 · Chief officers’ group"
    assert rungs[Stage.EXECUTIVE].days == 5
    assert rungs[Stage.JOINT_PARTNERS].is_left_out
    assert len(room.register.desk.reader.all(Rung)) == 2, "only what was changed is written"


def test_it_begins_at_the_rung_that_was_asked_for(room: Room):
    rungs = [rung for rung in room.register.escalations.ladder() if rung.stage is not Stage.DIRECT]
    last = room.register.escalations.save_rung(replace(rungs[-1], days=7))
    begun: list[str] = []
    for id_ in (last.id, ""):
        on_sheet(lambda sheet: begun.append(sheet.focusWidget().objectName()))
        ladder.ask(room.tools, room.parent, id_)
    assert begun == [f"title-{last.stage.rung}", f"title-{rungs[0].stage.rung}"]


def test_a_ladder_without_rungs_and_endless_clocks_are_refused_beside_the_rungs(room: Room):
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        rungs = sheet.form.field("rungs").value()
        choose(sheet, rungs=tuple(replace(one, is_left_out=True, days=1000) for one in rungs))
        sheet.save()
        seen.append(read(sheet))

    on_sheet(act)
    assert ladder.ask(room.tools, room.parent) == ""
    assert "Use one rung at least." in seen[0]
    assert "Count from 0 to 366 working days" in seen[0]


def test_what_is_no_number_is_said_and_what_was_typed_comes_back(room: Room, qtbot):
    rungs = tuple(rung for rung in room.register.escalations.ladder() if rung.stage is not Stage.DIRECT)
    field, other = RungsField(rungs), RungsField(rungs)
    qtbot.addWidget(field)
    qtbot.addWidget(other)
    field._rows[0].typed["days"].restore("ten")
    assert "not a number" in field.problem()
    field._rows[0].first.restore("Lead")
    other.restore(field.draft())
    assert other._rows[0].first.value() == "Lead"
    assert other.problem() == field.problem()
