"""What the page about an agency may tell: its own parts and its services', and nothing that others answered."""

from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import Finding
from scrutineer.domain.agency_figures import PromiseFigure
from scrutineer.domain.challenge import Addressee, Challenge, Outcome, PartyKind, Visibility
from scrutineer.domain.errors import NotFound, ScrutineerError
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Agency, AgencyGroup, Change
from tests.factories import TODAY, an_activity


def put_to(register, *parties, **over):
    words = {"title": "", "text": "Who was told?", "raised_on": date(2026, 11, 2)} | over
    return register.challenges.parts(register.challenges.put_to(Challenge(**words), parties).id)


def texts(page):
    return [part.challenge.text for part in page.parts]


def test_its_own_parts_and_those_of_its_services_groups_and_joint_answers_are_on_it(register, begun):
    team = register.agencies.save(Agency(name="Night team", parent_id=begun.icb.id))
    group = register.groups.save(AgencyGroup(name="Health", agency_ids=(begun.icb.id, begun.district.id)))
    put_to(register, Addressee(agency_id=begun.icb.id), text="Own", raised_on=date(2026, 10, 1))
    put_to(register, Addressee(agency_id=team.id), text="Team")
    put_to(register, Addressee(kind=PartyKind.GROUP, group_id=group.id), text="Group")
    put_to(register, Addressee(kind=PartyKind.JOINT, agency_ids=(begun.icb.id, begun.la.id)), text="Jointly")
    put_to(register, Addressee(agency_id=begun.la.id), text="Another’s")
    put_to(register, Addressee(agency_id=begun.icb.id), text="Mine alone", visibility=Visibility.PRIVATE)
    page = register.figures.agency_page(begun.icb.id)
    assert sorted(texts(page)) == ["Group", "Jointly", "Own", "Team"]
    assert (page.agency, page.in_full, page.services) == ("ICB", "Exampleshire Integrated Care Board", ("Night team",))


def test_what_others_answered_is_not_on_it_and_who_else_was_asked_is(register, begun, answer):
    put, other = put_to(register, Addressee(agency_id=begun.icb.id), Addressee(agency_id=begun.police.id))
    answer(other, "SECRET of the police")
    page = register.figures.agency_page(begun.icb.id)
    assert "SECRET" not in repr(page)
    assert [part.others for part in page.parts] == [("Police",)]
    assert put.challenge_id == other.challenge_id


def test_what_is_open_stands_first_and_what_ended_long_ago_or_was_withdrawn_is_gone(register, begun):
    for text, days in (("Long ago", 400), ("Lately", 30)):
        (part,) = put_to(register, Addressee(agency_id=begun.icb.id), text=text, raised_on=TODAY - timedelta(500))
        register.courses.end(part.id, Outcome.NOT_PURSUED, TODAY - timedelta(days), because="Enough.")
    (gone,) = put_to(register, Addressee(agency_id=begun.icb.id), text="Withdrawn")
    register.courses.withdraw_part(gone.id, "Not theirs.", "ICB", TODAY)
    put_to(register, Addressee(agency_id=begun.icb.id, due_on=date(2026, 12, 24)), text="Later")
    put_to(register, Addressee(agency_id=begun.icb.id, due_on=date(2026, 12, 1)), text="Sooner")
    page = register.figures.agency_page(begun.icb.id)
    assert texts(page) == ["Sooner", "Later", "Lately"]
    assert [part.challenge.text for part in page.ended_parts] == ["Lately"]


def test_strengths_promises_and_former_names_are_on_it_and_private_text_is_not(register, begun):
    icb = begun.icb.id
    visit = an_activity(held_on=TODAY - timedelta(days=7))
    register.activities.note_what_i_saw(visit, [
        Finding(text="They ring back.", agency_ids=(icb,), who_could_use="Everybody"),
        Finding(text="SECRET", agency_ids=(icb,), private=("text",)),
    ])
    promised = Undertaking(text="Send the tool.", to_whom="Chief nurse", agency_id=icb, due_on=TODAY)
    register.undertakings.promise(promised)
    register.undertakings.promise(Undertaking(text="Ring.", agency_id=begun.la.id, due_on=TODAY))
    register.successions.follow([begun.district], [begun.icb], Change.ABSORBED, TODAY)
    page = register.figures.agency_page(icb)
    assert [one.text for one in page.strengths] == ["They ring back."]
    assert page.promises == (PromiseFigure(text="Send the tool.", to_whom="Chief nurse", due_on=TODAY),)
    assert page.formerly == ("Northmoor District",)
    assert "SECRET" not in repr(page)


def test_an_agency_is_found_by_its_name_and_nobody_else_is(register, begun):
    assert register.parties.agency_named("constab").id == begun.police.id
    with pytest.raises(ScrutineerError, match="nobody called “Executive Group”"):
        register.parties.agency_named("Executive Group")
    with pytest.raises(NotFound):
        register.figures.agency_page("nowhere")
