"""The Judgements part over a real record: what is expected, what I said, and one key for what still is my view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.domain.framework import LocalFramework
from scrutineer.register.judging import OVERALL
from scrutineer.ui.assurance.judged import MEANINGS
from scrutineer.ui.assurance.judgements import JudgementsPart
from scrutineer.ui.widgets.chip import ChipLabel
from scrutineer.ui.widgets.fields import ChoiceField
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.words import Words
from tests.factories import an_agency
from tests.ui.window import fill_in, key_in, on_sheet, part, press

STEP = ("framework_item", "SIX_STEPS_2019@2019:3")
ID = ":".join(STEP)


@pytest.fixture
def periods(register):
    return register.periods.labelled("2026-27-Q2"), register.periods.labelled("2026-27-Q3")


@pytest.fixture
def last(register, periods):
    """Last period's view of one step and overall."""
    return [register.judgements.judge(replace(
        register.judgements.begin(periods[0], subject), rating="reasonable", bottom_line="So, on balance, good.",
        rationale="Seen in spring.",
    )) for subject in (OVERALL, STEP)]  # fmt: skip


@pytest.fixture
def shown(tools, register, qtbot):
    made = JudgementsPart(tools)
    qtbot.addWidget(made)
    register.on_change(lambda changed: made.refresh(changed.ids))
    made.resize(1100, 700)
    made.refresh(frozenset())
    made.show()
    return made


def says(shown) -> str:
    """The words and chips of the right side."""
    words = [one.said() for one in shown.detail.findChildren(Words)]
    return "\n".join([*words, *(one.chip.as_text for one in shown.detail.findChildren(ChipLabel))])


def row(shown, id_: str) -> str:
    """What the list says about one subject."""
    line = next(line for line in map(shown.table.lines.line, range(shown.table.lines.rowCount())) if line.id == id_)
    return " | ".join(column.words(line) for column in shown.columns)


def test_the_period_under_way_opens_with_what_is_expected_and_what_was_said_last_time(last, shown, periods):
    assert shown.period == periods[1]
    assert shown.table.lines.rowCount() == 7
    assert row(shown, "overall:") == (
        "Overall opinion, So, on balance, good. | Not given yet, Last time: Reasonable assurance"
    )
    shown.table.select(ID)
    assert "◐ Reasonable assurance" in says(shown)
    assert "Which plan would look different if they had not been asked?" in says(shown)


def test_s_keeps_a_view_and_goes_to_the_next_and_it_can_be_undone(last, shown, register, periods, tools):
    shown.table.select("overall:")
    shown.table.setFocus()
    key_in(shown.table, Qt.Key.Key_S)
    assert shown.table.selected_id() == ID
    assert tools.say.sentences[-1].startswith("Still my view: Reasonable assurance.")
    key_in(shown.table, Qt.Key.Key_S)
    kept = register.judgements.standing(periods[1].id)
    assert [one.direction.label for one in kept.values()] == ["Steady", "Steady"]
    assert row(shown, ID).endswith("◐ Reasonable assurance, Steady · medium confidence · 0\u00a0kinds of evidence")
    tools.say.then()
    assert list(register.judgements.standing(periods[1].id)) == [OVERALL]
    shown.table.select("framework_item:SIX_STEPS_2019@2019:1")
    key_in(shown.table, Qt.Key.Key_S)
    assert tools.messages.said == ["There is no earlier view of this; give the first one."]


def test_the_sheet_asks_for_three_kinds_or_a_reason_and_the_direction_follows_the_word(last, shown, register, periods):
    data = register.evidence.save(Evidence(title="Returns", kind=EvidenceKind.DATA))
    seen: dict[str, object] = {}

    def give(sheet) -> None:
        form = sheet.findChild(Form)
        form.field("rating").set_value("substantial")
        form.field("rating").edited.emit()
        form.field("shown_by").set_value({data.id: "The figures"})
        form.field("shown_by").edited.emit()
        seen["direction"] = form.field("direction").value().label
        press(sheet, "save")
        problems = [one for one in form.findChildren(Words) if one.property("role") == "problem"]
        seen["asked"] = list(filter(None, (one.said() for one in problems)))
        form.field("rationale").set_value("The figures moved.")
        form.field("stands_in").set_value("It was inspected in October.")
        press(sheet, "save")

    on_sheet(give)
    shown.ask(ID)
    assert seen["direction"] == "Improving"
    why, kinds = seen["asked"]
    assert why == "Say why your view has changed."
    assert kinds.endswith("so far there is one (data). Link two more, or give a reason that stands in.")
    kept = register.judgements.standing(periods[1].id)[STEP]
    assert (kept.rating, kept.stands_in) == ("substantial", "It was inspected in October.")
    assert [link.shows for link in register.evidence.links_of(kept.id)] == ["The figures"]
    assert "1\u00a0kind of evidence" in row(shown, ID)
    shown.table.select(ID)
    assert "Returns" in says(shown)
    assert "Other views, in the order in which they were given" in says(shown)


