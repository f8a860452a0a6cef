"""Which parts go into a letter, and what it may know."""

from dataclasses import replace
from datetime import date, timedelta

from scrutineer.domain.activity import ActivityStatus, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, PartyKind, Visibility
from scrutineer.domain.figures import LetterKind
from scrutineer.domain.organisation import AgencyGroup, Change
from scrutineer.register.letters import STRENGTHS
from scrutineer.reports import letter as printed
from scrutineer.reports.blocks import lines_of
from tests.factories import MOMENT, TODAY, an_activity, an_agency
from tests.register.conftest import refused

DAY = timedelta(days=1)


def put_to(register, *parties, **over):
    words = {"title": "", "text": "Who was told?", "raised_on": date(2026, 11, 2)} | over
    return register.challenges.parts(register.challenges.put_to(Challenge(**words), parties).id)


def saw(register, text, *agency_ids, days_ago=7, **over):
    visit = an_activity(title=f"Visit {text}", held_on=TODAY - days_ago * DAY, **over)
    register.activities.note_what_i_saw(visit, [
        Finding(text=text, agency_ids=agency_ids),
        Finding(kind=FindingKind.CONCERN, text="A worry", agency_ids=agency_ids),
    ])


def close(register, part, answer, on=TODAY):
    answer(part)
    register.courses.close(part.id, Outcome.ASSURED_NO_CHANGE_NEEDED, ImpactLevel.REPLY_ONLY, "Chaired.", on,
                           stands_in="Seen.")


def test_one_letter_carries_every_question_to_one_party_and_says_who_else_was_asked(register, begun):
    first, other, gone = put_to(register, Addressee(agency_id=begun.icb.id, contact_role="Chief nurse"),
                                Addressee(agency_id=begun.police.id), Addressee(agency_id=begun.la.id))
    register.courses.withdraw_part(gone.id, "Not theirs.", "LA", TODAY)
    (second,) = put_to(register, Addressee(agency_id=begun.icb.id, contact_role="Chief nurse"), text="And since when?")
    letter = register.figures.letter([first.id, second.id, first.id])
    assert (letter.to, letter.attention, letter.dated_on, letter.frozen_at) == ("ICB", ("Chief nurse",), TODAY, MOMENT)
    assert [part.challenge.text for part in letter.parts] == ["Who was told?", "And since when?"]
    assert [part.others for part in letter.parts] == [("Police",), ()]
    assert [part.others_open for part in letter.parts] == [True, False]
    assert other.challenge_id == first.challenge_id


def test_a_party_is_not_among_the_others_though_it_followed_one_of_them(register, begun):
    mine, other = put_to(register, Addressee(agency_id=begun.icb.id), Addressee(agency_id=begun.police.id))
    register.successions.follow([begun.police], [begun.icb], Change.ABSORBED, TODAY)
    letter = register.figures.letter([mine.id, other.id])
    assert [(part.party.name, part.others) for part in letter.parts] == [("ICB", ()), ("ICB (formerly Police)", ())]


def test_what_others_answered_is_not_in_it(register, begun, answer):
    mine, other = put_to(register, Addressee(agency_id=begun.icb.id), Addressee(agency_id=begun.police.id))
    answer(other, "SECRET of the police")
    letter = register.figures.letter([mine.id])
    assert "SECRET" not in repr(letter)
    assert [party.name for party in letter.parts[0].challenge.parties] == ["ICB"]


def test_it_begins_with_what_was_seen_to_work_there_within_a_year_the_latest_first(register, begun):
    (part,) = put_to(register, Addressee(agency_id=begun.icb.id))
    icb = begun.icb.id
    saw(register, "Older", icb, begun.la.id, days_ago=30)
    saw(register, "Newest", icb)
    saw(register, "Too old", icb, days_ago=400)
    saw(register, "Elsewhere", begun.la.id)
    saw(register, "Not yet", icb, status=ActivityStatus.PLANNED)
    register.activities.note_what_i_saw(an_activity(), [Finding(text="SECRET", agency_ids=(icb,), private=("text",))])
    assert [one.text for one in register.figures.letter([part.id]).strengths] == ["Newest", "Older"]
    for number in range(STRENGTHS):
        saw(register, f"More {number}", icb)
    assert len(register.figures.letter([part.id]).strengths) == STRENGTHS


