from __future__ import annotations

from pathlib import Path

from scrutineer.ui.safekeeping import backups
from tests.factories import MOMENT


def test_a_backup_says_when_where_and_how_large(tmp_path: Path) -> None:
    file = tmp_path / "a.scrutiny"
    file.write_bytes(bytes(1_200_000))
    [made] = backups.look([(MOMENT, file)])
    row = backups.row(made, may_restore=True)
    assert row.title.startswith("23 Nov 2026, ")
    assert row.detail == f"a.scrutiny · 1.2 MB\n{tmp_path}"
    assert [code for code, _ in row.actions] == ["verify", "restore"]
    assert [code for code, _ in backups.row(made, may_restore=False).actions] == ["verify"]


def test_a_backup_that_is_gone_has_no_size_and_nothing_to_do(tmp_path: Path) -> None:
    [made] = backups.look([(MOMENT, tmp_path / "gone.scrutiny")])
    assert made.size is None
    assert backups.row(made, may_restore=True).actions == ()
