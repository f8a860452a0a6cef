"""Coverage of many agencies by every form, against raw SQL: `python tests/benchmarks/coverage.py`.

Two hundred activities, each with three to thirty of thirty agencies, and ten times as many. The raw SQL asks the
same grid of the file in one question: for each agency by its name, each form and span how many, how many of them
mine, and which. What Qt needs for a grid of that size, whatever stands in it, is shown by a grid of one activity.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from scrutineer.app import application
from scrutineer.domain.activity import Activity, ActivityType, AskedBy, Level, MyPart
from scrutineer.domain.coverage import Grid, Side, spans
from scrutineer.domain.organisation import Agency, Partnership, Scrutineer
from scrutineer.register.register import Register
from scrutineer.ui import theme
from scrutineer.ui.assurance.grid import CoverageGrid
from tests.benchmarks.large import PASSPHRASE, TODAY
from tests.benchmarks.ratio import Act, compare, peak, seconds

AGENCIES, ACTIVITIES, TEN = 30, 200, 10
ROUNDS = 21
FORMS = tuple(ActivityType)[:26]

RAW_GRID = """SELECT agency.short_name, activity.type, CASE WHEN held_on >= ? THEN 0 WHEN held_on >= ? THEN 1
        WHEN held_on >= ? THEN 2 ELSE 3 END AS span,
        count(*), sum(my_part IN ('led', 'took_part')), group_concat(activity.id)
    FROM activity JOIN activity_agency AS link ON link.owner_id = activity.id
        JOIN agency ON agency.id = link.agency_id
    WHERE activity.status IN ('carried_out', 'written_up') AND held_on BETWEEN ? AND ? AND activity.deleted_at IS NULL
    GROUP BY agency.id, activity.type, span"""


def write(path: Path, activities: int) -> None:
    """A record of so many activities over four years."""
    register = Register.begin(
        path, PASSPHRASE, Partnership(name="Exampleshire Safeguarding Children Partnership", short_code="EX"),
        Scrutineer(name="The Scrutineer"), today=lambda: TODAY,
    )
    with register.desk.act() as act:
        agencies = [act.put(Agency(name=f"Agency number {n}", short_name=f"A{n}")) for n in range(AGENCIES)]
        for number in range(activities):
            named = 3 + number % (AGENCIES - 2)
            act.put(Activity(
                reference=f"EX-A-2026-{number:04d}", title=f"Scrutiny number {number}", type=FORMS[number % len(FORMS)],
                held_on=TODAY - timedelta(days=number * 7919 % 1460), level=tuple(Level)[number % len(Level)],
                my_part=tuple(MyPart)[number % len(MyPart)], asked_by=tuple(AskedBy)[number % len(AskedBy)],
                agency_ids=tuple(agencies[(number + step) % AGENCIES].id for step in range(named)),
            ))
    register.close()


def raw(register: Register) -> Callable[[], list[tuple[Any, ...]]]:
    """The same grid by raw SQL, fetched and thrown away."""
    database = register.desk.record.database
    within = spans(TODAY)
    days = [span.starts_on.isoformat() for span in within[:3]]
    words = [*days, within[-1].starts_on.isoformat(), TODAY.isoformat()]

    def fetch() -> list[tuple[Any, ...]]:
        return list(database.execute_sql(RAW_GRID, words).fetchall())

    return fetch


def is_the_same(register: Register) -> bool:
    """Whether both count alike, in every cell and span."""
    found = {row[:3]: row[3:5] for row in raw(register)()}
    grid = register.coverage.coverage(Side.AGENCY, Side.FORM).grid
    ours = {(row.label, column.id, span): (grid.number(row.id, column.id, span), grid.mine(row.id, column.id, span))
            for row in grid.rows for column in grid.columns for span in range(4)}  # fmt: skip
    return found == {place: counts for place, counts in ours.items() if counts[0]}


def computed(register: Register, title: str) -> None:
    """The whole picture, blind spots included, against the grid alone by raw SQL."""
    assert is_the_same(register)
    compare(f"Coverage with its blind spots, {title}, against raw SQL for the grid",
            lambda: register.coverage.coverage(Side.AGENCY, Side.FORM), raw(register), "at most 2", rounds=ROUNDS)


def shown(register: Register, title: str) -> None:
    """The grid read and painted, in a window that stands, against raw SQL for the grid."""
    with painting(register) as (act, forget):
        compare(f"The same, read and painted, {title}, against raw SQL for the grid", act, raw(register),
                "at most 2", rounds=ROUNDS, ready=forget)


def fixed(register: Register) -> None:
    """What Qt and the program need for as large a grid in which hardly anything stands."""
    with painting(register) as (act, forget):
        took = []
        for _ in range(ROUNDS):
            forget()
            took.append(seconds(act))
    print(f"As large a grid of one activity, read and painted: {statistics.median(took) * 1000:.1f} ms", flush=True)


@contextmanager
def painting(register: Register) -> Iterator[tuple[Act, Act]]:
    """To read and paint the grid; and to forget it, so that rows, columns and words are arranged anew."""
    grid = CoverageGrid()
    grid.resize(1100, 700)
    grid.show()

    def read_and_paint() -> None:
        grid.show_grid(register.coverage.coverage(Side.AGENCY, Side.FORM).grid, 0)
        grid.grab()

    def forget() -> None:
        grid.show_grid(Grid((), (), (), ({},)), 0)
        grid.grab()
        gc.collect()

    read_and_paint()      # what is loaded once is loaded now
    yield read_and_paint, forget
    grid.close()


@contextmanager
def opened(folder: Path, activities: int) -> Iterator[Register]:
    """A record of so many activities, written by a process of its own, open."""
    path = folder / f"{activities}.scrutiny"
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        pool.submit(partial(write, path, activities)).result()
    register = Register.open(path, PASSPHRASE, today=lambda: TODAY)
    try:
        yield register
    finally:
        register.close()


def main() -> None:
    """Both sizes, in one run, and what a grid of that size needs in any case."""
    theme.apply(application(), "light")
    gc.freeze()
    with tempfile.TemporaryDirectory() as name:
        for activities in (ACTIVITIES, ACTIVITIES * TEN):
            with opened(Path(name), activities) as register:
                links = register.desk.record.database.scalar("SELECT count(*) FROM activity_agency")
                title = f"{activities:,} activities × {AGENCIES} agencies × {len(FORMS)} forms, {links:,} links"
                computed(register, title)
                shown(register, title)
        with opened(Path(name), 1) as register:
            fixed(register)
        print(f"Peak memory: {peak()}", flush=True)


if __name__ == "__main__":
    main()
