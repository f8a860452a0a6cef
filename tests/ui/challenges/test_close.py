"""“Close”: what the evidence carries is said at once, and a reason is asked for only where it does not carry enough."""

from __future__ import annotations

from scrutineer.domain.challenge import ImpactLevel, Outcome, Status
from scrutineer.ui.challenges import close
from scrutineer.ui.widgets.fields import ChoiceField
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, choose, fill, on_sheet, press, read


def offered(sheet: FormSheet, name: str) -> list[str]:
    choice = sheet.form.field(name)
    assert isinstance(choice, ChoiceField)
    return [choice.itemText(place) for place in range(1, choice.count())]


def asks_for_reason(sheet: FormSheet) -> bool:
    return sheet.form._blocks["stands_in"].isVisible()


def test_straight_after_an_answer_it_closes_as_assured_and_the_agencys_own_word_is_not_enough(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        assert offered(sheet, "outcome") == ["Assured, no change needed"]
        assert len(offered(sheet, "impact_level")) == len(ImpactLevel)
        assert asks_for_reason(sheet)
        choose(sheet, impact_level=ImpactLevel.REPLY_ONLY, what_changed="Nothing needed to.")
        sheet.save()
        seen.append(read(sheet))
        choose(sheet, stands_in="It is a matter of fact.")
        sheet.save()

    on_sheet(act)
    assert close.ask(room.tools, room.parent, part.id) == "The part of Police is closed."
    assert "“Assured” needs something other than the agency’s own word" in seen[0]
    assert "The reason is printed." in seen[0]
    ended = room.part(part)
    assert (ended.status, ended.outcome, ended.closed_on) == (Status.CLOSED, Outcome.ASSURED_NO_CHANGE_NEEDED, TODAY)
    assert ended.stands_in == "It is a matter of fact."


def test_an_outcome_offers_the_levels_that_say_the_same(room: Room):
    (part,) = room.under_test()
    found: dict[Outcome, list[str]] = {}
    chosen: dict[Outcome, object] = {}

    def act(sheet: FormSheet) -> None:
        for outcome in (one for one in Outcome if one.says_what_changed):
            choose(sheet, outcome=outcome)
            found[outcome] = [words[0] for words in offered(sheet, "impact_level")]
            chosen[outcome] = sheet.form.field("impact_level").value()

    on_sheet(act)
    assert close.ask(room.tools, room.parent, part.id) == ""
    assert found == {
        Outcome.IMPACT_EVIDENCED: ["4", "5"], Outcome.PRACTICE_CHANGE_EVIDENCED: ["3"],
        Outcome.PROCESS_CHANGED_ONLY: ["2"], Outcome.ASSURED_NO_CHANGE_NEEDED: list("012345"),
    }  # fmt: skip
    assert chosen[Outcome.PRACTICE_CHANGE_EVIDENCED] is ImpactLevel.PRACTICE_CHANGED, "there is no other"
    assert chosen[Outcome.IMPACT_EVIDENCED] is None, "which of the two, only the scrutineer can say"


def test_what_is_linked_says_at_once_how_far_it_carries_and_why_a_level_is_capped(room: Room):
    (part,) = room.under_test()
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        seen.append(read(sheet))
        assert not asks_for_reason(sheet)
        choose(sheet, outcome=Outcome.PRACTICE_CHANGE_EVIDENCED)
        seen.append(read(sheet))
        assert asks_for_reason(sheet)
        choose(sheet, outcome=Outcome.PROCESS_CHANGED_ONLY)
        assert not asks_for_reason(sheet)

    on_sheet(act)
    close.ask(room.tools, room.parent, part.id)
    assert "No evidence is linked yet; without any, “what changed” reaches “2 Process changed”." in seen[0]
    assert "Link something seen, counted or heard" in seen[1]


def test_evidence_can_be_linked_from_there_and_the_reason_is_then_not_asked(room: Room):
    (part,) = room.under_test()
    finding = room.seen()

    def act(sheet: FormSheet) -> None:
        choose(sheet, outcome=Outcome.PRACTICE_CHANGE_EVIDENCED, what_changed="They do.", stands_in="I believe it.")
        on_sheet(fill(picked={finding.id: "nine of ten"}))
        press(sheet, "link-evidence")
        assert "That carries up to “4 Difference to children”." in read(sheet)
        assert not asks_for_reason(sheet)
        sheet.save()

    on_sheet(act)
    assert close.ask(room.tools, room.parent, part.id)
    assert room.said == ["1 piece of evidence linked."]
    assert room.part(part).impact_level is ImpactLevel.PRACTICE_CHANGED
    assert room.part(part).stands_in == "", "what was out of sight is not printed"


def test_what_is_missing_stands_beside_its_field(room: Room):
    (part,) = room.under_test()
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert close.ask(room.tools, room.parent, part.id) == ""
    assert "Say with what it ends." in seen[0]
    assert "Write a sentence on what changed" in seen[0]
    assert room.part(part).status is Status.TESTING_IMPACT


def test_what_was_typed_is_there_again_with_the_level_that_went_with_it(room: Room):
    (part,) = room.under_test()
    typed = {"outcome": Outcome.IMPACT_EVIDENCED, "impact_level": ImpactLevel.DIFFERENCE}
    on_sheet(lambda sheet: choose(sheet, **typed, stands_in="A judge said so."))
    close.ask(room.tools, room.parent, part.id)

    def act(sheet: FormSheet) -> None:
        assert asks_for_reason(sheet)
        fill(what_changed="Children say so.")(sheet)

    on_sheet(act)
    assert close.ask(room.tools, room.parent, part.id)
    assert (room.part(part).impact_level, room.part(part).stands_in) == (ImpactLevel.DIFFERENCE, "A judge said so.")
