"""The judge of Word files: the schemas of the standard, where they lie beside this checkout."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

CHECKER = Path(__file__).parents[2].parent / "shared" / "ooxml" / "check_docx.py"


@pytest.fixture(scope="session")
def violations(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """Gives what is wrong with the bytes of a .docx by the schemas of ECMA-376."""
    if not CHECKER.exists():
        pytest.skip("the schemas of Word's file format are not beside this checkout")
    spec = importlib.util.spec_from_file_location("check_docx", CHECKER)
    assert spec
    assert spec.loader
    checker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checker)
    path = tmp_path_factory.mktemp("checked") / "paper.docx"

    def found(data: bytes) -> list[str]:
        path.write_bytes(data)
        return list(checker.violations(path))

    return found
