"""The demonstration, written once for all tests that only read it, with a key that costs nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scrutineer import demonstration
from scrutineer.register.register import Register
from scrutineer.storage import key
from tests.factories import TODAY


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key, "ROUNDS", 10)
        path = tmp_path_factory.mktemp("demonstration") / "demonstration.scrutiny"
        register = demonstration.write(path, today=lambda: TODAY)
        yield register
        register.close()
