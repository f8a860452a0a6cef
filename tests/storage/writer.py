"""Another process at work on a record: opens it, saves some visits, and says when each one was saved.

Run as `python writer.py PATH PASSPHRASE ROUNDS SAVES`. Each save is one act of several rows: a visit with
a reference and two findings. It stays until its input ends, so that it can also simply hold the file.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from scrutineer.domain.activity import Activity, Finding
from scrutineer.storage import key
from scrutineer.storage.record import Record


def main(path: str, passphrase: str, rounds: str, saves: str) -> None:
    key.ROUNDS = int(rounds)
    record = Record.open(Path(path), passphrase)
    print("open", flush=True)
    for number in range(int(saves)):
        with record.gate.act() as act:
            reference = act.next_reference("EX", "A", 2026, "")
            note = "words " * 150 * number
            visit = act.put(Activity(title="Visit", reference=reference, held_on=date(2026, 1, 5), note=note))
            for text in ("One strength", "One question"):
                act.put(Finding(text=text, activity_id=visit.id))
        print(visit.id, flush=True)
    sys.stdin.read()
    record.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
