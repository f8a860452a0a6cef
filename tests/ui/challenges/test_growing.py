"""A sheet becomes higher when a choice asks for more, and never smaller."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from scrutineer.domain.challenge import Outcome
from scrutineer.ui.challenges import end
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.ui.challenges.room import Room, choose, on_sheet


def test_what_a_choice_asks_for_is_in_sight_and_the_sheet_does_not_shrink_again(room: Room):
    _, (part,) = room.put()
    heights: list[int] = []

    def act(sheet: FormSheet) -> None:
        for outcome in (None, Outcome.NOT_PURSUED, Outcome.MERGED_INTO):
            choose(sheet, outcome=outcome)
            for _ in range(3):
                QApplication.processEvents()
            heights.append(sheet.height())
            assert sheet.form.verticalScrollBar().maximum() == 0

    room.parent.show()
    on_sheet(act)
    end.ask(room.tools, room.parent, part.id)
    assert heights[0] < heights[1] == heights[2]
