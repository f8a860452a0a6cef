"""Whom one can write to, by name, and what is open or has ended there."""

from datetime import timedelta

import pytest

from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, PartyKind, Status, Visibility
from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.organisation import AgencyGroup
from scrutineer.register.parties import LATELY
from tests.factories import TODAY, an_agency

DAY = timedelta(days=1)


def put_to(register, *parties, **over):
    words = {"title": "", "text": "Who was told?", "raised_on": TODAY - 200 * DAY} | over
    return register.challenges.parts(register.challenges.put_to(Challenge(**words), parties).id)


def close(register, part, answer, on=TODAY):
    answer(part)
    register.courses.close(part.id, Outcome.ASSURED_NO_CHANGE_NEEDED, ImpactLevel.REPLY_ONLY, "Chaired.", on,
                           stands_in="Seen.")


def refusal(ask, *args, **over):
    with pytest.raises(ScrutineerError) as refused:
        ask(*args, **over)
    return refused.value.in_one_line


def test_a_party_is_found_in_full_in_short_and_in_part_whatever_its_capitals(register, begun):
    jointly = Addressee(kind=PartyKind.JOINT, agency_ids=begun.partners[:2], lead_id=begun.la.id)
    put_to(register, jointly)
    with register.desk.act() as act:
        act.put(AgencyGroup(name="Districts of the county", short_name="Districts"))
    named = register.parties.named
    assert named("police").put_to.agency_id == begun.police.id, "what is called so comes before what holds the word"
    assert named("  exampleshire   CONSTABULARY ").name == "Police"
    assert named("integrated care").name == "ICB"
    assert named("districts of").put_to.kind is PartyKind.GROUP
    assert named("executive").put_to.body_id == begun.body.id
    assert named("partnership").put_to.kind is PartyKind.PARTNERSHIP
    assert named("(lead) with").put_to.agency_ids == begun.partners[:2]


def test_an_unknown_name_and_one_that_fits_several_are_refused_in_a_sentence(register, begun):
    named = register.parties.named
    assert refusal(named, "Fire") == (
        "There is nobody called “Fire” in this record. "
        "Give the name of an agency, a group or a board, in full, in short or in part."
    )
    assert refusal(named, "").startswith("There is nobody called “”")
    assert refusal(named, "exampleshire") == "“exampleshire” may be LA, Police or ICB. Give more of the name."
    register.agencies.add([an_agency(name=f"Trust {number}", short_name="") for number in range(9)])
    assert refusal(named, "Trust").endswith("Trust 3, Trust 4, Trust 5 or 3 more. Give more of the name.")


def test_a_letter_is_about_all_that_is_open_what_awaits_an_answer_first(register, begun, answer):
    icb, whole = begun.icb.id, register.parties
    (late,), (early,) = (put_to(register, Addressee(agency_id=icb, due_on=TODAY + days * DAY)) for days in (9, 2))
    (answered,), (done,) = (put_to(register, Addressee(agency_id=icb)) for _ in range(2))
    put_to(register, Addressee(agency_id=icb), visibility=Visibility.PRIVATE)
    put_to(register, Addressee(kind=PartyKind.JOINT, agency_ids=begun.partners[1:]))
    answer(answered)
    close(register, done, answer)
    party = whole.named("ICB")
    assert whole.to_write_about(party) == [early.id, late.id, answered.id]
    assert whole.of(early).put_to.agency_id == party.put_to.agency_id


def test_a_closing_letter_is_about_what_ended_lately(register, begun, answer):
    whole, party = register.parties, register.parties.named("ICB")
    (lately,), (long_ago,) = (put_to(register, Addressee(agency_id=begun.icb.id)) for _ in range(2))
    close(register, lately, answer, TODAY - LATELY)
    close(register, long_ago, answer, TODAY - LATELY - DAY)
    assert whole.to_write_about(party, is_closing=True) == [lately.id]
    assert [one.id for one in whole.ended_with(party)] == [lately.id, long_ago.id]
    assert refusal(whole.to_write_about, party) == "Nothing is open with ICB."
    police = whole.named("Police")
    assert refusal(whole.to_write_about, police, is_closing=True) == (
        "Nothing has ended with Police within the last three months. Name the challenges that the letter is about."
    )


def test_challenges_are_named_by_their_reference_with_or_without_the_partnership(register, begun, answer):
    whole, party = register.parties, register.parties.named("ICB")
    (first,), (second,) = (put_to(register, Addressee(agency_id=begun.icb.id)) for _ in range(2))
    (elsewhere,) = put_to(register, Addressee(agency_id=begun.police.id))
    references = [register.challenges.get(one.challenge_id).reference for one in (first, second, elsewhere)]
    assert whole.to_write_about(party, [references[1], references[0].lower().removeprefix("ex-")]) == [
        second.id, first.id]  # fmt: skip
    close(register, first, answer)
    assert register.challenges.part(first.id).status is Status.CLOSED
    assert whole.to_write_about(party, references[:1]) == [first.id], "the letter itself says why not"
    assert whole.to_write_about(party, references[:1], is_closing=True) == [first.id]
    assert refusal(whole.to_write_about, party, references[2:]) == (
        "C-2026-003 was not put to ICB. It was put to Police.")
    assert refusal(whole.to_write_about, party, ["C-1"]) == (
        "There is no challenge “C-1” in this record. Give its reference as it is printed, such as EX-C-2026-014.")
