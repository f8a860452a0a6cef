from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind
from scrutineer.domain.organisation import Change, Contact
from scrutineer.register.agency_page import concerns
from scrutineer.register.register import Register
from tests.factories import TODAY, an_agency, an_undertaking
from tests.register.conftest import Begun


def put(register: Register, part: Addressee, title: str = "Fathers in assessments") -> Challenge:
    words = Challenge(title=title, text="How do you know?", raised_on=TODAY - timedelta(days=30))
    return register.challenges.put_to(words, [part])


def test_what_is_open_says_for_what_it_waits_the_most_pressing_first(register: Register, begun: Begun) -> None:
    late, due = TODAY - timedelta(days=3), TODAY + timedelta(days=3)
    put(register, Addressee(agency_id=begun.police.id, due_on=due))
    put(register, Addressee(kind=PartyKind.JOINT, agency_ids=begun.partners, lead_id=begun.la.id, due_on=late))
    put(register, Addressee(agency_id=begun.la.id, due_on=late))
    asked = register.agency_page(begun.police.id).asked
    assert [(one.waiting, one.is_late) for one in asked] == [("since 20 Nov", True), ("due 26 Nov", False)]
    assert asked[0].reference.endswith("LA (lead) with Police and ICB")


def test_a_challenge_that_has_ended_is_no_longer_asked(register: Register, begun: Begun) -> None:
    challenge = put(register, Addressee(agency_id=begun.police.id, due_on=TODAY))
    register.courses.withdraw(challenge.id, "I was wrong.", "the constabulary", TODAY)
    assert register.agency_page(begun.police.id).asked == ()


def test_strengths_and_the_last_visit_come_from_what_i_saw(register: Register, begun: Begun) -> None:
    for days, words in ((40, "A joint hour."), (10, "They rang every family.")):
        register.activities.note_what_i_saw(
            Activity(title=f"Visit {days}", held_on=TODAY - timedelta(days=days), agency_ids=(begun.police.id,)),
            [Finding(text=words)],
        )
    page = register.agency_page(begun.police.id)
    assert [(one.text, one.where) for one in page.strengths] == [("They rang every family", "Visit 10"),
                                                                 ("A joint hour", "Visit 40")]  # fmt: skip
    assert page.last_seen is not None
    assert page.last_seen.title == "Visit 10"
    assert register.agency_page(begun.icb.id).last_seen is None


def test_its_people_stand_with_the_lead_partner_first_and_without_those_who_left(
    register: Register, begun: Begun
) -> None:
    for contact in (
        Contact(name="An officer"), Contact(name="Delegated", is_dsp=True), Contact(name="Lead", is_lsp=True),
        Contact(name="Left", ends_on=TODAY - timedelta(days=1)),
    ):  # fmt: skip
        register.contacts.save(replace(contact, agency_id=begun.police.id))
    assert [one.name for one in register.agency_page(begun.police.id).contacts] == ["Lead", "Delegated", "An officer"]


def test_services_promises_and_what_follows_belong_to_it(register: Register, begun: Begun) -> None:
    service = register.agencies.save(an_agency(name="Front door", parent_id=begun.la.id))
    promise = register.undertakings.promise(an_undertaking(agency_id=begun.la.id))
    register.successions.follow([begun.district], [an_agency(name="New district")], Change.MERGED, TODAY)
    page = register.agency_page(begun.la.id)
    assert (page.services, page.promises) == ((service,), (promise,))
    assert register.agency_page(service.id).within == register.agencies.get(begun.la.id)
    former = register.agency_page(begun.district.id)
    assert [one.name for one in former.after] == ["New district"]
    assert [one.id for one in register.agency_page(former.after[0].id).before] == [begun.district.id]


def test_a_part_concerns_those_who_answer_jointly(begun: Begun) -> None:
    joint = Addressee(kind=PartyKind.JOINT, agency_ids=begun.partners)
    assert concerns(joint, begun.icb.id)
    assert not concerns(joint, begun.district.id)
