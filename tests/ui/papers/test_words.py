"""The words over each section of a paper."""

from __future__ import annotations

from scrutineer.domain.paper import SectionCode
from scrutineer.ui.papers.words import WHAT_FOLLOWS


def test_every_section_that_is_written_says_what_follows_the_words():
    assert set(WHAT_FOLLOWS) == {code for code in SectionCode if not code.is_implication}
