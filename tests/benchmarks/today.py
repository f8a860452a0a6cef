"""Today against plain SQL that fetches the same facts: `python -m tests.benchmarks.today [--ten]`.

Both ask the same open record, in turns. The raw SQL reads only the ids and columns of which a row is made,
and throws them away; Today also sorts them into six cards and puts the rows that are seen into words.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path

from scrutineer.app import application
from scrutineer.register.register import Register
from scrutineer.ui import theme
from scrutineer.ui.today.page import TodayScreen
from scrutineer.ui.today.rows import MOST
from tests.benchmarks.around import furnish
from tests.benchmarks.holds import longest_hold
from tests.benchmarks.large import CHALLENGES
from tests.benchmarks.ratio import Act, compare, peak
from tests.benchmarks.run import TEN, let_go, opened, tools_for, written

SMALL = 1_000      # challenges of a record in which every card is full: what the window itself costs shows there

_OPEN = "('raised','acknowledged','further_information','responded','action_agreed','testing_impact')"
_OWING = "('raised','acknowledged','further_information')"
_WHOM = "a.kind, a.agency_id, a.lead_id, a.group_id, a.body_id, a.formerly_id"
_ENDED = """FROM challenge c JOIN addressee a ON a.challenge_id = c.id
    WHERE c.closed_on >= '2025-11-23' AND +a.status = 'closed' AND a.deleted_at IS NULL AND c.deleted_at IS NULL"""

RAW = (
    "SELECT id, name, short_name FROM agency", "SELECT id, name, short_name FROM agency_group",
    "SELECT id, name, short_name FROM body",
    f"""SELECT a.id, a.challenge_id, a.status, {_WHOM}, a.due_on, a.answered_on, a.test_on, a.stage, c.title,
        c.reference FROM addressee a JOIN challenge c ON c.id = a.challenge_id
        WHERE a.status IN {_OPEN} AND a.deleted_at IS NULL AND c.deleted_at IS NULL""",
    f"""SELECT l.owner_id, l.agency_id FROM addressee a JOIN addressee_agency l ON l.owner_id = a.id
        WHERE a.status IN {_OPEN} ORDER BY l.owner_id, l.place""",
    "SELECT id, title, reference FROM challenge WHERE status = 'draft' AND deleted_at IS NULL",
    f"""SELECT a.id, a.challenge_id, a.status, r.quality FROM challenge c JOIN addressee a ON a.challenge_id = c.id
        JOIN response r ON r.addressee_id = a.id WHERE c.status IN {_OPEN} AND r.deleted_at IS NULL""",
    f"""SELECT x.id, x.addressee_id, x.status, x.due_on, x.done_on, x.seen, x.owner_role, x.text
        FROM addressee a JOIN action x ON x.addressee_id = a.id WHERE a.status IN {_OPEN} AND x.deleted_at IS NULL""",
    """SELECT id, addressee_id, stage, reply_due_on FROM escalation_step
        WHERE outcome IS NULL AND reply_due_on IS NOT NULL AND deleted_at IS NULL""",
    f"""SELECT n.subject_id, max(n.noted_on) FROM addressee a JOIN note n ON n.subject_id = a.id
        WHERE a.status IN {_OWING} AND n.kind = 'chased' AND n.deleted_at IS NULL GROUP BY n.subject_id""",
    "SELECT id, text, to_whom, due_on FROM undertaking WHERE done_on IS NULL AND deleted_at IS NULL",
    """SELECT id, title, status, held_on, feedback_due_on, level FROM activity WHERE deleted_at IS NULL
        AND (status IN ('planned','confirmed') OR (feedback_due_on IS NOT NULL AND feedback_sent_on IS NULL))""",
    """SELECT id, text, activity_id, who_could_use, passed_on_on, passed_on_to FROM finding
        WHERE kind = 'strength' AND thanked_on IS NULL AND deleted_at IS NULL""",
    """SELECT l.owner_id, l.agency_id, v.held_on FROM finding f JOIN finding_agency l ON l.owner_id = f.id
        JOIN activity v ON v.id = f.activity_id WHERE f.kind = 'strength' AND f.thanked_on IS NULL""",
    """SELECT id, title, reference, impact_level, closed_on FROM challenge
        WHERE closed_on >= '2026-07-26' AND impact_level >= '2' AND deleted_at IS NULL""",
    """SELECT id, challenge_id, done_on FROM retest
        WHERE done_on >= '2026-07-26' AND result = 'sustained' AND deleted_at IS NULL""",
    """SELECT m.id, b.name, m.place, m.held_on, m.papers_due_on, p.id, p.title, p.status FROM meeting m
        LEFT JOIN body b ON b.id = m.body_id LEFT JOIN paper p ON p.meeting_id = m.id
        WHERE m.held_on >= '2026-11-23' AND m.deleted_at IS NULL""",
    f"""SELECT r.id, r.planned_on, r.days, c.id, c.title, c.reference, {_WHOM} FROM retest r
        JOIN addressee a ON a.id = r.addressee_id JOIN challenge c ON c.id = a.challenge_id
        WHERE r.done_on IS NULL AND r.deleted_at IS NULL""",
    f"""SELECT a.id, c.id, a.closed_on, c.title, c.reference, {_WHOM}, trim(a.what_changed) = '' {_ENDED}
        AND (trim(a.what_changed) = '' OR (a.closed_on BETWEEN '2026-02-26' AND '2026-06-10'
            AND (a.outcome = 'process_changed_only' OR c.priority = 'urgent')
            AND NOT EXISTS (SELECT 1 FROM retest r WHERE r.addressee_id = a.id)))""",
    "SELECT sum(days) FROM activity WHERE held_on BETWEEN '2026-04-01' AND '2026-11-23' AND status = 'carried_out'",
    f"""SELECT id, title, reference, origin, what_works = '', why_it_matters = '', what_good_looks_like = '',
        activity_id, finding_id, meeting_id FROM challenge WHERE status IN {_OPEN} AND deleted_at IS NULL""",
    f"""SELECT l.subject_id FROM challenge c JOIN evidence_link l ON l.subject_id = c.id
        WHERE c.status IN {_OPEN} AND l.deleted_at IS NULL""",
    f"""SELECT l.subject_id FROM addressee a JOIN evidence_link l ON l.subject_id = a.id
        WHERE a.status IN {_OPEN} AND l.deleted_at IS NULL""",
    f"""SELECT x.addressee_id, x.old_due_on, x.new_due_on, x.agreed_on, x.created_at FROM addressee a
        JOIN extension x ON x.addressee_id = a.id WHERE a.status IN {_OWING} AND x.deleted_at IS NULL""",
    """SELECT DISTINCT l.agency_id FROM activity v JOIN activity_agency l ON l.owner_id = v.id
        WHERE v.held_on BETWEEN '2025-11-23' AND '2026-11-23' AND v.deleted_at IS NULL""",
)  # fmt: skip


def raw(register: Register) -> Act:
    """The same facts, fetched and thrown away."""
    database = register.desk.record.database

    def fetch() -> None:
        for sql in RAW:
            database.execute_sql(sql).fetchall()

    return fetch


def seen(register: Register) -> Act:
    """The page, with as many rows of each card in words as a screen shows."""
    return lambda: [card[: MOST + 1] for card in register.today_page()]


def painted(register: Register, folder: Path) -> Act:
    """The screen, opened, read to its end, painted and gone."""
    tools = tools_for(register, folder)

    def paint() -> None:
        screen = TodayScreen(tools)
        screen.resize(1200, 800)
        screen.show()
        while screen.is_reading:
            application().processEvents()
        screen.grab()
        let_go(screen)

    paint()      # what is loaded once is loaded now
    return paint


def hold(register: Register, folder: Path, where: str) -> None:
    """How long the page holds the window while it opens, once what is loaded once is loaded."""
    screen = TodayScreen(tools_for(register, folder))
    held = longest_hold(screen, lambda: not screen.is_reading)
    print(f"Today{where}: {held}", flush=True)
    let_go(screen)


def one_size(register: Register, small: Register, folder: Path, where: str = "") -> None:
    """Every comparison within one record."""
    counts = ", ".join(f"{len(card):,} {name}" for name, card in register.today_page()._asdict().items())
    print(f"Today{where} has {counts}", flush=True)
    compare(f"Today{where}, against raw SQL", seen(register), raw(register), "at most 2")
    page, bare, fetch = painted(register, folder), painted(small, folder), raw(register)
    compare(f"Today{where}, painted, against raw SQL", page, fetch, "at most 2")
    compare("The same page of a small record, as many rows in each card, against that raw SQL", bare, fetch, "-")
    compare(f"Today{where}, painted, against raw SQL and the page of the small record", page,
            lambda: (fetch(), bare()), "at most 2")
    hold(register, folder, where)
    for kind in ("note", "finding", "addressee"):
        compare(f"The cards that a change of one {kind} concerns{where}, against the whole page",
                lambda kind=kind: [card[: MOST + 1] for card in register.today_cards({kind}).values()],
                seen(register), "less than 1")


def main(*asked: str) -> None:
    """Write and furnish the large record, then compare; with `--ten` the record of ten times the size as well."""
    theme.apply(application(), "light")
    gc.freeze()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with opened(written(folder, SMALL, None)) as small, opened(written(folder, CHALLENGES, None)) as register:
            furnish(small, SMALL)
            furnish(register, CHALLENGES)
            one_size(register, small, folder)
            print(f"Peak memory of this run: {peak()}", flush=True)
            if "--ten" in asked:
                with opened(written(folder, TEN * CHALLENGES, None)) as large:
                    furnish(large, TEN * CHALLENGES)
                    one_size(large, small, folder, " at ten times the size")
                    for title, act in (("Today", seen), ("Raw SQL", raw)):
                        compare(f"{title} at ten times the size, for each row", act(large), act(register), "about 1",
                                per=TEN)
                print(f"Peak memory with ten times the record: {peak()}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
