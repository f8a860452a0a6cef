"""Speed as ratios, each measured in one run on one machine: `python tests/benchmarks/run.py [--ten] [--kept FOLDER]`.

Every pair takes turns, so that a noisy machine disturbs both alike; the median of each is compared. With
`--ten` a record of ten times the size follows, which takes some minutes and 2.5 GB of disk. With `--kept` records
stay in a folder and are written only where they are missing; each run works on copies.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from docx import Document as WordDocument
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QWidget

from scrutineer.app import application
from scrutineer.register.register import Register
from scrutineer.reports.blocks import Document, Table
from scrutineer.reports.word import to_word
from scrutineer.ui import theme
from scrutineer.ui.actions.page import ActionsScreen
from scrutineer.ui.activities.page import ActivitiesScreen
from scrutineer.ui.challenges.page import ChallengesScreen
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.learning.page import LearningScreen
from scrutineer.ui.list_screen import ListScreen
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.tools import Tools
from tests.benchmarks.holds import longest_hold
from tests.benchmarks.large import CHALLENGES, PASSPHRASE, TODAY, write
from tests.benchmarks.ratio import Act, compare, peak, seconds
from tests.benchmarks.saves import ROUNDS, one_save

TEN = 10
STARTS = 11

RAW_CHALLENGES = """SELECT id, reference, title, status, priority, stage, raised_on, closed_on, impact_level
    FROM challenge WHERE deleted_at IS NULL ORDER BY raised_on DESC, reference DESC"""
RAW_PARTIES = """SELECT challenge_id, agency_id, kind, status, due_on, position
    FROM addressee WHERE deleted_at IS NULL ORDER BY challenge_id, place"""


def start_up(record: Path) -> None:
    """From the start of the process to a painted, unlocked window; both as installed, with their modules compiled."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), "PYTHONPYCACHEPREFIX": str(record.parent)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(script: str) -> Act:
        command = [sys.executable, str(HERE / script), str(record), PASSPHRASE]
        return lambda: subprocess.run(command, check=True, env=environment)

    ours, theirs = run("started.py"), run("bare.py")
    for act in (ours, theirs):
        act()      # compiles them
    compare("Start to painted, unlocked window, 10,000 challenges, against a bare process", ours, theirs, "at most 2",
            rounds=STARTS)


def challenge_log() -> None:
    """The log's table in Word against the library's own way of filling one."""
    header = tuple(f"Column {n}" for n in range(10))
    rows = tuple(tuple(f"Cell {row} {column}" for column in range(10)) for row in range(500))

    def by_hand() -> None:
        table = WordDocument().add_table(rows=1, cols=10)
        for row in rows:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                cell.text = value

    compare("A log of 500 × 10 cells as a whole Word file, against filling add_row().cells",
            lambda: to_word(Document(title="Log", blocks=(Table(header, rows),))), by_hand, "at most 0.20")


@contextmanager
def opened(record: Path) -> Iterator[Register]:
    """A large record, open."""
    register = Register.open(record, PASSPHRASE, today=lambda: TODAY)
    try:
        yield register
    finally:
        register.close()


def raw(register: Register) -> Act:
    """What the list shows, fetched and thrown away."""
    database = register.desk.record.database

    def fetch() -> None:
        database.execute_sql(RAW_CHALLENGES).fetchall()
        database.execute_sql(RAW_PARTIES).fetchall()

    return fetch


def _be_silent(sentence: str, action: str = "", then: Callable[[], None] | None = None) -> None:
    """What was done is not said here."""


def tools_for(register: Register, folder: Path) -> Tools:
    """What a screen needs, in its plainest form."""
    preferences = Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    messages = Messages()
    return Tools(register, InlineJobs(messages), messages, preferences, _be_silent)


@contextmanager
def painted(tools: Tools) -> Iterator[ChallengesScreen]:
    """The list, opened, read to its end and painted; then it is gone."""
    screen = ChallengesScreen(tools)
    screen.resize(1200, 800)
    screen.show()
    while screen.reading.is_under_way:
        application().processEvents()
    screen.grab()
    yield screen
    let_go(screen)


def let_go(screen: QWidget) -> None:
    """Close a screen, and let nothing of it stay."""
    screen.close()
    screen.deleteLater()
    application().sendPostedEvents(None, QEvent.Type.DeferredDelete.value)      # which `processEvents` leaves lying
    application().processEvents()


def open_and_close(tools: Tools) -> None:
    """The list, opened, painted and closed."""
    with painted(tools):
        pass


