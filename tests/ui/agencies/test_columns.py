from __future__ import annotations

from datetime import date

from scrutineer.domain.lines import AgencyLine
from scrutineer.domain.organisation import AgencyKind, PartnerStatus
from scrutineer.ui.agencies.columns import Entry, about, agency_columns, entry_columns, ordered
from tests.factories import TODAY


def a_line(name: str, status: PartnerStatus = PartnerStatus.RELEVANT, **over: object) -> AgencyLine:
    line = AgencyLine(name, name, "", AgencyKind.POLICE, status, "", 0, 0, 0, None, False)
    return line._replace(**over)


def test_statutory_partners_stand_first_services_follow_their_agency_former_ones_come_last() -> None:
    lines = [
        a_line("Alpha", is_former=True), a_line("Beta", PartnerStatus.OTHER), a_line("Delta service", parent="Zeta"),
        a_line("Gamma"), a_line("Zeta", PartnerStatus.STATUTORY),
    ]  # fmt: skip
    assert [line.name for line in ordered(lines)] == ["Zeta", "Delta service", "Gamma", "Beta", "Alpha"]


def test_a_service_says_within_what_and_a_former_agency_that_it_was_one() -> None:
    assert about(a_line("Front door", parent="LA")) == "Police · service within LA"
    assert about(a_line("Old force", is_former=True)) == "former · Police · Relevant agency"
    assert about(a_line("Friends", PartnerStatus.OTHER)) == "Police"


def test_nothing_is_said_where_nothing_is_known_and_sorting_puts_most_first() -> None:
    _, strengths, asked, seen = agency_columns(TODAY)
    empty = a_line("A")
    assert [column.words(empty) for column in (strengths, asked, seen)] == ["", "", ""]
    busy = a_line("B", strengths=3, open_challenges=2, awaited=1, last_seen_on=date(2026, 11, 12))
    assert [column.words(busy) for column in (strengths, asked, seen)] == ["3", "2, 1 awaited", "12 Nov"]
    assert strengths.order(busy) < strengths.order(empty)


def test_an_entry_shows_its_second_line_and_its_mark() -> None:
    first, second = entry_columns("Person", "Safeguarding partner")
    entry = Entry("1", "contact", "Chief nurse", "ICB", mark="Delegated partner")
    assert first.words(entry) == "Chief nurse, ICB"
    assert second.words(entry) == "Delegated partner"
