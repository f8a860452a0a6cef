"""A paper covers a span, and its sections stand in the order in which they are printed."""

from datetime import date

from scrutineer.domain.paper import PaperStatus, SectionCode
from tests.factories import a_paper


def test_a_paper_covers_a_span_in_order():
    assert a_paper().problems() == []
    assert a_paper().status is PaperStatus.DRAFTING
    assert [one.field for one in a_paper(ends_on=date(2026, 6, 30)).problems()] == ["ends_on"]
    assert [one.field for one in a_paper(starts_on=None, title="").problems()] == ["title", "starts_on"]


def test_implications_come_last_and_are_known_by_their_code():
    implications = [code.is_implication for code in SectionCode]
    assert implications == sorted(implications)
    assert sum(implications) == 5
