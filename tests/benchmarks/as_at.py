"""A register as at a past date against one read of the history: `python -m tests.benchmarks.as_at [--ten]`.

One read is every line with all its columns, fetched in the order in which it was written and thrown away. The
strictest reading of it, the columns that are needed and no more, stands beside it. The large record is what
one day left behind; on three more days every second party is changed.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from scrutineer.domain.challenge import Addressee
from scrutineer.domain.dates import end_of_day
from scrutineer.register.register import Register
from scrutineer.storage.record import Record
from tests.benchmarks.large import CHALLENGES, PASSPHRASE, write
from tests.benchmarks.ratio import compare, peak, seconds

TEN = 10
MORE_DAYS = 3
AT_ONCE = 5_000       # parties in one act

WHOLE = "SELECT * FROM history ORDER BY id"
NEEDED = "SELECT entity, entity_id, field, new, at FROM history ORDER BY id"


def _stands(moment: datetime) -> datetime:
    return moment


def written(path: Path, challenges: int) -> date:
    """The large record with its three more days; returns the day before the last of them."""
    write(path, challenges)
    record = Record.open(path, PASSPHRASE)
    first = record.now().astimezone().date()
    parts = record.reader.all(Addressee)[::2]
    record.close()
    for number in range(1, MORE_DAYS + 1):
        noon = end_of_day(first + timedelta(days=number)) - timedelta(hours=12)
        record = Record.open(path, PASSPHRASE, partial(_stands, noon))
        for start in range(0, len(parts), AT_ONCE):
            with record.gate.act("Asked for by the agency") as act:
                parts[start : start + AT_ONCE] = [
                    act.put(replace(part, due_on=first + timedelta(days=number), contact_role=f"Lead {number}"))
                    for part in parts[start : start + AT_ONCE]
                ]
        record.close()
    return first + timedelta(days=MORE_DAYS - 1)


def read(register: Register, sql: str) -> Callable[[], object]:
    """The history, line by line."""
    def fetch() -> None:
        for _ in register.desk.record.database.execute_sql(sql):
            pass

    return fetch


def as_at(path: Path, day: date, size: str) -> None:
    """Both comparisons, the memory that one register as at a day takes, and what its first search takes."""
    now = end_of_day(day + timedelta(days=9))
    register = Register.open(path, PASSPHRASE, today=now.date, now=lambda: now)
    count = register.desk.record.database.scalar
    sizes = {kind: count(f"SELECT count(*) FROM {kind}") for kind in ("challenge", "addressee", "history")}
    print(", ".join(f"{number:,} in {kind}" for kind, number in sizes.items()), flush=True)

    def rebuild() -> None:
        register.as_at(day).close()

    read(register, WHOLE)()
    print(f"Peak memory before: {peak()}", flush=True)
    compare(f"A register as at a past date{size}, against one read of the history",
            rebuild, read(register, WHOLE), "at most 2")
    compare(f"The same{size}, against a read of the needed columns alone", rebuild, read(register, NEEDED), "-")
    print(f"Peak memory after: {peak()}", flush=True)
    past = register.as_at(day)
    print(f"Its first search takes {seconds(lambda: past.find('twenty')):.1f} s, "
          f"the next {seconds(lambda: past.find('twenty')) * 1000:.0f} ms; the story of a challenge "
          f"{seconds(lambda: past.story_of(past.challenges.lines()[0].id)) * 1000:.0f} ms", flush=True)
    register.close()


def main(*asked: str) -> None:
    """The large record; with `--ten` the record of ten times the size as well."""
    gc.freeze()      # as the window does once it is loaded
    with tempfile.TemporaryDirectory() as name:
        for times, size in ((1, ""), (TEN, " at ten times the size"))[: 1 + ("--ten" in asked)]:
            path = Path(name) / f"{times}.scrutiny"
            with ProcessPoolExecutor(1, get_context("spawn")) as pool:      # whose memory is not counted as ours
                day = pool.submit(written, path, times * CHALLENGES).result()
            as_at(path, day, size)


if __name__ == "__main__":
    main(*sys.argv[1:])
