"""“End it otherwise”: the outcome first, then only what it asks for; one part, or all that are open."""

from __future__ import annotations

import pytest

from scrutineer.domain.challenge import Outcome, Position, Stage, Status
from scrutineer.domain.escalation import EscalationStep
from scrutineer.ui.challenges import end
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, choose, on_sheet, read

FIELDS = ("ended_because", "target", "merged_into_id", "minute_ref")
ASKED = {
    Outcome.NOT_PURSUED: "ended_because", Outcome.OVERTAKEN_BY_EVENTS: "ended_because",
    Outcome.REFERRED_ELSEWHERE: "target", Outcome.MERGED_INTO: "merged_into_id",
    Outcome.UNRESOLVED_RISK_ACCEPTED: "minute_ref",
}  # fmt: skip


def shown(sheet: FormSheet) -> list[str]:
    return [name for name in FIELDS if sheet.form._blocks[name].isVisible()]


def test_each_outcome_asks_for_its_own_and_nothing_else(room: Room):
    _, (part,) = room.put()
    found: dict[Outcome, list[str]] = {}

    def act(sheet: FormSheet) -> None:
        assert shown(sheet) == []
        assert not sheet.form._blocks["for_all"].isVisible(), "it is put to one party"
        for outcome in ASKED:
            choose(sheet, outcome=outcome)
            found[outcome] = shown(sheet)

    on_sheet(act)
    assert end.ask(room.tools, room.parent, part.id) == ""
    assert found == {outcome: [name] for outcome, name in ASKED.items()}


@pytest.mark.parametrize(("outcome", "sentence"), [
    (Outcome.NOT_PURSUED, "Say why it is not pursued"), (Outcome.MERGED_INTO, "Choose the challenge into which"),
    (Outcome.REFERRED_ELSEWHERE, "Say where it was referred."),
    (Outcome.UNRESOLVED_RISK_ACCEPTED, "escalate to stage 2 or above first"), (None, "Say with what it ends."),
])  # fmt: skip
def test_what_it_needs_is_said_where_it_can_be_filled_in(room: Room, outcome: Outcome | None, sentence: str):
    _, (part,) = room.put()
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        choose(sheet, outcome=outcome)
        sheet.save()
        asked = ASKED.get(outcome, "outcome") if outcome is not Outcome.UNRESOLVED_RISK_ACCEPTED else "outcome"
        assert sheet.form._blocks[asked]._problem.text()
        assert not sheet.form._general.text()
        seen.append(read(sheet))

    on_sheet(act)
    assert end.ask(room.tools, room.parent, part.id) == ""
    assert sentence in seen[0]
    assert room.part(part).status is Status.RAISED


def test_a_part_that_nobody_answered_ends_and_keeps_that_as_its_position(room: Room):
    _, (part,) = room.put()
    on_sheet(lambda sheet: (choose(sheet, outcome=Outcome.NOT_PURSUED, ended_because="Small."), sheet.save()))
    assert end.ask(room.tools, room.parent, part.id) == "The part of Police has ended."
    ended = room.part(part)
    assert (ended.status, ended.outcome, ended.ended_because, ended.closed_on, ended.position) == (
        Status.CLOSED, Outcome.NOT_PURSUED, "Small.", TODAY, Position.NO_RESPONSE,
    )  # fmt: skip


def test_another_challenge_is_found_by_typing_and_kept(room: Room):
    into, _ = room.put(title="The larger one")
    _, (part,) = room.put()

    def act(sheet: FormSheet) -> None:
        choose(sheet, outcome=Outcome.MERGED_INTO, merged_into_id=into.id)
        sheet.save()

    on_sheet(act)
    assert end.ask(room.tools, room.parent, part.id)
    assert room.part(part).merged_into_id == into.id


def test_a_risk_is_accepted_by_a_minute_once_it_was_escalated(room: Room):
    _, (part,) = room.put()
    for stage in (Stage.AGENCY_LEAD, Stage.EXECUTIVE):
        room.register.escalations.escalate([part.id], EscalationStep(stage=stage, stepped_on=TODAY))
    on_sheet(lambda sheet: (
        choose(sheet, outcome=Outcome.UNRESOLVED_RISK_ACCEPTED, minute_ref="EG 4.2"), sheet.save()
    ))
    assert end.ask(room.tools, room.parent, part.id)
    assert room.part(part).minute_ref == "EG 4.2"


def test_one_tick_ends_every_open_part_and_a_private_reason_stays_private_in_each(room: Room):
    made, (police, icb) = room.put(room.police, room.icb)
    room.register.courses.withdraw_part(icb.id, "Not theirs.", "ICB", TODAY)
    more = room.register.challenges.put_also_to(made.id, [police.__class__(agency_id=room.la.id)])[0]

    def act(sheet: FormSheet) -> None:
        choose(sheet, outcome=Outcome.OVERTAKEN_BY_EVENTS, ended_because="A new law.", for_all=True)
        sheet.form._blocks["ended_because"].set_private(True)
        sheet.save()

    on_sheet(act)
    assert end.ask(room.tools, room.parent, police.id) == "2 parts ended."
    for part in (police, more):
        assert room.part(part).status is Status.CLOSED
        assert room.part(part).private == ("ended_because",)
    assert room.part(icb).status is Status.WITHDRAWN
    assert room.register.challenges.get(made.id).status is Status.CLOSED


def test_what_was_typed_for_another_outcome_is_not_kept(room: Room):
    _, (part,) = room.put()

    def act(sheet: FormSheet) -> None:
        choose(sheet, outcome=Outcome.REFERRED_ELSEWHERE, target="The Health and Wellbeing Board")
        choose(sheet, outcome=Outcome.NOT_PURSUED, ended_because="Small.")
        sheet.save()

    on_sheet(act)
    assert end.ask(room.tools, room.parent, part.id)
    assert room.part(part).target == ""
