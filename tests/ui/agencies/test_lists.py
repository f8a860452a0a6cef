from __future__ import annotations

from datetime import timedelta

from scrutineer.domain.assurance import Conflict
from scrutineer.domain.organisation import AgencyGroup, Appointment, ClosedDays, Contact
from scrutineer.domain.records import BY_KIND
from scrutineer.register.register import Register
from scrutineer.ui.agencies.acts import ACTS
from scrutineer.ui.agencies.form import EDITED
from scrutineer.ui.agencies.lists import LISTS
from tests.factories import TODAY, a_body, a_meeting, an_agency

BY_CODE = {one.code: one for one in LISTS}


def titles(register: Register, code: str) -> list[str]:
    return [line.title for line in BY_CODE[code].lines(register)]


def test_every_kind_listed_can_be_edited_and_every_button_does_something() -> None:
    listed = [kind for one in LISTS for kind in one.kinds]
    assert sorted(listed) == sorted(EDITED)
    assert set(listed) <= set(BY_KIND)
    assert {code for one in LISTS for code, _ in (one.first, *one.adds) if code} <= set(ACTS)


def test_boards_stand_before_meetings_the_next_meeting_before_the_past_ones(register: Register) -> None:
    body = register.bodies.save(a_body(name="Strategic Board"))
    for days in (-60, 40, 12, -5):
        register.meetings.save(a_meeting(body_id=body.id, held_on=TODAY + timedelta(days=days), papers_due_on=None))
    assert titles(register, "meetings") == [
        "Strategic Board", "5 December 2026", "2 January 2027", "18 November 2026", "24 September 2026",
    ]  # fmt: skip
    board = BY_CODE["meetings"].lines(register)[0]
    assert (board.about, board.aside) == ("4 meetings", "meets 5 Dec")
    register.bodies.save(a_body(name="Youth Board"))
    assert BY_CODE["meetings"].lines(register)[1].about == "no meetings yet"


def test_people_stand_by_agency_with_the_lead_partner_marked_and_former_ones_last(register: Register) -> None:
    agency = register.agencies.save(an_agency(short_name="Police"))
    for contact in (
        Contact(name="Officer", agency_id=agency.id), Contact(name="Chief", agency_id=agency.id, is_lsp=True),
        Contact(name="Retired", ends_on=TODAY - timedelta(days=1), is_lsp=True),
    ):  # fmt: skip
        register.contacts.save(contact)
    lines = BY_CODE["people"].lines(register)
    assert [(one.title, one.mark) for one in lines] == [("Chief", "Lead partner"), ("Officer", ""), ("Retired", "")]
    assert lines[2].aside == "until 22 Nov 2026"


def test_a_group_says_how_many_it_has_and_who_answers(register: Register) -> None:
    agency = register.agencies.save(an_agency(short_name="Northfold"))
    register.groups.save(AgencyGroup(name="Districts", agency_ids=(agency.id,), lead_id=agency.id))
    line = BY_CODE["groups"].lines(register)[0]
    assert (line.about, line.aside) == ("1 agency", "Northfold")


def test_the_partnership_lists_itself_its_scrutineers_terms_closed_days_and_periods(register: Register) -> None:
    me = register.scrutineers.all()[0]
    register.appointments.save(Appointment(scrutineer_id=me.id, starts_on=TODAY))
    register.closed_days.save(ClosedDays(starts_on=TODAY, ends_on=TODAY, reason="Moving house"))
    kinds = [line.kind for line in BY_CODE["partnership"].lines(register)]
    assert list(dict.fromkeys(kinds)) == ["partnership", "scrutineer", "appointment", "closed_days",
                                          "reporting_period"]  # fmt: skip
    assert "20 days a year" in titles(register, "partnership")


def test_a_conflict_says_with_whom_and_since_when(register: Register) -> None:
    agency = register.agencies.save(an_agency(short_name="Police"))
    register.conflicts.save(Conflict(noted_on=TODAY, agency_id=agency.id, text="I worked there.", ended_on=TODAY))
    [line] = [one for one in BY_CODE["partnership"].lines(register) if one.kind == Conflict.KIND]
    assert (line.title, line.about, line.aside) == (
        "I worked there", "Police · noted 23 Nov 2026 · ended 23 Nov 2026", "conflict of interest")
