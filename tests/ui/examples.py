"""Invented lines, rows and widgets on which the window's parts are shown and tried."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scrutineer.domain.activity import Activity
from scrutineer.domain.errors import Problem
from scrutineer.ui.widgets.card import Card, Cards
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.chip import Chip, ChipLabel, Sign
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.detail import Detail, Event
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.filter_bar import Choice, FilterBar
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.notice import Notice
from scrutineer.ui.widgets.page import Page
from scrutineer.ui.widgets.parts import Panel, SearchBox, button
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.steps import NextSteps, Step
from scrutineer.ui.widgets.table import RecordTable
from tests.ui.fakes import desk


class ChallengeLine(NamedTuple):
    id: str
    title: str
    about: str
    status: str
    me: str
    who: str
    since: str


_ROWS = (
    (
        "Are return-home interviews changing plans?",
        "C-2026-014 · Police, ICB, LA",
        "Raised · 2 of 3",
        "me",
        ", ICB · 26 Nov",
        "",
    ),
    ("Strategy meetings held without health", "C-2026-013 · ICB", "Raised", "", "ICB", "since 10 Nov"),
    (
        "How do fathers reach the early-help plan?",
        "C-2026-012 · LA, NHS trust",
        "Acknowledged",
        "",
        "LA, NHS · 26 Nov",
        "",
    ),
    ("Front-door decisions at weekends", "C-2026-011 · LA, Police", "Action agreed", "", "actions · 14 Dec", ""),
    ("Supervision of dental neglect referrals", "C-2026-010 · ICB", "Testing impact", "", "test · 21 Dec", ""),
    (
        "Children missing education: who holds the list, and who rings when a name has stood on it for a whole term?",
        "C-2026-009 · LA, Education",
        "More asked",
        "",
        "LA · 30 Nov",
        "",
    ),
    ("Voice of young carers in assessments", "C-2026-008 · LA", "Testing impact", "", "test · 11 Jan", ""),
    ("Use of police protection powers out of hours", "C-2026-006 · Police", "Responded", "me", "", ""),
    (
        "Section 11: moderated scores below self-scores",
        "C-2026-005 · Districts (3)",
        "Raised",
        "",
        "1 district",
        "since 17 Nov",
    ),
    ("Take-up of multi-agency training by schools", "C-2026-004 · Education", "Closed", "", "", ""),
)

COLUMNS = (
    Column("Challenge", lambda line: line.title, second=lambda line: line.about, stretch=True),
    Column("Status", chip=lambda line: Chip(line.status), width=16),
    Column(
        "Waiting for",
        lambda line: line.who or (None if line.me else "nobody"),
        strong=lambda line: line.me,
        clock=lambda line: line.since,
        width=22,
        right=True,
    ),
)


def challenge_lines(count: int = len(_ROWS)) -> list[ChallengeLine]:
    return [ChallengeLine(f"id{n}", *_ROWS[n % len(_ROWS)]) for n in range(count)]


def challenge_table() -> RecordTable:
    table = RecordTable(COLUMNS, "Challenges", empty=Empty("Challenges you put to others are listed here."))
    table.show_lines(challenge_lines())
    return table


def challenge_detail() -> Detail:
    detail = Detail("Challenge", lambda _address: True)
    detail.kicker("EX-C-2026-014 · put 29 Oct at the Executive Group")
    detail.title("Are return-home interviews changing plans?")
    detail.chips([Chip("Raised · 2 of 3 answered"), Chip("important")])
    detail.prose(
        "<p>Of 22 plans I read, 5 showed the interview. I asked each agency how it knows that what "
        "children say <b>reaches the plan</b>.</p>"
    )
    detail.section("What already works")
    detail.prose("<p>Interviews are offered within three days; young people spoke well of the workers.</p>")
    detail.party("Police", [Chip("accepted")], "12 Nov, in one letter with C-2026-006")
    detail.quote(
        "<p>“We accept this. From January the missing-persons sergeant reads a sample of ten plans a month "
        "with the social worker.”</p>"
    )
    detail.add(NextSteps([Step("judge", "Give my view", primary=True), Step("agree", "Agree the action")]))
    detail.party("Local authority", [Chip("partly accepted")], "19 Nov, date moved once")
    detail.quote("<p>“Interviews reach the plan where the child has an allocated worker.”</p>")
    detail.add(
        NextSteps(
            [
                Step("judge2", "Give my view"),
                Step("more", "Ask for more"),
                Step("close", "Close", "an outcome and a sentence on what changed are missing."),
            ]
        )
    )
    detail.party("ICB", [Chip("awaited, due 26 Nov")])
    detail.add(
        NextSteps([Step("record", "Record the answer"), Step("chase", "Note a chase"), Step("move", "Move the date")])
    )
    detail.section("What changed?")
    detail.chips([Chip("1 Reply only", Sign.NONE)], "For “3 Practice changed”: something you or others saw")
    detail.section("Story")
    detail.story(
        [
            Event("19 Nov 2026", "Local authority answered"),
            Event("12 Nov 2026", "Police answered"),
            Event("29 Oct 2026", "Put at the Executive Group"),
        ]
    )
    return detail


def challenges_page() -> Page:
    page = Page("Challenges", "Who owes an answer?")
    page.add_to_header(SearchBox("Find anything (Ctrl+K)", "find"))
    page.add_to_header(button("Raise a challenge", "raise", primary=True, icon="add"))
    bar = FilterBar(
        [
            Choice("open", "Open"),
            Choice("awaited", "Answer awaited since"),
            Choice("me", "Waiting for me"),
            Choice("test", "Testing impact"),
            Choice("closed", "Closed"),
        ]
    )
    bar.count({"open": 14, "awaited": 3, "me": 3, "test": 4, "closed": 26})
    bar.add_menu("agency", "Agency", [Choice("a", "Police"), Choice("b", "ICB")])
    bar.add_menu("priority", "Priority", [Choice("u", "Urgent")])
    page.add(bar)
    table = challenge_table()
    both = ListAndDetail(table, challenge_detail())
    page.add(both, 1)
    table.select("id0")
    return page


_POLICE = "Police, Local authority · C-2026-014"
_ASKED_IN = "The hospital asked me in, before anything went wrong"
NEEDS_ME = [
    CardRow("challenge", "1", "Return-home interviews", _POLICE, right="since 12 Nov"),
    CardRow("challenge", "2", "Police protection out of hours", "Police · C-2026-006", right="since 18 Nov"),
    CardRow("activity", "3", "Feedback owed to the front door", "visit of 12 Nov, promised in 10 days", right="26 Nov"),
]
WORTH_PASSING_ON = [
    CardRow(
        "finding", "1", "Early-help teams hold a joint “what worked” hour", "seen 4 Nov", actions=(("pass", "Pass on"),)
    ),
    CardRow("challenge", "2", "Children now see their plan before the meeting", chip=Chip("4 Difference", Sign.GOOD)),
    CardRow("activity", "3", _ASKED_IN, "invited scrutiny: five this year", actions=(("thank", "Thank"),)),
]
AWAITED = [
    CardRow("challenge", "4", "Strategy meetings held without health", "ICB · chased 17 Nov", clock="since 10 Nov"),
    CardRow("challenge", "5", "Fathers and the early-help plan", "Local authority, NHS trust", right="26 Nov"),
]
FORTNIGHT = [
    CardRow("activity", "6", "Visit: front door", "front line", lead="Tue 24 Nov", actions=(("brief", "Brief"),)),
    CardRow("meeting", "7", "Executive Group", "three answers, one recommendation to decide", lead="Thu 26 Nov"),
]


def today_page() -> Page:
    page = Page("Today", "Monday 23 November 2026. What needs me, and what is worth passing on?")
    page.add_to_header(button("Note what I saw", "note", primary=True))
    needs = Card("What needs me", "Nothing waits for you.", "answered, awaiting my view")
    needs.show_rows(NEEDS_ME)
    good = Card("Worth passing on", "What you saw that works will wait here.", "strengths, changes seen, thanks")
    good.show_rows(WORTH_PASSING_ON)
    awaited = Card("Answers awaited", "Nobody owes you an answer.")
    awaited.show_rows(AWAITED)
    next_days = Card("My next fortnight", "Nothing is planned for the next fourteen days.")
    next_days.show_rows(FORTNIGHT)
    page.add(Cards([needs, good, awaited, next_days, Card("Loose ends", "Nothing hangs loose.")]), 1)
    return page


def activity_form() -> Form:
    form = Form(
        Activity,
        ["title", "type", "held_on", "days", "place", "agency_ids", "themes", "purpose", "reflection"],
        desk(),
        privacy=True,
    )
    agencies = form.field("agency_ids")
    assert isinstance(agencies, SeveralField)
    agencies.offer(
        [
            Option(f"a{n}", name)
            for n, name in enumerate(
                (
                    "Local authority",
                    "Police",
                    "Integrated care board",
                    "NHS trust",
                    "Education",
                    "Probation",
                    "Districts & boroughs",
                )
            )
        ]
    )
    form.load(
        Activity(
            title="Appreciative inquiry, early help",
            held_on=date(2026, 11, 12),
            days=1.5,
            agency_ids=("a0", "a3"),
            themes=("Early help", "Voice of the child"),
            private=("reflection",),
            purpose="What works **already**, and who could use it?\n\nSecond paragraph with more words to wrap around.",
        )
    )
    problems = [
        Problem("held_on", "When: this day lies before the appointment began."),
        Problem("reflection", "Please say what you took away."),
    ]
    QTimer.singleShot(0, form, lambda: form.show_problems(problems))  # once the window is there
    return form


def pieces() -> QWidget:
    """All the small things on one sheet, which scrolls."""
    sheet = Panel()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(sheet)
    row = FlowRow()
    for sign, words in (
        (Sign.STEP, "Raised · 2 of 3"),
        (Sign.GOOD, "Substantial"),
        (Sign.FAIR, "Reasonable"),
        (Sign.CAUTION, "Limited"),
        (Sign.SERIOUS, "None"),
        (Sign.NONE, "Not looked at"),
        (Sign.UNKNOWN, "Unable to form a view"),
    ):
        row.add(ChipLabel(Chip(words, sign)))
    sheet.body.addWidget(row)
    sheet.body.addWidget(
        NextSteps(
            [
                Step("a", "Give my view", primary=True),
                Step("b", "Agree the action"),
                Step("c", "Close", "an outcome is missing."),
            ]
        )
    )
    buttons = FlowRow()
    for made in (
        button("Primary", primary=True, icon="add"),
        button("Plain", icon="export"),
        button("Small", small=True),
        button("Quiet", quiet=True, icon="back"),
    ):
        buttons.add(made)
    sheet.body.addWidget(buttons)
    choice = ChoiceField([Option(str(n), f"Choice {n}") for n in range(12)])
    choice.call("choice", "Choice")
    choice.set_value("3")
    sheet.body.addWidget(choice)
    sheet.body.addWidget(Empty("Strengths that you have seen belong here.", "Note a strength"))
    notice = Notice()
    notice.say("The challenge was put to three agencies.", "Undo", lambda: None)
    sheet.body.addWidget(notice)
    return area


def window(*inside: QWidget) -> QWidget:
    frame = QWidget()
    frame.setObjectName("gallery")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line = QHBoxLayout(frame) if len(inside) == 2 else QVBoxLayout(frame)
    line.setContentsMargins(0, 0, 0, 0)
    for widget in inside:
        line.addWidget(widget)
    return frame


def form_page() -> Page:
    page = Page("Note what I saw", "What, when, where, and what works")
    page.add(Panel(activity_form(), margin=8), 1)
    buttons = FlowRow()
    buttons.add(button("Save", "save", primary=True), at_end=True)
    buttons.add(button("Cancel", "cancel"), at_end=True)
    page.add(buttons)
    return page
