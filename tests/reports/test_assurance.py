"""The assurance paper as a whole."""

from dataclasses import replace

import pytest

from scrutineer.domain.action import Seen
from scrutineer.domain.activity import ActivityType, AskedBy, LedBy
from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.challenge_figures import EndingCounts
from scrutineer.domain.organisation import Serves
from scrutineer.domain.paper import SectionCode
from scrutineer.domain.serving import label_for
from scrutineer.reports import assurance
from scrutineer.reports.blocks import (
    Document,
    Heading,
    Landscape,
    Paragraph,
    Table,
    lines_of,
    plain_words,
    settled,
)
from scrutineer.reports.word import to_word
from tests.reports.sample_figures import EMPTY, FIGURES, MASTHEAD, PAPER

SECTIONS = ["Bottom line", "What I did", "What works well", "What I heard", "Assurance", "Challenges",
            "Actions and recommendations", "What comes next"]


def lines(figures=FIGURES):
    return list(lines_of(assurance.document(figures).blocks))


def section(title, figures=FIGURES):
    """What follows a section's heading, up to the next."""
    found, within = [], False
    for block in settled(assurance.document(figures)):
        if isinstance(block, Landscape):
            return found
        if isinstance(block, Heading) and block.level == 1:
            within = block.words == title
        elif within:
            found.append(block)
    return found


def headings(document: Document):
    return [block.words for block in document.blocks if isinstance(block, Heading) and block.level == 1]


def test_the_sections_stand_in_order_after_the_cover_sheet():
    document = assurance.document(FIGURES)
    assert isinstance(document.blocks[0], Table)
    assert headings(document) == [
        *SECTIONS, "Appendix B: In the agencies’ own words",
        "Appendix C: Agreed actions, and recommendations made before",
        "Appendix D: What was looked at, and what not",
    ]  # fmt: skip


def test_the_log_is_an_appendix_lying_sideways():
    (landscape,) = [block for block in assurance.document(FIGURES).blocks if isinstance(block, Landscape)]
    assert landscape.blocks[0] == Heading("Appendix A: Challenge log", numbered=False)
    assert landscape.blocks[-1].header[0] == "Ref"


def test_without_answers_there_is_no_appendix_b_and_the_cover_names_none():
    unanswered = replace(FIGURES, challenges=())
    assert "Appendix B: In the agencies’ own words" not in headings(assurance.document(unanswered))
    agreed, unseen = "Agreed actions, and recommendations made before", "What was looked at, and what not"
    assert f"A: Challenge log; B: {agreed}; C: {unseen}" in lines(unanswered)
    assert f"A: Challenge log; B: In the agencies’ own words; C: {agreed}; D: {unseen}" in lines()
    assert "A: Challenge log; B: In the agencies’ own words" in lines(replace(FIGURES, activities=(), actions=()))


def test_each_piece_of_scrutiny_is_listed_in_an_appendix_which_the_section_names():
    assert any(line.endswith("Each piece is listed in Appendix D.") for line in lines())
    assert any(line.endswith("Each piece is listed in Appendix C.") for line in lines(replace(FIGURES, challenges=())))
    document = assurance.document(FIGURES)
    heading = Heading("Appendix D: What was looked at, and what not", numbered=False)
    table = document.blocks[document.blocks.index(heading) + 1]
    assert isinstance(table, Table)
    assert len(table.rows) == len(FIGURES.activities)


def test_what_was_heard_in_one_place_names_it_once():
    voice = FIGURES.voices[0]
    twice = lines(replace(FIGURES, voices=(voice, replace(voice, text="And this."))))
    assert "And this." in twice


@pytest.mark.parametrize("title", SECTIONS)
def test_each_section_is_made_of_numbered_paragraphs(title):
    paragraphs = [block for block in section(title) if isinstance(block, Paragraph)]
    assert paragraphs
    assert all(paragraph.numbered for paragraph in paragraphs)


def test_my_own_words_stand_first_and_their_headings_below_the_section():
    typed = {SectionCode.WHAT_I_DID: "# Why\n\nBecause of *one* thing."}
    found = section("What I did", replace(FIGURES, sections=typed))
    assert found[0] == Heading((found[0].words[0],), level=2, numbered=False)
    assert plain_words(found[0].words) == "Why"
    assert plain_words(found[1].words) == "Because of one thing."
    assert plain_words(found[2].words).startswith("This period saw 8 pieces of scrutiny")


