"""The program's own files are found from a checkout, an installed wheel and a frozen build."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scrutineer import resources

ASK = "import sys; {first}; from scrutineer import resources; print(resources.path('icons', 'today.svg'))"


def asked(home: Path, first: str = "") -> subprocess.CompletedProcess[str]:
    """What a program installed in `home` answers to where its icon lies."""
    return subprocess.run(
        [sys.executable, "-c", ASK.format(first=first or "pass")],
        cwd=home, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(home)},
    )  # fmt: skip


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The package as a wheel lays it out, with nothing beside it."""
    package = tmp_path / "scrutineer"
    package.mkdir()
    for name in ("__init__.py", "resources.py"):
        shutil.copy(Path(resources.__file__).with_name(name), package / name)
    return tmp_path


def test_a_checkout_has_them_beside_the_package():
    assert resources.folder() == Path(resources.__file__).resolve().parents[1] / "resources"
    assert resources.path("word").is_dir()


def test_a_wheel_has_them_inside_the_package(installed):
    inside = installed / "scrutineer" / "resources"
    inside.mkdir()
    assert asked(installed).stdout.strip() == str(inside.resolve() / "icons" / "today.svg")


def test_a_frozen_build_has_them_where_it_was_unpacked(installed):
    (installed / "scrutineer" / "resources").mkdir()
    unpacked = installed / "unpacked"
    (unpacked / "resources").mkdir(parents=True)
    answer = asked(installed, f"sys._MEIPASS = {str(unpacked)!r}")
    assert answer.stdout.strip() == str(unpacked / "resources" / "icons" / "today.svg")


def test_without_them_it_says_so(installed):
    assert "The program's own resources folder is missing; install it again." in asked(installed).stderr
