"""The page about one agency: what works first, nothing twice, nothing of what others said."""

from dataclasses import replace

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.agency_figures import AgencyFigures, PromiseFigure
from scrutineer.domain.challenge_figures import ActionFigure, UpdateFigure
from scrutineer.domain.update import Side
from scrutineer.reports import agency_page
from scrutineer.reports.blocks import Heading, lines_of
from scrutineer.reports.word import to_word
from tests.reports.sample_figures import CHALLENGES, FROZEN_AT, MASTHEAD, STRENGTHS, TODAY, WEIGHTY
from tests.reports.sample_letters import letter_part

ENDED = tuple(letter_part(one) for one in CHALLENGES if one.parties[0].status.is_ended)
OPEN = tuple(letter_part(one) for one in WEIGHTY)
ACTION = ActionFigure(
    challenge_reference="EX-C-2026-014", text="Read twenty cases.", agency="ICB", owner_role="Chief nurse", measure="",
    due_on=TODAY, status=ActionStatus.IN_PROGRESS, done_on=None, is_overdue=False, seen=Seen.NOT_YET, seen_on=TODAY,
)
PAGE = AgencyFigures(
    masthead=MASTHEAD, frozen_at=FROZEN_AT, dated_on=TODAY, agency="ICB", in_full="Exampleshire Integrated Care Board",
    formerly=("North ICB",), services=("Night team",), since=TODAY, strengths=STRENGTHS, parts=(*OPEN, *ENDED),
    actions=(ACTION,), promises=(PromiseFigure(text="Send the tool", to_whom="Chief nurse", due_on=TODAY),),
)


def read(figures):
    return "\n".join(lines_of(agency_page.document(figures).blocks))


def headings(figures):
    return [block.words for block in agency_page.document(figures).blocks
            if isinstance(block, Heading) and block.level == 1]


def test_it_begins_with_what_works_and_ends_with_what_will_be_printed():
    assert headings(PAGE) == [
        "What works with you, and who could use it", "What I asked, what you said, and by when",
        "What you have agreed to do", "What came to an end", "What I promised you", "What will be printed about you",
    ]
    assert "(formerly North ICB), with Night team" in read(PAGE)
    assert "would print how each open question stands, what you have agreed to do" in read(PAGE)


def test_each_open_question_says_how_it_stands_and_what_was_seen_since():
    seen = UpdateFigure(side=Side.SEEN, noted_on=TODAY, seen=Seen.IN_PART, text="Four of six.")
    told = next(part for part in OPEN if part.party.answers)
    answers = (*told.party.answers[:-1], replace(told.party.answers[-1], updates=(seen,), my_view="A beginning."))
    page = replace(PAGE, parts=(replace(told, party=replace(told.party, answers=answers)),))
    said = read(page)
    assert said.count("How it stands: ") == 1
    assert "My view: A beginning." in said
    assert "What I have seen, 23 Nov 2026: Seen in part: Four of six." in said
    for one in WEIGHTY:
        assert (f"{one.reference.removeprefix('EX-')} {one.title}" in said) is (one.title == told.challenge.title)


def test_what_ended_has_a_line_and_thanks_and_more_than_three_are_counted():
    assert len(ENDED) >= 1
    said = read(replace(PAGE, parts=ENDED[:1] * 5))
    assert "Thank you: 5 questions came to an end in the last twelve months." in said
    assert said.count(ENDED[0].challenge.title) == 3
    assert "and 2 before these." in said


def test_with_nothing_on_record_it_says_so_and_prints_nothing_about_anybody():
    said = read(replace(PAGE, strengths=(), parts=(), actions=(), promises=()))
    assert "is on record yet; I would like to see it." in said
    assert "I have asked you nothing in the last year." in said
    assert "A paper written today would not name you." in said
    assert "failed" not in read(PAGE).lower()


def test_several_authors_say_we():
    page = replace(PAGE, masthead=replace(MASTHEAD, several_authors=True), strengths=())
    assert agency_page.document(page).title == "ICB: what we have seen and asked"
    assert "we would like to see it" in read(page)


def test_word_reads_it(violations):
    assert violations(to_word(agency_page.document(PAGE))) == []
