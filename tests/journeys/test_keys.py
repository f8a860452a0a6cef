"""What is done week by week, by keyboard alone: how many keys it takes beside the words that must be written.

Each of Ctrl, Shift and Alt counts as a key, and so does each letter that only chooses something. The way to the
room is counted too. What stands as the most is what somebody who is tired would still do without a sigh.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from scrutineer.domain.action import Action, ActionStatus, Seen
from scrutineer.domain.activity import Level
from scrutineer.domain.culture import CultureRound
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.paper import PaperKind
from scrutineer.domain.plan import PlanItem, PlanStatus
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.register.judging import OVERALL
from scrutineer.register.register import Register
from scrutineer.ui.papers.preview import PaperPreview
from tests.factories import TODAY, a_paper
from tests.journeys.conftest import Begin
from tests.journeys.hands import Hands
from tests.journeys.test_judging import STEPS, last_period

Keys = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LATER = date(2027, 1, 8)


# The plan


def planned(register: Register, _put: object) -> None:
    """Two items for this month."""
    for title in ("Front door", "Section 11 returns"):
        register.plan_items.plan(PlanItem(title=title, year=2026, planned_on=TODAY.replace(day=1)))


def item(hands: Hands, title: str) -> PlanItem:
    return next(one for one in hands.me.register.plan_items.all() if one.title == title)


def test_an_item_is_planned_from_any_room(begin: Begin):
    hands = Hands(begin(planned))

    def fill_in() -> None:
        hands.write("Reading together")
        hands.tab_to("when")
        hands.choose("feb")

    said = hands.on_sheet(lambda: hands.press(Keys.Key_I, CONTROL, SHIFT), fill_in)
    assert said == "“Reading together” is in the plan of 2026–27."
    kept = item(hands, "Reading together")
    assert (kept.planned_on, kept.days) == (date(2027, 2, 1), 1.0)
    assert hands.keys <= 10


def test_an_item_is_marked_as_done_from_the_plan(begin: Begin):
    hands = Hands(begin(planned))
    hands.to_room("plan")
    hands.press(Keys.Key_Return)
    hands.take("mark_done")
    assert hands.me.notice() == "Done: Front door"
    assert item(hands, "Front door").status is PlanStatus.DONE
    assert hands.keys <= 7
    hands.press(Keys.Key_Escape)
    assert hands.at == f"item-{item(hands, 'Front door').id}", "and back to where it stands in the year"


def test_an_item_is_rolled_over_with_a_reason(begin: Begin):
    hands = Hands(begin(planned))
    hands.to_room("plan")
    hands.press(Keys.Key_Down)
    hands.press(Keys.Key_Return)
    said = hands.on_sheet(lambda: hands.take("roll_over"), lambda: hands.write("They come in May this year."))
    assert said.startswith("“Section 11 returns” is in the plan of 2027–28")
    rolled = item(hands, "Section 11 returns")
    assert (rolled.status, rolled.reason) == (PlanStatus.ROLLED_OVER, "They come in May this year.")
    assert hands.keys <= 11


# Actions and promises


def agreed(register: Register, _put: object) -> None:
    """An agreed action with its date, and a promise of mine for today."""
    one = register.recommendations.save(Recommendation(text="Name who reads the interviews."))
    register.recommendations.decide(one.id, Decision.ACCEPTED, TODAY)
    due_on = TODAY + timedelta(days=20)
    register.recommendations.follow(one.id, Action(text="Read ten plans a month.", due_on=due_on))
    register.undertakings.promise(Undertaking(text="Send the audit tool.", due_on=TODAY))


def at_the_action(begin: Begin) -> Hands:
    """Somebody who reads the action, come to from anywhere."""
    hands = Hands(begin(agreed))
    hands.to_room("actions")
    hands.press(Keys.Key_Return)
    return hands


def test_what_i_saw_of_an_action_is_noted_from_the_list(begin: Begin):
    hands = at_the_action(begin)

    def fill_in() -> None:
        hands.press(Keys.Key_Down, times=2)
        hands.tab_to("text")
        hands.write("Seven of the ten.")

    assert hands.on_sheet(lambda: hands.take("seen"), fill_in) == "Noted: seen in part."
    [action] = hands.me.register.actions.all()
    assert (action.seen, action.seen_on, action.status) == (Seen.IN_PART, TODAY, ActionStatus.OPEN)
    assert "Seven of the ten." in hands.me.reads()
    assert hands.keys <= 14


def test_the_date_of_an_action_is_moved_with_the_reason(begin: Begin):
    hands = at_the_action(begin)

    def fill_in() -> None:
        hands.write("8 Jan 2027")
        hands.tab_to("why")
        hands.write("A vacancy.")

    said = hands.on_sheet(lambda: hands.take("move_action"), fill_in)
    assert said == "The action is now due on 8 Jan 2027."
    [action] = hands.me.register.actions.all()
    assert action.due_on == LATER
    assert action.first_due_on != LATER
    assert "A vacancy." in hands.me.reads()
    assert hands.keys <= 13


def test_a_promise_is_kept(begin: Begin):
    hands = Hands(begin(agreed))
    hands.to_room("actions")
    hands.press(Keys.Key_PageUp, CONTROL, times=2)      # by way of all to my promises
    hands.press(Keys.Key_Return)
    hands.take("keep")
    assert hands.me.notice() == "Kept: Send the audit tool"
    assert [one.done_on for one in hands.me.register.undertakings.all()] == [TODAY]
    assert hands.keys <= 10


# Assurance


def given(hands: Hands) -> dict[tuple[str, str], str]:
    """The word given on each subject in the period that is under way."""
    period = hands.me.register.periods.labelled("2026-27-Q3")
    assert period
    standing = hands.me.register.judgements.standing(period.id)
    return {subject: one.rating for subject, one in standing.items()}


def test_still_my_view_is_one_key_for_each(begin: Begin):
    hands = Hands(begin(last_period))
    hands.to_room("assurance")
    the_way = hands.keys
    hands.press(Keys.Key_S, times=4)
    assert given(hands) == dict.fromkeys((OVERALL, *STEPS), "reasonable")
    assert the_way == 2
    assert hands.keys - the_way == 4


def test_a_view_that_changed_is_given_with_its_reason(begin: Begin):
    hands = Hands(begin(last_period))
    hands.to_room("assurance")

    def fill_in() -> None:
        hands.choose("lim")
        hands.tab_to("rationale")
        hands.write("Of 22 plans, 9 showed it.")

    said = hands.on_sheet(lambda: hands.press(Keys.Key_Return), fill_in)
    assert said == "Overall opinion: Limited assurance, for 2026–27, quarter 3."
    assert given(hands) == {OVERALL: "limited"}
    assert hands.keys <= 13


def test_answers_of_one_level_are_entered_a_tab_for_each_number(begin: Begin):
    def asked(register: Register, _put: object) -> None:
        register.culture_statements.begin()
        register.culture_rounds.begin(CultureRound(title="After the workshop", asked_on=TODAY))

    hands = Hands(begin(asked))
    register = hands.me.register
    statements = register.culture_statements.asked()
    counts = [number for _ in statements for number in ("18", "3", "1")]

    def fill_in() -> None:
        for number in counts:
            hands.write(number)
            hands.press(Keys.Key_Tab)
        hands.write("You asked us first.")

    hands.to_room("assurance")
    hands.press(Keys.Key_PageUp, CONTROL)      # from the first chip to the last
    said = hands.on_sheet(lambda: hands.take(f"enter_answers {Level.FRONT_LINE.value}"), fill_in)
    assert said == "Entered: Front line."
    [asked_now] = register.culture_rounds.latest()
    entered = register.culture_answers.given(asked_now.id, Level.FRONT_LINE)
    assert [tuple(entered[one.id])[:3] for one in statements] == [(18, 3, 1)] * len(statements)
    assert entered[statements[0].id].examples == "You asked us first."
    assert hands.keys <= len(counts) + 9


# Meetings


def recommended(register: Register, _put: object) -> None:
    """Two recommendations of a paper, whose meeting was last week."""
    body = register.bodies.save(Body(name="Strategic Board"))
    meeting = register.meetings.save(Meeting(body_id=body.id, held_on=TODAY - timedelta(days=7)))
    paper = register.papers.save(a_paper(body_id=body.id, meeting_id=meeting.id))
    for text in ("Name who reads the interviews.", "Read ten plans a month."):
        register.recommendations.save(Recommendation(text=text, paper_id=paper.id))


@pytest.mark.parametrize(("letters", "field", "decision", "most"), [
    ("", "", Decision.ACCEPTED, 10),
    ("acc", "final_wording", Decision.AMENDED, 14),
    ("dec", "reason", Decision.DECLINED, 14),
])  # fmt: skip
def test_a_recommendation_is_decided(begin: Begin, letters: str, field: str, decision: Decision, most: int):
    words = "Name two who read the interviews."
    hands = Hands(begin(recommended))
    hands.to_room("meetings")
    hands.press(Keys.Key_PageDown, CONTROL)      # to those that await a decision

    def fill_in() -> None:
        if letters:
            hands.choose(letters)
            hands.tab_to(field)
            hands.write(words)

    said = hands.on_sheet(lambda: (hands.press(Keys.Key_Return), hands.take("decide")), fill_in)
    assert said.endswith(f": {decision.label.lower()}.")
    [kept] = [one for one in hands.me.register.recommendations.all() if one.decision is decision]
    assert (kept.final_wording, kept.reason) == (words * (field == "final_wording"), words * (field == "reason"))
    meeting = hands.me.register.meetings.find(kept.meeting_id)
    assert meeting, "the one that had its paper is filled in, with its day"
    assert kept.decided_on == meeting.held_on == TODAY - timedelta(days=7)
    assert hands.keys <= most

    before = hands.keys
    hands.on_sheet(lambda: hands.take("decide"), lambda: None)
    assert hands.keys - before <= 5, "the next one is read at once, with the keyboard at hand"
    assert all(one.decision is not Decision.AWAITED for one in hands.me.register.recommendations.all())


# Papers


@pytest.mark.parametrize(("width", "most"), [(1360, 11), (800, 14)])
def test_an_annual_report_is_begun_and_previewed(begin: Begin, width: int, most: int):
    hands = Hands(begin(recommended))
    hands.me.window.resize(width, 700)
    hands.to_room("papers")
    said = hands.on_sheet(lambda: hands.press(Keys.Key_W, CONTROL, SHIFT), lambda: hands.choose("ann"))
    assert said == "EX-P-2026-002 is begun."
    [annual] = hands.me.register.papers.all(kind=PaperKind.ANNUAL)
    assert annual.starts_on == date(2026, 4, 1)
    preview = hands.me.find(PaperPreview, "") if width > 1000 else None
    if preview is None:      # one at a time: into the words, and from them to how they will look
        hands.press(Keys.Key_Return)
        hands.press(Keys.Key_L, CONTROL)
        preview = hands.me.find(PaperPreview, "")
    assert "1 Bottom line" in hands.me.reads(preview)
    assert hands.keys <= most
