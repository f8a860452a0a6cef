"""Every statement of the learning example that describes its system or its culture, and where it is held.

The table says each statement in our own short words, with the record that holds it, the room in which that is read,
and the journey that records it. It is tried against the demonstration, which tells the example's own story.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, ActivityType, AskedBy, Finding, FindingKind, LedBy, Level, MyPart
from scrutineer.domain.activity_form import FormEntry, Grading, Prompt, Reading
from scrutineer.domain.assurance import JudgedKind, Judgement
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.culture import CultureAnswer, CultureAspect, CultureRound, CultureStatement, Feedback
from scrutineer.domain.entity import Entity
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.meeting_page import LineKind, MeetingLine
from scrutineer.domain.organisation import Agency, Scrutineer
from scrutineer.domain.paper import PaperSection, SectionCode
from scrutineer.domain.plan import PlanItem, PlanStatus, PlanVersion, TimeEntry
from scrutineer.domain.principle import Principle, PrincipleExample
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.retest import Retest
from scrutineer.register.register import Register
from scrutineer.storage import key
from scrutineer.ui import theme
from tests.journeys.person import Person

FIRST = "test_first_run_to_paper:test_from_the_first_run_to_a_paper_in_word"
WORKSHOP = "test_forms:test_a_workshop_and_what_came_of_it"
PEER = "test_hertfordshire:test_a_peer_challenge_is_told_and_what_was_said_of_it_shapes_the_next"
PRINCIPLES = "test_hertfordshire:test_principles_are_agreed_and_one_is_seen_lived_by"
INQUIRY = "test_forms:test_an_appreciative_inquiry_in_five_ds"
FEELING = "test_coverage_and_feeling:test_scrutiny_is_scrutinised_too"
COVERAGE = "test_coverage_and_feeling:test_coverage_is_walked_by_keys_from_a_blind_spot_to_a_record"
PLAN = "test_plan:test_a_plan_is_made_agreed_followed_and_counted_in_days"
JUDGING = "test_judging:test_a_period_is_judged_from_last_periods_views_and_a_framework_of_our_own"
TRAVELS = "test_learning_and_voice:test_a_strength_is_passed_on_thanked_for_and_taken_up_with_evidence"
LESSON = "test_learning_and_voice:test_a_lesson_says_what_changed_in_practice"
VOICE = "test_learning_and_voice:test_young_people_are_heard_their_question_is_put_for_them_and_they_hear_back"
MEETING = "test_meeting:test_five_lines_of_a_board_meeting_are_typed_while_it_happens"
REOPENED = "test_courses:test_one_is_reopened_after_a_retest_that_was_not_sustained"
PUT = "test_courses:test_three_challenges_to_two_parties_each_by_keyboard_alone"


class Row(NamedTuple):
    """A statement, the kind of record that holds it, the room that shows it, the journey that records it.

    `by` is the noun or verb by which the journey names it; `holds` says which records are meant, where not all are.
    """

    statement: str
    entity: type[Entity]
    room: str
    journey: str
    by: str
    holds: Callable[[Any], bool] = lambda _: True


def about(aspect: CultureAspect) -> Callable[[Any], bool]:
    return lambda one: one.aspect is aspect


def prompt(asked: Prompt) -> Callable[[Any], bool]:
    return lambda one: one.prompt is asked


ROWS = (
    # How it was made
    Row("many partners, brought together by the Board, make the approach", Activity, "activities", PEER, "agency_ids",
        lambda one: one.level is Level.BOARD and len(one.agency_ids) > 10 and one.asked_by is AskedBy.BOARD),
    Row("two half-day development workshops within two months", Activity, "activities", WORKSHOP,
        "Development workshop", lambda one: one.title.startswith("Development workshop") and one.days == 0.5),
    Row("a workshop says what it worked on and what came of it", FormEntry, "activities", WORKSHOP, "CAME_OF_IT",
        prompt(Prompt.CAME_OF_IT)),
    Row("two people from outside are asked to help", Activity, "activities", PEER, "led_by",
        lambda one: one.led_by is LedBy.INVITED_EXPERT and one.is_done),
    Row("peer challenge by an independent chair of another area", FormEntry, "activities", PEER, "PEER_AREA",
        prompt(Prompt.PEER_AREA)),
    Row("types of scrutiny, and how they make one system", FormEntry, "activities", PEER, "OFFERED",
        prompt(Prompt.OFFERED)),
    Row("appreciative inquiry into what scrutiny means", FormEntry, "activities", INQUIRY, "APPRECIATIVE_INQUIRY",
        prompt(Prompt.DEFINE)),
    Row("what worked before is retained", FormEntry, "activities", INQUIRY, "five", prompt(Prompt.DISCOVER)),
    Row("what is hoped for", FormEntry, "activities", INQUIRY, "five", prompt(Prompt.DREAM)),
    Row("feedback of the workshops is used to develop the approach", Feedback, "assurance", PEER, "feedback",
        lambda one: bool(one.shaped)),
    Row("time was the biggest challenge", Finding, "activities", FIRST, "concern-1",
        lambda one: one.kind is FindingKind.CONCERN and one.text.startswith("Time was")),
    Row("the second workshop could have been longer", Challenge, "challenges", PUT, "challenges",
        lambda one: one.title == "Could the next workshop be a whole day?"),
    # The culture
    Row("a culture of scrutiny, from the start of a change on", CultureRound, "assurance", FEELING, "begin_round"),
    Row("welcoming scrutiny", CultureStatement, "assurance", FEELING, "culture_statements",
        about(CultureAspect.WELCOMING)),
    Row("participation in scrutiny", CultureStatement, "assurance", FEELING, "culture_statements",
        about(CultureAspect.PARTICIPATING)),
    Row("trusting and learning from each other", CultureStatement, "assurance", FEELING, "culture_statements",
        about(CultureAspect.TRUSTING_LEARNING)),
    Row("taking accountability", CultureStatement, "assurance", FEELING, "culture_statements",
        about(CultureAspect.ACCOUNTABILITY)),
    Row("from the front line up to the Board", CultureAnswer, "assurance", FEELING, "front_line",
        lambda one: one.level is Level.FRONT_LINE),
    Row("participation of children and young people", VoiceEntry, "learning", VOICE, "voices"),
    Row("positive: what works is told first", Finding, "learning", FIRST, "strength-1",
        lambda one: one.kind is FindingKind.STRENGTH),
    Row("learning is the outcome, not an administrative process", Finding, "learning", LESSON, "practice_changed",
        lambda one: one.kind is FindingKind.LEARNING and bool(one.practice_changed)),
    Row("agencies learn from what works elsewhere", Adoption, "learning", TRAVELS, "adopt"),
    Row("an agency says what it will do", Action, "actions", FIRST, "agree_action",
        lambda one: bool(one.addressee_id)),
    # The system
    Row("a system of rolling scrutiny", PlanItem, "plan", PLAN, "roll_over",
        lambda one: one.status is PlanStatus.ROLLED_OVER),
    Row("many forms: an audit by several agencies", Grading, "activities",
        "test_forms:test_a_multi_agency_audit_with_the_gradings_of_each_agency", "gradings"),
    Row("many forms: figures that are read", Reading, "activities",
        "test_forms:test_the_question_of_a_figure_becomes_a_challenge", "reading"),
    Row("appreciative inquiry stays one of the forms", Activity, "activities", INQUIRY, "APPRECIATIVE_INQUIRY",
        lambda one: one.type is ActivityType.APPRECIATIVE_INQUIRY),
    Row("an independent scrutineer", Scrutineer, "agencies", FIRST, "The Scrutineer"),
    Row("oversight of scrutiny that others lead", Activity, "activities", COVERAGE, "my_part",
        lambda one: one.my_part in {MyPart.OVERSAW, MyPart.READ_RESULT}),
    Row("a consistent set of principles", Principle, "plan", PRINCIPLES, "principles"),
    Row("principles are lived by", PrincipleExample, "plan", PRINCIPLES, "principle_examples"),
    Row("an annual plan, agreed", PlanVersion, "plan", PLAN, "agreed"),
    Row("workable in practice: in so many days", TimeEntry, "plan", PLAN, "note_half_a_day"),
    Row("assurance from all agencies: who has been looked at", Agency, "agencies", COVERAGE, "agencies"),
    Row("assurance, said in one opinion", Judgement, "assurance", JUDGING, "OVERALL",
        lambda one: one.kind is JudgedKind.OVERALL),
    Row("robust: held against what is asked", Judgement, "assurance", JUDGING, "framework_item",
        lambda one: one.kind is JudgedKind.FRAMEWORK_ITEM),
    Row("accountable oversight: what was asked is decided", Recommendation, "meetings", MEETING, "recommendations",
        lambda one: one.decision is not Decision.AWAITED),
    Row("scrutiny throughout the work: at the Board itself", MeetingLine, "meetings", MEETING, "line",
        lambda one: one.kind is LineKind.STRENGTH),
    Row("feedback on performance and outcomes", PaperSection, "papers", FIRST, "write_the_paper",
        lambda one: one.code is SectionCode.WHAT_WORKS),
    Row("practice improvement", Finding, "learning", LESSON, "practice", lambda one: bool(one.practice_changed)),
    Row("continuous improvement: it is looked at again", Retest, "challenges", REOPENED, "record_retest",
        lambda one: one.result is not None),
)  # fmt: skip

NAMED = (
    "workshop", "peer challenge", "appreciative inquiry", "culture", "system", "rolling", "many forms",
    "independent scrutineer", "oversight", "principles", "annual plan", "assurance from all agencies",
    "front line up to the Board", "participation", "welcoming", "trusting and learning", "taking accountability",
    "practice improvement", "accountable oversight", "feedback on performance and outcomes",
    "feedback of the workshops", "what worked before", "positive", "learning is the outcome", "continuous improvement",
)  # fmt: skip


@pytest.fixture(scope="module")
def visitor(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Somebody who looks at the demonstration, in one window."""
    theme.apply(qapp, "light")
    with pytest.MonkeyPatch.context() as quick:
        quick.setattr(key, "ROUNDS", 1)
        person = Person(tmp_path_factory.mktemp("example"))
        person.start(demo=True)
        yield person
        person.leave()


