"""A mark that is held by one at a time, and by nobody who has ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutineer.exchange.hold import Hold


def test_what_one_holds_no_other_takes_until_it_is_let_go_of(tmp_path: Path):
    one, other = Hold(tmp_path / "mark"), Hold(tmp_path / "mark")
    assert one.take()
    assert one.take(), "what is ours already stays ours"
    assert not other.take()
    other.let_go()
    assert one.path.exists(), "what is not ours is not let go of"
    one.let_go()
    assert not one.path.exists()
    assert other.take()
    other.let_go()


def test_where_no_file_can_be_made_nothing_is_held(tmp_path: Path):
    with pytest.raises(OSError, match="No such file"):
        Hold(tmp_path / "nowhere" / "mark").take()
