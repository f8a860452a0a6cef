"""A period is judged: what still is my view in a key each, what changed with its reasons, and a framework of ours."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from scrutineer.domain.assurance import Judgement
from scrutineer.register.judging import OVERALL
from scrutineer.register.register import Register
from tests.journeys.conftest import Begin
from tests.register.test_frameworks import ours
from tests.ui import window

STEPS = tuple(("framework_item", f"SIX_STEPS_2019@2019:{number}") for number in range(1, 4))
KINDS = "needs evidence of at least three kinds of source; so far there is none."


def last_period(register: Register, _put: object) -> None:
    """What I said in the second quarter: overall, and of three of the steps."""
    period = register.periods.labelled("2026-27-Q2")
    assert period
    for subject in (OVERALL, *STEPS):
        register.judgements.judge(replace(
            register.judgements.begin(period, subject), rating="reasonable", bottom_line="So, on balance, good.",
            rationale="Seen in spring.",
        ))  # fmt: skip


def test_a_period_is_judged_from_last_periods_views_and_a_framework_of_our_own(begin: Begin):
    me = begin(last_period)

    def given() -> dict[tuple[str, str], Judgement]:
        period = me.register.periods.labelled("2026-27-Q3")
        assert period
        return me.register.judgements.standing(period.id)

    me.window.go("assurance")
    assert me.reads().count("What may I say, and how do I know?") == 1
    assert given() == {}

    for _ in range(3):      # overall, and the first two steps
        me.key(Qt.Key.Key_S)
    assert list(given()) == [OVERALL, *STEPS[:2]]
    assert "Still my view: Reasonable assurance" in me.notice()

    asked: list[str] = []

    def change() -> None:
        me.into("rating", "Substantial")
        me.control(Qt.Key.Key_Return)
        asked.append(me.reads())
        me.fill_in(rationale="Of 22 plans, 20 showed it.", stands_in="Inspected in October; the letter is out.")

    said = me.on_sheet(lambda: me.key(Qt.Key.Key_Return), change)
    assert KINDS in asked[0]
    assert "Say why your view has changed." in asked[0]
    assert said.endswith("Substantial assurance, for 2026–27, quarter 3.")
    changed = given()[STEPS[2]]
    assert (changed.direction.label, changed.stands_in) == ("Improving", "Inspected in October; the letter is out.")
    assert changed.supersedes_id
    assert me.register.judgements.get(changed.supersedes_id).rating == "reasonable"

    file = me.folder / "ours.toml"
    file.write_bytes(ours())
    me.messages.chosen.append(file)
    me.window.do("bring_in", "")
    assert "“What we ask of ourselves” (1) is here" in me.notice()

    def choose() -> None:
        me.into("subject", "What we ask of ourselves: Nobody is seen once only")
        window.on_sheet(lambda _sheet: me.fill_in(rating="Limited", bottom_line="Most are."))
        me.control(Qt.Key.Key_Return)

    said = me.on_sheet(lambda: me.press("judge-else"), choose)
    assert said == "Nobody is seen once only: Limited assurance, for 2026–27, quarter 3."
    ours_judged = given()["framework_item", "OURS@1:a"]
    assert (ours_judged.about, ours_judged.bottom_line) == ("Nobody is seen once only", "Most are.")
    assert len(given()) == 5
