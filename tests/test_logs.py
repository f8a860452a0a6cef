from __future__ import annotations

import logging
from pathlib import Path

from scrutineer import logs

SECRET = "a child’s words"


def fail() -> None:
    raise ValueError(SECRET)


def test_an_exception_is_logged_by_type_and_place_without_its_words(
    tmp_path: Path, expected_warnings: list[logging.LogRecord]
) -> None:
    handler = logs.start(tmp_path)
    try:
        fail()
    except ValueError:
        logging.getLogger("scrutineer.test").exception("the save did not go through")
    logs.stop(handler)
    written = (tmp_path / logs.FILE).read_text(encoding="utf-8")
    assert "the save did not go through" in written
    assert "ValueError" in written
    assert "test_logs.py:" in written
    assert " in fail" in written
    assert SECRET not in written
    assert len(expected_warnings) == 1


def test_after_stop_nothing_more_is_written(tmp_path: Path) -> None:
    handler = logs.start(tmp_path)
    logs.stop(handler)
    logging.getLogger("scrutineer").info("later")
    assert not (tmp_path / logs.FILE).exists()


def test_the_log_starts_a_new_file_before_it_grows_large(tmp_path: Path) -> None:
    handler = logs.start(tmp_path)
    for _ in range(3):
        logging.getLogger("scrutineer").info("x" * (logs.LARGEST // 2))
    logs.stop(handler)
    assert len(list(tmp_path.iterdir())) > 1
