"""A process that dies at any write of a save loses nothing that it said was saved, and leaves nothing by halves."""

import re
import shutil

import pytest

from scrutineer.domain.activity import Activity, Finding
from scrutineer.storage.record import Record
from tests.factories import a_note
from tests.storage.conftest import PASSPHRASE, faults, put, start_writer

SAVES, KILLS = 6, 40
WATCHED = ("strace", "-f", "-qq", "-e", "trace=pwrite64")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed on this machine"),
]


def run(path, *strace):
    """What the writer said it had saved before its end."""
    writer = start_writer(path, SAVES, *WATCHED, *strace)
    said, _ = writer.communicate()
    return [line for line in said.splitlines() if re.fullmatch("[0-9a-f]{32}", line)]


@pytest.fixture
def closed(record, path):
    record.close()
    return path


def test_whatever_write_a_process_dies_in_nothing_acknowledged_is_lost(closed, tmp_path):
    rehearsal = shutil.copy(closed, tmp_path / "rehearsal.scrutiny")
    log = tmp_path / "writes"
    assert len(run(rehearsal, "-o", str(log))) == SAVES
    # Random ids fall on different pages each time, so the number of writes varies by a few.
    writes = log.read_text().count("pwrite64") * 9 // 10
    assert writes > KILLS
    rolled_back = 0
    for count in range(KILLS):
        path = tmp_path / "killed.scrutiny"
        shutil.copy(closed, path)
        when = 1 + count * (writes - 1) // (KILLS - 1)
        said = run(path, "-o", str(log), "-e", f"inject=pwrite64:signal=SIGKILL:when={when}")
        assert "killed by SIGKILL" in log.read_text()
        rolled_back += path.with_name(path.name + "-journal").exists()
        again = Record.open(path, PASSPHRASE)
        found = [visit.id for visit in again.reader.all(Activity)]
        findings = again.reader.all(Finding)
        put(again, a_note())
        again.close()
        assert found[: len(said)] == said
        assert len(found) <= len(said) + 1
        assert [finding.activity_id for finding in findings] == [id_ for id_ in found for _ in range(2)]
        assert faults(path) == ()
        assert not path.with_name(path.name + "-journal").exists()
    assert rolled_back > KILLS // 4


def test_a_process_killed_while_it_waits_leaves_the_record_free(closed):
    with start_writer(closed, 2) as writer:
        said = [writer.stdout.readline() for _ in range(3)]
        writer.kill()
    assert said[0] == "open\n"
    again = Record.open(closed, PASSPHRASE)
    assert [f"{visit.id}\n" for visit in again.reader.all(Activity)] == said[1:]
    again.close()
