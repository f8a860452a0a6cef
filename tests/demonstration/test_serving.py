"""The demonstration as a partnership for adults would have it: no paper and no row speaks of children for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from scrutineer import demonstration
from scrutineer.domain.activity import ActivityType, AskedBy
from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.organisation import Serves
from scrutineer.domain.paper import PaperKind
from scrutineer.domain.year import year_of
from scrutineer.register.register import Register
from scrutineer.reports import assurance, challenge_log, whole_record
from scrutineer.reports.blocks import Document, lines_of
from scrutineer.storage import key
from tests.factories import TODAY

OF_CHILDREN = [
    ImpactLevel.DIFFERENCE, ActivityType.CHILDREN_ENGAGEMENT, AskedBy.CHILDREN_FAMILIES, EvidenceKind.CHILDREN,
]


@pytest.fixture(scope="module")
def for_adults(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key, "ROUNDS", 10)
        made = demonstration.write(tmp_path_factory.mktemp("adults") / "record.scrutiny", today=lambda: TODAY)
        made.partnerships.save(replace(made.partnership, serves=Serves.ADULTS))
        yield made
        made.close()


def said(document: Document) -> str:
    return "\n".join(lines_of(document.blocks)).lower()


def papers(register: Register) -> Iterator[str]:
    for paper in (*register.papers.all(), register.papers.begin(None, kind=PaperKind.ANNUAL)):
        yield said(assurance.document(register.figures.figures(paper)))
    yield said(challenge_log.document(register.figures.log()))


def test_no_paper_has_a_label_of_children(for_adults: Register):
    words = "\n".join(papers(for_adults))
    for term in OF_CHILDREN:
        assert term.label.lower() not in words
    assert "4 difference to adults at risk" in words
    assert "hearing adults with care and support needs" in words


def test_the_record_in_full_has_none_in_its_fields(for_adults: Register):
    words = said(whole_record.document(for_adults.figures.whole()))      # a plan that was agreed keeps its words
    assert ImpactLevel.DIFFERENCE.label.lower() not in words
    assert "4 difference to adults at risk" in words


def test_the_plan_and_today_have_none_either(for_adults: Register):
    words = for_adults.plan_versions.text(year_of(TODAY)).lower()
    words += str(for_adults.today_page()).lower()
    for term in OF_CHILDREN:
        assert term.label.lower() not in words
