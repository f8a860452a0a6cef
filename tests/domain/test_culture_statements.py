"""The statements that come with the program: three for each aspect, and a malformed file is said to be one."""

from __future__ import annotations

from collections import Counter

import pytest

from scrutineer import resources
from scrutineer.domain.culture import CultureAspect
from scrutineer.domain.culture_statements import parse
from scrutineer.domain.toml_file import Malformed


def test_there_are_three_for_each_aspect_in_an_order_of_their_own():
    found = parse(resources.path("statements", "ours.toml").read_bytes(), "ours.toml")
    assert Counter(one.aspect for one in found) == dict.fromkeys(CultureAspect, 3)
    assert [one.place for one in found] == list(range(12))
    assert len({one.text for one in found}) == 12
    assert all(not one.problems() for one in found)


@pytest.mark.parametrize(("text", "said"), [
    ('[[statements]]\naspect = "warmth"\ntitle = "x"', "“warmth” should be one of"),
    ('[[statements]]\naspect = "welcoming"', "title: this is missing"),
    ("[[statements]", "line 1"),
])  # fmt: skip
def test_a_malformed_file_is_refused_in_a_sentence(text, said):
    with pytest.raises(Malformed, match=said):
        parse(text.encode(), "ours.toml")