def test_a_bottom_line_not_yet_written_is_to_be_completed():
    assert [plain_words(block.words) for block in section("Bottom line", EMPTY)] == ["To be completed"]


def test_an_empty_period_is_told_in_plain_sentences():
    said = {title: [plain_words(block.words) for block in section(title, EMPTY)] for title in SECTIONS[1:]}
    assert said == {
        "What I did": ["No scrutiny took place in this period."],
        "What works well": ["No strength was recorded in this period."],
        "What I heard": [
            "Nothing heard from children, families or practitioners was recorded in this period."],
        "Assurance": ["I gave no further judgement for this period."],
        "Challenges": ["No challenge was put, open or ended in this period."],
        "Actions and recommendations": ["No action has been agreed."],
        "What comes next": ["The plan holds nothing for the next three months yet."],
    }


def test_what_i_wrote_is_not_contradicted_by_a_sentence_on_nothing():
    written = {SectionCode.WHAT_WORKS: "Much did.", SectionCode.WHAT_I_HEARD: "Much was said."}
    figures = replace(EMPTY, sections=written)
    assert len(section("What works well", figures)) == len(section("What I heard", figures)) == 1


def test_days_parts_and_invitations_are_counted():
    assert (
        "This period saw 8 pieces of scrutiny, in 8 forms and at 4 levels. My part took 6.5 days; the budget for "
        "this period is 5 days. Of these, 5 were asked for by others: the agency itself (2), the Board (1), children "
        "or families (1) and practitioners (1)." in lines()
    )
    assert any(line.startswith(
        "I led 3, took part in 3, oversaw 1 and read the result of 1. A sub-group led 2, an agency led 1, young "
        "people led 1 and a peer area led 1. 7 agencies were looked at. Each") for line in lines())


def test_without_a_budget_or_invitation_none_is_spoken_of():
    own = tuple(one for one in FIGURES.activities if one.asked_by.value == "scrutineer")[:1]
    found = lines(replace(FIGURES, activities=own, days_spent=1.0, days_budget=0.0))
    assert ("This period saw 1 piece of scrutiny, in 1 form and at 1 level. My part took 1 day. Each was asked for "
            "by me." in found)


def test_a_strength_names_its_agencies_and_who_takes_it_up():
    found = [plain_words(block.words) for block in section("What works well")]
    assert found[0].startswith("County Council children’s services and Constabulary. The weekend front door")
    assert found[0].endswith("Could be used by: the out-of-hours health team.")
    assert found[1].endswith("Passed on to: residential homes’ forum.")
    assert found[4] == "Learning"


def test_what_was_heard_says_where_and_when():
    assert any(line.startswith("Young scrutineers’ walk-through (1 October 2026). “They asked") for line in lines())


def test_what_is_reported_stands_beside_what_was_seen():
    document = assurance.document(FIGURES)
    heading = Heading("Appendix C: Agreed actions, and recommendations made before", numbered=False)
    table = document.blocks[document.blocks.index(heading) + 1]
    assert isinstance(table, Table)
    assert table.header == ("Ref", "Agency (owner): action", "Due", "Reported by the agency", "Seen by me")
    assert [row[-2:] for row in table.rows] == [
        ("Open", "Not looked at yet"), ("Reported done, 21 Sep 2026", "Seen in part, 5 Nov 2026"),
        ("Open; awaited since 13 Nov 2026", "Not looked at yet"), ("In progress", "Not looked at yet"),
        ("Reported done, 27 Oct 2026", "Seen, as reported, 3 Nov 2026"), ("Open", "Not looked at yet"),
        ("Dropped with reason, 20 Oct 2026: Night staff asked for mornings.", "Not looked at yet"),
    ]
    assert table.rows[1][1] == "Constabulary (detective inspector): One health mailbox for invitations"
    assert table.rows[2][2] == "13 Nov 2026 (second date, 5 working days later than first agreed)"


