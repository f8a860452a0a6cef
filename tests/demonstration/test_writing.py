from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from scrutineer import demonstration
from scrutineer.domain.errors import CannotWrite
from scrutineer.domain.progress import Cancelled
from scrutineer.register.register import Register
from scrutineer.storage import key
from tests.factories import TODAY

AWKWARD = ["2026-12-25", "2026-12-20", "2027-04-01", "2028-02-29", "2026-11-22"]
OTHERS = [
    "2025-12-31", "2026-01-01", "2026-03-29", "2026-04-03", "2026-08-31", "2027-12-24", "2028-04-02", "2030-06-15",
]  # fmt: skip


@pytest.mark.parametrize(
    "written_on", [AWKWARD[0], *(pytest.param(day, marks=pytest.mark.slow) for day in (*AWKWARD[1:], *OTHERS))]
)
def test_on_whatever_day_it_is_written_each_card_of_today_has_rows(
    written_on: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(key, "ROUNDS", 10)
    day = date.fromisoformat(written_on)
    register = demonstration.write(tmp_path / "sample.scrutiny", today=lambda: day)
    page = register.today_page()
    assert all(len(card) >= 3 for card in page)
    assert any(row.is_late for row in page.awaited)
    assert any(not row.is_late for row in page.awaited)
    assert any("look again" in row.detail and row.on <= day + timedelta(days=14) for row in page.to_test)
    mended_by = {row.deed for row in page.loose_ends}
    assert mended_by >= {"judge", "change_action", "say_what_changed", "name_source", "look"}
    assert any("moved 3 times" in row.detail for row in page.loose_ends)
    assert len(register.escalations.awaiting()) == 1
    register.close()


def test_it_is_marked_as_a_sample_and_opens_with_the_known_passphrase(register: Register):
    assert register.partnership.is_sample
    assert register.has_passphrase(demonstration.PASSPHRASE)
    assert register.desk.me == register.scrutineers.serving()[0].id
    assert register.appointments.all()[0].days_per_year == 20


def test_the_record_is_whole(register: Register):
    assert register.safekeeping.check().faults == ()


def test_the_periods_of_every_year_of_the_story_are_there(register: Register):
    labels = {one.label for one in register.periods.all()}
    assert {"2025-26-Q2", "2025-26-Q4", "2026-27-Q2", "2026-27-Q4"} <= labels


def test_the_offices_are_closed_at_christmas(register: Register):
    assert not register.desk.calendar.is_open(date(TODAY.year, 12, 29))


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path):
    path = tmp_path / "mine.scrutiny"
    path.write_bytes(b"mine")
    with pytest.raises(CannotWrite):
        demonstration.write(path, today=lambda: TODAY)
    assert path.read_bytes() == b"mine"


def test_nothing_is_left_when_it_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(key, "ROUNDS", 10)

    def stop(fraction: float, sentence: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        demonstration.write(tmp_path / "sample.scrutiny", today=lambda: TODAY, progress=stop)
    assert not list(tmp_path.iterdir())