def challenge_list(register: Register, tools: Tools) -> None:
    """The list as lines, and opened and painted, against fetching its columns; then one line of it again."""
    every, fetch = register.challenges.lines, raw(register)
    compare("The lines of the list of challenges, against raw SQL", every, fetch, "at most 2")
    open_and_close(tools)      # what is loaded once is loaded now
    compare("Opening the list of challenges, painted, against raw SQL",
            lambda: open_and_close(tools), fetch, "at most 2")
    one = frozenset({every()[CHALLENGES // 2].id})
    compare("One line read again by its id, against all", lambda: register.challenges.lines(one), every, "at most 0.02")
    with painted(tools) as shown:
        compare("The page after a save of one challenge, against reading all of it",
                lambda: shown.refresh(one), lambda: shown.refresh(frozenset()), "at most 0.1")


def _is_read(screen: ChallengesScreen | ListScreen) -> bool:
    return not screen.reading.is_under_way


def holds(tools: Tools, where: str) -> None:
    """How long each list holds the window while it opens; the second time, for what is loaded once is loaded then."""
    for cls in (ChallengesScreen, ActionsScreen, ActivitiesScreen, LearningScreen):
        for is_measured in (False, True):
            screen = cls(tools)
            gc.collect()      # else it would clear up behind the screen before it, which the program keeps
            held = longest_hold(screen, partial(_is_read, screen))
            if is_measured:
                print(f"{cls.title}{where}, {len(screen.reading.lines):,} lines: {held}", flush=True)
            let_go(screen)


def ten_times(small: Register, large: Register, folder: Path) -> None:
    """What ten times the record costs: no more than ten times as much for all, and no more at all for one.

    Both begin with nothing in the database's own memory, which holds the smaller record but not the larger.
    """
    def forget() -> None:
        gc.collect()
        for register in (small, large):
            register.desk.record.database.execute_sql("PRAGMA shrink_memory")

    def each(title: str, ours: Act, theirs: Act, aim: str) -> None:
        compare(f"{title} at ten times the size, for each row", ours, theirs, aim, per=TEN, ready=forget)

    lists = [register.challenges.lines for register in (small, large)]
    tools = [tools_for(register, folder) for register in (small, large)]
    each("Raw SQL itself", raw(large), raw(small), "-")
    each("The lines of the list", lists[1], lists[0], "no more than raw SQL")
    each("Opening the list, painted,", lambda: open_and_close(tools[1]), lambda: open_and_close(tools[0]),
         "no more than raw SQL")
    compare("The lines at ten times the size, against raw SQL", lists[1], raw(large), "at most 2", ready=forget)
    ids = [[lines()[CHALLENGES // 2].id] for lines in lists]
    compare("One line read again by its id at ten times the size, against the smaller record",
            lambda: lists[1](ids[1]), lambda: lists[0](ids[0]), "at most 1.5", rounds=ROUNDS)


def written(folder: Path, challenges: int, kept: Path | None) -> Path:
    """A record of so many challenges, written by a process of its own, so that its memory is not counted as ours.

    One that is kept is copied instead.
    """
    record = folder / f"{challenges}.scrutiny"
    if kept and (kept / record.name).exists():
        return Path(shutil.copy(kept / record.name, record))
    work = partial(write, record, challenges)
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        took = seconds(lambda: pool.submit(work).result())
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        shutil.copy(record, kept)
    with opened(record) as register:
        count = register.desk.record.database.scalar
        sizes = {kind: count(f"SELECT count(*) FROM {kind}") for kind in ("challenge", "addressee", "history")}
    said = ", ".join(f"{number:,} in {kind}" for kind, number in sizes.items())
    print(f"Written in {took:.0f} s: {said}; {record.stat().st_size / 1e6:,.0f} MB of file; "
          f"peak memory while writing {peak(resource.RUSAGE_CHILDREN)}", flush=True)
    return record


def asked(described: str | None) -> argparse.Namespace:
    """What the command line asks of a comparison: `ten`, and `kept`, a folder or None."""
    asking = argparse.ArgumentParser(description=described)
    asking.add_argument("--ten", action="store_true", help="a record of ten times the size as well")
    asking.add_argument("--kept", type=Path, help="a folder in which records are kept from one run to the next")
    return asking.parse_args()


def main() -> None:
    """Write the large record, then every comparison; with `--ten` the record of ten times the size as well."""
    wanted = asked(__doc__)
    theme.apply(application(), "light")
    gc.freeze()      # as the window does once it is loaded
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = [CHALLENGES, TEN * CHALLENGES] if wanted.ten else [CHALLENGES]
        record, *larger = [written(folder, challenges, wanted.kept) for challenges in sizes]
        start_up(record)
        challenge_log()
        with opened(record) as register:
            challenge_list(register, tools_for(register, folder))
            holds(tools_for(register, folder), "")
            one_save(register, "")
            print(f"Peak memory of this run: {peak()}", flush=True)
            for one in larger:
                with opened(one) as large:
                    ten_times(register, large, folder)
                    holds(tools_for(large, folder), " at ten times the size")
                    one_save(large, ", at ten times the size")
                print(f"Peak memory with ten times the record: {peak()}", flush=True)


if __name__ == "__main__":
    main()