def test_links_are_taken_back_and_made_through_the_window(last, shown, register, qtbot):
    shown.table.select(ID)
    press(shown.detail, "step-still")
    qtbot.waitUntil(lambda: len(register.judgements.course_of(STEP)) == 2)
    shown.table.select(ID)
    kept = register.judgements.course_of(STEP)[-1]
    with qtbot.waitSignal(shown.wanted) as heard:
        press(shown.detail, "step-link_evidence")
    assert heard.args == ["link_evidence", kept.id]
    link = register.evidence.link(kept, register.evidence.save(Evidence(title="Returns", kind=EvidenceKind.DATA)))
    shown.refresh(frozenset())
    with qtbot.waitSignal(shown.wanted) as heard:
        press(shown.detail, f"unlink-{link.id}")
    assert heard.args == ["unlink", link.id]


def test_the_definitions_of_the_scale_are_there_on_demand(shown):
    press(shown, "look")
    assert shown.detail.shown == MEANINGS
    assert "Evidence of at least three kinds of source" in says(shown)
    assert "? Unable to form a view" in says(shown)


def test_an_item_is_worded_our_way(shown, register, tools, qtbot):
    shown.table.select(ID)
    on_sheet(fill_in(text="Voice and engagement"))
    press(shown.detail, "step-word")
    qtbot.waitUntil(lambda: bool(tools.say.sentences))
    assert row(shown, ID).startswith("Voice and engagement |")


def test_something_else_can_be_judged_and_then_stands_last(shown, register, periods, tools):
    def give(sheet) -> None:
        fill_in(rating="limited", rationale="They said so.")(sheet)

    def choose(sheet) -> None:
        on_sheet(give)
        fill_in(subject="framework_item:S11_8@2007:6")(sheet)

    on_sheet(choose)
    press(shown, "judge-else")
    assert tools.say.sentences == [
        "Recruitment and the handling of allegations are safe: Limited assurance, for 2026–27, quarter 3."
    ]
    assert row(shown, "framework_item:S11_8@2007:6").startswith("Section 11: Recruitment")


def test_something_else_stands_and_is_offered_by_its_name(shown, register, periods):
    agencies = [register.agencies.save(an_agency(name=name, short_name=name)) for name in ("York", "Avon", "ludlow")]
    for one in agencies[:2]:
        began = register.judgements.begin(periods[1], ("agency", one.id))
        register.judgements.judge(replace(began, rating="limited", rationale="They said so."))
    offered = []
    on_sheet(lambda sheet: offered.extend(
        words for row in range(part(sheet, ChoiceField, "subject").count())
        if (words := part(sheet, ChoiceField, "subject").itemText(row)).startswith("Agency")
    ))  # fmt: skip
    register.agencies.save(an_agency(name="Bude", short_name="Bude"))
    press(shown, "judge-else")
    assert offered == ["Agency: Bude", "Agency: ludlow"]
    judged = [shown.table.lines.line(row) for row in range(shown.table.lines.rowCount())]
    assert judged[0].is_expected
    assert [line.title for line in judged if not line.is_expected] == ["Avon", "York"]


def test_a_judgement_is_opened_in_its_own_period(last, shown, register, periods):
    shown.open("judgement", last[1].id)
    assert shown.period == periods[0]
    assert shown.table.selected_id() == ID
    assert part(shown.detail, QPushButton, "step-judge").text() == "Change my view"


def test_a_framework_that_cannot_be_read_is_said_and_the_rest_goes_on(shown, register):
    register.frameworks.save(LocalFramework(file_name="old.toml", text="code ="))
    shown.refresh(frozenset())
    assert shown.said.said() == "“old.toml”, line 1: invalid value. It is left out; everything else is as usual."
    assert shown.table.lines.rowCount() == 7


def test_in_a_year_without_periods_they_are_begun_here(tools, register, qtbot):
    for one in register.periods.all():
        register.periods.remove(one)
    made = JudgementsPart(tools)
    qtbot.addWidget(made)
    made.refresh(frozenset())
    assert made.table.lines.rowCount() == 0
    press(made, "first")
    assert made.period is not None
    assert made.table.lines.rowCount() == 7


def test_the_buttons_above_the_list_go_on_the_next_line_together_and_tab_leads_through_them(shown):
    period = shown.findChild(ChoiceField, "period")
    definitions, other = (shown.findChild(QPushButton, name) for name in ("look", "judge-else"))
    for width in (1100, 320):
        shown.resize(width, 700)
        QApplication.processEvents()
        tops = [one.mapTo(shown, QPoint(0, 0)).y() for one in (period, definitions, other)]
        assert abs(tops[1] - tops[2]) < 4
    assert tops[0] + 10 < tops[1]
    following, order = period, []
    while (following := following.nextInFocusChain()) is not other:
        order.append(following)
    assert definitions in order
    assert shown.table not in order
