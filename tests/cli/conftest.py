"""The demonstration record, written once, and a command line with its passphrase."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import docx
import pytest

from scrutineer import cli, demonstration
from scrutineer.storage import key

PASSPHRASE = demonstration.PASSPHRASE

Run = Callable[..., int]
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "ROUNDS", 10)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key, "ROUNDS", 10)
        path = tmp_path_factory.mktemp("written") / "sample.scrutiny"
        assert cli.main(["demo", str(path)]) == 0
        return path


@pytest.fixture
def record(written: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sample.scrutiny"
    copyfile(written, path)
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def run(*words: object, passphrase: str = PASSPHRASE) -> int:
        monkeypatch.setenv(cli.VARIABLE, passphrase)
        return cli.main([str(word) for word in words])

    return run


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
