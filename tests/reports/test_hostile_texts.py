"""Whatever was typed anywhere, every paper opens, names its tables, leaves no cell empty and skips no heading."""

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.domain.vocabulary import Term
from scrutineer.reports import assurance, challenge_log, letter
from scrutineer.reports.blocks import Heading, Landscape, settled
from scrutineer.reports.word import to_word
from tests.reports.reading import W, reopened, words_of
from tests.reports.sample_figures import CHALLENGES, FIGURES, LOG
from tests.reports.sample_letters import CLOSING, QUESTIONS

PAPERS = {
    "assurance": lambda typed: assurance.document(typed(FIGURES)),
    "log": lambda typed: challenge_log.document(typed(LOG)),
    "questions": lambda typed: letter.document(typed(QUESTIONS)),
    "closing": lambda typed: letter.document(typed(CLOSING)),
}
FEW = dataclasses.replace(FIGURES, challenges=(CHALLENGES[0], CHALLENGES[6], *CHALLENGES[8:11]))
HOSTILE = (
    "", " ", "\n\n", "# Head\n\n##### Deep", "| a | b |\n|---|---|\n| | |", "]]>&<w:p/>\x00\x0b\ufffe",
    "\u202egnp.exe\u2029", "\x00", "\u200b",
    "- \n- one\n\n> two", "[x](javascript:alert(1))", "**_`", "1. \n\n    code", "\ud800 half", "I am me; my own. I.",
)  # fmt: skip


def retyped(thing, words):
    """The same figures with `words()` in the place of every text that somebody may have typed."""
    match thing:
        case Term():
            return thing
        case str():
            return words() if thing else thing
        case tuple():
            return tuple(retyped(one, words) for one in thing)
        case dict():
            return {key: retyped(one, words) for key, one in thing.items()}
    if dataclasses.is_dataclass(thing):
        values = {spec.name: getattr(thing, spec.name) for spec in dataclasses.fields(thing) if spec.init}
        return dataclasses.replace(thing, **{
            name: value if name in {"id", "private"} else retyped(value, words) for name, value in values.items()})
    return thing


def levels(document):
    def found(blocks):
        for block in blocks:
            if isinstance(block, Landscape):
                yield from found(block.blocks)
            elif isinstance(block, Heading):
                yield block.level

    return [1, *found(settled(document))]


def whole(document):
    """What is wrong with a paper as a reader would find it."""
    faults = [f"a heading skips from {a} to {b}" for a, b in pairwise(levels(document)) if b > a + 1]
    for table in reopened(to_word(document)).element.body.iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            faults.append("a table without a header row")
        faults += ["an empty cell" for row in rows for cell in row.iter(f"{W}tc") if not words_of(cell).strip()]
    return faults


@pytest.mark.parametrize("paper", PAPERS)
def test_as_typed_every_paper_is_whole_and_breaks_no_rule_of_the_standard(paper, violations):
    document = PAPERS[paper](lambda figures: figures)
    assert whole(document) == []
    assert violations(to_word(document)) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_with_hostile_words_in_every_place_it_still_is(paper, violations):
    turns = iter(range(10**9))
    document = PAPERS[paper](lambda figures: retyped(figures, lambda: HOSTILE[next(turns) * 7 % len(HOSTILE)]))
    assert whole(document) == []
    assert violations(to_word(document)) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), min_size=1, max_size=9))
def test_whatever_is_typed_no_heading_is_skipped_and_no_cell_is_empty(texts):
    turns = iter(range(10**9))

    def typed(figures):
        return retyped(figures, lambda: texts[next(turns) % len(texts)])

    for document in (assurance.document(typed(FEW)), letter.document(typed(QUESTIONS)),
                     letter.document(typed(CLOSING))):
        assert whole(document) == []
