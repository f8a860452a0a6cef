"""Speed as ratios, each measured in one run on one machine: `python tests/benchmarks/run.py`.

Every pair takes turns, so that a noisy machine disturbs both alike; the median of each is compared.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from docx import Document as WordDocument
from PySide6.QtCore import QSettings

from scrutineer.app import application
from scrutineer.register.register import Register
from scrutineer.reports.blocks import Document, Table
from scrutineer.reports.word import to_word
from scrutineer.ui import theme
from scrutineer.ui.challenges.page import ChallengesScreen
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.tools import Tools
from tests.benchmarks.large import PASSPHRASE, TODAY, write

ROUNDS = 7

RAW_CHALLENGES = """SELECT id, reference, title, status, priority, stage, raised_on, closed_on, impact_level
    FROM challenge WHERE deleted_at IS NULL ORDER BY raised_on DESC, reference DESC"""
RAW_PARTIES = """SELECT challenge_id, agency_id, kind, status, due_on, position
    FROM addressee WHERE deleted_at IS NULL ORDER BY challenge_id, place"""


def seconds(act: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def compare(title: str, ours: Callable[[], object], theirs: Callable[[], object], aim: str) -> None:
    """Print the ratio of the medians of two acts that took turns."""
    mine, others = [], []
    for _ in range(ROUNDS):
        others.append(seconds(theirs))
        mine.append(seconds(ours))
    a, b = statistics.median(mine), statistics.median(others)
    print(f"{title}: {a / b:.2f} times ({a * 1000:.0f} ms against {b * 1000:.0f} ms; aim: {aim})", flush=True)


def start_up(record: Path) -> None:
    """From the start of the process to a painted, unlocked window."""
    def run(script: str) -> Callable[[], object]:
        command = [sys.executable, str(HERE / script), str(record), PASSPHRASE]
        environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
        return lambda: subprocess.run(command, check=True, env=environment)

    compare("Start to painted, unlocked window, 10,000 challenges, against a bare process",
            run("started.py"), run("bare.py"), "at most 2")


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
    """The large record, open."""
    register = Register.open(record, PASSPHRASE, today=lambda: TODAY)
    try:
        yield register
    finally:
        register.close()


def challenge_list(record: Path, folder: Path) -> None:
    """Opening the list, first paint included, against fetching its columns."""
    app = application()
    theme.apply(app, "light")
    preferences = Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    messages = Messages()
    with opened(record) as register:
        tools = Tools(register, InlineJobs(messages), messages, preferences, lambda sentence: None)
        database = register.desk.record.database

        def raw() -> None:
            database.execute_sql(RAW_CHALLENGES).fetchall()
            database.execute_sql(RAW_PARTIES).fetchall()

        def screen() -> None:
            shown = ChallengesScreen(tools)
            shown.resize(1200, 800)
            shown.show()
            shown.grab()
            shown.close()
            shown.deleteLater()
            app.processEvents()

        screen()
        compare("Opening the list of 10,000 challenges, painted, against raw SQL", screen, raw, "at most 3")


def main() -> None:
    """Write the large record, then every comparison."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = folder / "large.scrutiny"
        print(f"Writing 10,000 challenges took {seconds(lambda: write(record)):.0f} s", flush=True)
        start_up(record)
        challenge_log()
        challenge_list(record, folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"Peak memory of this run: {peak:.0f} MB")


if __name__ == "__main__":
    main()