def test_how_many_actions_are_open_reported_done_and_seen_is_counted():
    first, late = section("Actions and recommendations")
    assert plain_words(first.words) == (
        "Agencies have agreed 7 actions; 4 of them are open. 2 are reported done; of these I have seen 1 for myself. "
        "Each is listed in Appendix C.")
    assert len(late.items) == sum(action.is_overdue for action in FIGURES.actions) == 1
    assert late.items[0].endswith("Awaited since 13 Nov 2026.")
    open_one, in_part, *_ = FIGURES.actions

    def said(*actions):
        words = plain_words(section("Actions and recommendations", replace(FIGURES, actions=actions))[0].words)
        return words.removesuffix(" Each is listed in Appendix C.")

    assert said(open_one) == "Agencies have agreed 1 action; 1 of them is open."
    assert said(in_part).endswith("1 is reported done, and I have not yet seen it for myself.")
    assert said(replace(in_part, seen=Seen.AS_REPORTED)).endswith("and I have seen it for myself.")


def test_several_authors_say_we_but_their_own_typed_words_stay():
    several = replace(FIGURES, masthead=replace(FIGURES.masthead, several_authors=True))
    document = assurance.document(several)
    assert headings(document)[1:4] == ["What we did", "What works well", "What we heard"]
    found = lines(several)
    assert any(line.startswith("What we asked (urgent") for line in found)
    assert any("I have reasonable assurance" in line for line in found)


def test_a_name_that_holds_one_of_our_words_is_left_alone():
    masthead = replace(FIGURES.masthead, several_authors=True)
    strength = replace(FIGURES.strengths[0], agencies=("Me and My Carer trust",))
    found = lines(replace(FIGURES, masthead=masthead, strengths=(strength,)))
    assert any(line.startswith("Me and My Carer trust.") for line in found)


def test_no_word_of_blame_is_ours():
    text = "\n".join(lines()).lower()
    assert not [word for word in ("failed to", "overdue", "no response recorded", "breach") if word in text]


def test_no_cell_is_left_without_words():
    def tables(blocks):
        for block in blocks:
            if isinstance(block, Landscape):
                yield from tables(block.blocks)
            elif isinstance(block, Table):
                yield block

    for table in tables(assurance.document(FIGURES).blocks):
        assert table.empty.strip()
        assert all(plain_words(words).strip() for words in table.header)
        assert all(len(row) == len(table.header) == len(table.widths) for row in table.rows)


def test_the_document_carries_its_title_mark_and_standing():
    document = assurance.document(FIGURES)
    assert document.full_title == "SAMPLE: Independent scrutiny: assurance paper"
    assert document.mark == "OFFICIAL-SENSITIVE"
    assert document.note == "Independent scrutiny: assurance paper, Draft of 23 November 2026"
    assert document.subtitle == "Exampleshire Safeguarding Children Partnership\nStrategic Board, 18 December 2026"
    assert document.numbered


def test_as_a_word_file_it_breaks_no_rule_of_the_standard(violations):
    file = to_word(assurance.document(FIGURES))
    assert violations(file) == []


def test_numbering_can_be_switched_off_and_a_meeting_may_be_missing():
    document = assurance.document(replace(FIGURES, paper=replace(PAPER, numbered=False), body="", meeting_on=None))
    assert not document.numbered
    assert document.subtitle == "Exampleshire Safeguarding Children Partnership"


@pytest.mark.parametrize(
    ("serves", "called", "voice"),
    [(Serves.ADULTS, "adults at risk", "adults’ voice"), (Serves.ALL_AGES, "people", "people’s voice")],
)
def test_a_paper_speaks_of_those_whom_the_partnership_serves(serves, called, voice):
    first, *others = FIGURES.activities
    figures = replace(
        FIGURES, masthead=replace(MASTHEAD, serves=serves), voices=(), sections={},
        activities=(replace(first, type=ActivityType.CHILDREN_ENGAGEMENT, led_by=LedBy.YOUNG_PEOPLE,
                            asked_by=AskedBy.CHILDREN_FAMILIES), *others),
        counts=replace(FIGURES.counts, endings=EndingCounts(by_level={ImpactLevel.DIFFERENCE: 1})),
    )  # fmt: skip
    words = "\n".join(lines(figures))
    assert f"4 Difference to {called}" in words
    assert f"Nothing heard from {called}, families" in words
    assert f"Implications: {voice}" in words
    assert label_for(ActivityType.CHILDREN_ENGAGEMENT, serves) in words
    assert label_for(AskedBy.CHILDREN_FAMILIES, serves) in words
    assert "Difference to children" not in words
    assert "Children or families" not in words
    assert "difference to children" not in words
