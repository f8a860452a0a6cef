from __future__ import annotations

import pytest

from scrutineer.reports.blocks import BulletList, Heading, Landscape, Paragraph, Quote, Table
from scrutineer.ui.papers import length


def test_more_text_is_never_shorter_and_an_appendix_does_not_count() -> None:
    paragraph = Paragraph("word " * 100)
    lengths = [length.sides((paragraph,) * count) for count in range(0, 60, 6)]
    assert lengths == sorted(lengths)
    assert length.sides((paragraph, Landscape((paragraph,) * 500))) == length.sides((paragraph,))


def test_a_side_holds_about_five_hundred_words() -> None:
    assert length.sides((Paragraph("scrutiny " * 500),)) == pytest.approx(1, abs=0.5)


def test_every_kind_of_block_takes_room() -> None:
    long = "word " * 80
    table = Table(("A", "B"), tuple((long, "b") for _ in range(20)), widths=(1, 9))
    for block in (BulletList((long,) * 20), Quote(long * 10), table, Heading("Title")):
        assert length.sides((block,) * 4) >= 0.5
    assert length.sides((table,)) > length.sides((BulletList((long,) * 20),))


@pytest.mark.parametrize(
    ("number", "words"),
    [(0.5, "about ½ side before appendices; aim for 4"), (1, "about 1 side before appendices; aim for 4"),
     (3.5, "about 3½ sides before appendices; aim for 4")],
)  # fmt: skip
def test_it_is_told_as_people_say_it(number: float, words: str) -> None:
    assert length.in_words(number) == words