def test_a_joint_party_a_group_a_body_and_the_partnership_can_be_written_to(register, begun):
    group = AgencyGroup(name="Districts", agency_ids=(begun.district.id,))
    with register.desk.act() as act:
        act.put(group)
    for whose in (begun.la.id, begun.district.id):
        saw(register, f"At {whose}", whose)
    parties = {
        "LA (lead) with Police": Addressee(kind=PartyKind.JOINT, agency_ids=begun.partners[:2], lead_id=begun.la.id),
        "Districts": Addressee(kind=PartyKind.GROUP, group_id=group.id),
        "Executive Group": Addressee(kind=PartyKind.BODY, body_id=begun.body.id),
        "The Partnership": Addressee(kind=PartyKind.PARTNERSHIP),
    }
    letters = [register.figures.letter([put_to(register, party)[0].id]) for party in parties.values()]
    assert [letter.to for letter in letters] == list(parties)
    assert [len(letter.strengths) for letter in letters] == [1, 1, 0, 2]
    orders = (begun.partners[:2], begun.partners[1::-1])
    joint = [Addressee(kind=PartyKind.JOINT, agency_ids=ids, lead_id=begun.la.id) for ids in orders]
    assert len(register.figures.letter([put_to(register, party)[0].id for party in joint]).parts) == 2


def test_a_letter_goes_to_one_party_about_what_was_put_and_is_not_for_me_alone(register, begun, answer):
    mine, other = put_to(register, Addressee(agency_id=begun.icb.id), Addressee(agency_id=begun.police.id))
    (private,) = put_to(register, Addressee(agency_id=begun.icb.id), visibility=Visibility.PRIVATE)
    drafted = register.challenges.draft(Challenge(title="", text="?"), [Addressee(agency_id=begun.icb.id)])
    (draft,) = register.challenges.parts(drafted.id)
    letter = register.figures.letter
    assert refused(letter, []) == {"parts": "Choose at least one challenge for the letter."}
    assert "one party" in refused(letter, [mine.id, other.id])["parts"]
    assert "for you alone" in refused(letter, [private.id])["parts"]
    assert "is a draft" in refused(letter, [draft.id])["parts"]
    assert "has not ended" in refused(letter, [mine.id], is_closing=True)["parts"]
    close(register, mine, answer)
    assert "write a closing letter" in refused(letter, [mine.id])["parts"]
    assert register.figures.letter([mine.id], is_closing=True).kind is LetterKind.CLOSING
    with register.desk.act() as act:
        act.put(Addressee(challenge_id=mine.challenge_id, agency_id=begun.la.id, place=8))
    waiting = register.challenges.parts(mine.challenge_id)[-1]
    assert "has not been put" in refused(letter, [waiting.id])["parts"]


def test_a_letter_about_parts_of_two_former_agencies_goes_to_the_one_that_followed(register, begun):
    first, second = put_to(register, Addressee(agency_id=begun.icb.id), Addressee(agency_id=begun.police.id))
    joint = an_agency(name="Joint Service", short_name="Joint")
    register.agencies.save(joint)
    register.successions.follow([begun.police, begun.icb], [joint], Change.MERGED, TODAY)
    letter = register.figures.letter([first.id, second.id])
    assert letter.to == "Joint"
    assert [part.party.name for part in letter.parts] == ["Joint (formerly ICB)", "Joint (formerly Police)"]
    assert register.figures.letter([first.id]).to == "Joint (formerly ICB)"


def test_a_letter_of_recognition_tells_what_was_seen_to_work_and_is_refused_where_nothing_was(register, begun):
    party = register.parties.named("ICB")
    assert refused(register.figures.recognition, party) == {"parts": (
        "No strength seen at ICB within the last year is on record, so there is none to tell."
    )}
    saw(register, "They ring back", begun.icb.id)
    letter = register.figures.recognition(party)
    assert (letter.kind, letter.to, letter.parts) == (LetterKind.RECOGNITION, "ICB", ())
    assert [one.text for one in letter.strengths] == ["They ring back"]


def test_a_private_word_stands_in_no_letter(register, begun, answer):
    (part,) = put_to(register, Addressee(agency_id=begun.icb.id), why_it_matters="SECRET", private=("why_it_matters",),
                     my_note="SECRET")
    close(register, part, answer)
    with register.desk.act() as act:
        act.put(replace(register.challenges.part(part.id), what_changed="SECRET", stands_in="SECRET",
                        private=("what_changed", "stands_in")))
    letter = register.figures.letter([part.id], is_closing=True)
    assert "SECRET" not in repr(letter) + "\n".join(lines_of(printed.document(letter).blocks))