def held(register: Register, row: Row) -> list[Entity]:
    return [one for one in register.desk.reader.all(row.entity) if row.holds(one)]


def test_no_statement_is_left_out_or_told_twice():
    statements = [row.statement for row in ROWS]
    assert len(set(statements)) == len(statements)
    assert [one for one in NAMED if not any(one in said for said in statements)] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.statement)
def test_the_demonstration_holds_it_and_its_room_opens_it(row: Row, visitor: Person):
    assert row.entity in ENTITIES
    first, *_ = held(visitor.register, row)
    visitor.window.open(first.KIND, first.id)
    assert visitor.window.room == row.room
    assert own_words(first) in _plain(visitor.reads())


def own_words(record: Any) -> str:
    """What the record says itself, as a screen has it: its first words, or else of whom it tells."""
    for name in ("title", "bottom_line", "name", "text", "words", "what", "aspect", "indicator"):
        if said := getattr(record, name, ""):
            return _plain(said.split("\n")[0])[:24]
    return str(record.level.label)


def _plain(words: str) -> str:
    return re.sub(r"[\s*]+", " ", words.removeprefix("- "))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.statement)
def test_a_journey_records_it(row: Row):
    module, _, function = row.journey.partition(":")
    told = told_by(importlib.import_module(f"tests.journeys.{module}"), function)
    assert any(row.by in words for words in told)


def told_by(module: Any, function: str) -> set[str]:
    """All names and words of a journey, and of the functions of its file that it calls."""
    defined = {one.name: one for one in ast.parse(inspect.getsource(module)).body if isinstance(one, ast.FunctionDef)}
    told, to_read = set[str](), {function}
    while to_read:
        nodes = list(ast.walk(defined.pop(to_read.pop())))
        told |= {str(getattr(node, name)) for node in nodes for name in ("attr", "arg", "id", "value")
                 if hasattr(node, name)}  # fmt: skip
        to_read |= told & set(defined)
    return told
