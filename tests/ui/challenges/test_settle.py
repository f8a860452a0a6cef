"""How a step on the ladder ended."""

from __future__ import annotations

from scrutineer.domain.challenge import Stage
from scrutineer.domain.escalation import EscalationOutcome, EscalationStep
from scrutineer.ui.challenges import settle
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read


def escalated(room: Room) -> EscalationStep:
    _, (part,) = room.put()
    step = EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=TODAY)
    return room.register.escalations.escalate([part.id], step)[0]


def test_the_outcome_and_what_came_of_it_are_kept_and_words_may_be_private(room: Room):
    step = escalated(room)

    def act(sheet):
        sheet.form._blocks["words"].set_private(True)
        fill(outcome=EscalationOutcome.PARTLY, words="They will look.")(sheet)

    on_sheet(act)
    assert settle.ask(room.tools, room.parent, step.id) == "Stage 1 · agency lead: Partly resolved."
    ended = room.register.escalations.get(step.id)
    assert (ended.outcome, ended.outcome_on, ended.words, ended.private) == (
        EscalationOutcome.PARTLY, TODAY, "They will look.", ("words",),
    )  # fmt: skip


def test_without_an_outcome_it_says_so_beside_it(room: Room):
    step, seen = escalated(room), list[str]()
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert settle.ask(room.tools, room.parent, step.id) == ""
    assert "Say how it ended." in seen[0]
    assert room.register.escalations.get(step.id).outcome is None
