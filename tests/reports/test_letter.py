"""The letter that asks, and the letter that thanks."""

from dataclasses import replace
from datetime import date

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.challenge import Priority, Status, Visibility
from scrutineer.domain.figures import LetterKind
from scrutineer.reports import letter
from scrutineer.reports.blocks import Heading, Paragraph, Table, lines_of, settled
from tests.reports.sample_figures import CHALLENGES, MAILBOX, MASTHEAD, WEIGHTY
from tests.reports.sample_letters import CLOSING, QUESTIONS, RECOGNITION, letter_part
from tests.reports.sample_letters import letter as a_letter

SEVERAL = replace(MASTHEAD, several_authors=True)


def lines(figure=QUESTIONS):
    return list(lines_of(letter.document(figure).blocks))


def headings(figure, level=1):
    return [block.words for block in letter.document(figure).blocks
            if isinstance(block, Heading) and block.level == level]


def asked(one, place=0, **more):
    """The lines of a letter about one part."""
    return lines(a_letter(letter_part(one, place, **more)))


def test_it_begins_with_what_works():
    assert headings(QUESTIONS) == ["What works well", "What I ask", "Your answer", "Answer sheet"]
    found = lines()
    place = found.index("What works well")
    assert found[place + 1].startswith("Front door (17 September 2026). The weekend front door is staffed")


def test_where_no_strength_is_on_record_there_is_a_place_for_one():
    bare = replace(QUESTIONS, strengths=())
    assert "What already works stands before each question below." in lines(bare)
    silent = a_letter(letter_part(replace(WEIGHTY[0], what_works=""), 1))
    assert "To be completed: what already works well with you." in lines(replace(silent, strengths=()))


def test_it_says_to_whom_for_whom_from_whom_and_about_what():
    (table, *_) = letter.document(QUESTIONS).blocks
    assert table.rows == (
        ("To", "Hospital Trust"), ("For the attention of", "head of safeguarding"), ("From", "Independent Scrutineer"),
        ("About", "EX-C-2026-014 and EX-C-2026-021"),
    )  # fmt: skip
    assert table.empty == "Not stated"


def test_one_letter_carries_each_question_with_its_reasons_its_date_and_who_else_was_asked():
    found = lines()
    assert "I ask 2 questions; each says by when an answer is asked for, and who else was asked." in found
    assert headings(QUESTIONS, level=2) == [
        "EX-C-2026-014 Health at strategy meetings",
        "EX-C-2026-021 One page for every partner on information sharing",
    ]
    place = found.index("EX-C-2026-014 Health at strategy meetings")
    assert [line.partition(":")[0] for line in found[place + 1 : place + 8]] == [
        "What already works", "What I ask", "Why it matters", "What good would look like", "By when",
        "Where this stands", "Who else was asked",
    ]
    assert found[place + 7] == "Who else was asked: Integrated Care Board (ICB) and Constabulary."
    assert "Who else was asked: Nobody else." in found


def test_the_date_is_told_neutrally_with_how_it_moved():
    found = asked(WEIGHTY[0], 1)
    assert ("By when: 10 November 2026, because it is urgent (third date, 28 working days later than first agreed). "
            "That day has passed: please tell me which day you can keep." in found)
    calm = replace(WEIGHTY[1], priority=Priority.ROUTINE)
    assert "By when: 4 December 2026." in asked(calm)
    undated = replace(calm, parties=(replace(calm.parties[0], due_on=None),))
    assert "By when: To be completed." in asked(undated)
    assert not [line for line in found if "overdue" in line.lower() or "failed" in line.lower()]


def test_what_has_been_answered_is_not_asked_for_again():
    found = asked(WEIGHTY[0], 0)
    assert "Your answer so far: Accepted, 30 Sep 2026. For me to judge." in found
    assert "Nothing here awaits your answer: 1 question stands here as far as it has come." in found
    assert headings(a_letter(letter_part(WEIGHTY[0]))) == ["What works well", "What I ask", "What follows"]


def test_beside_what_is_asked_it_says_how_the_rest_that_is_open_stands_and_has_no_room_to_answer_that():
    both = a_letter(letter_part(WEIGHTY[0], 1), letter_part(WEIGHTY[1], 0), letter_part(WEIGHTY[0], 0))
    found = lines(both)
    assert "I ask 2 questions; 2 await your answer, and of the rest it is said how far they have come." in found
    assert len([block for block in letter.document(both).blocks if isinstance(block, Table) and block.caption]) == 2


def test_what_more_was_asked_is_asked():
    assert "What more I asked, 20 October 2026: What do they wait for?" in asked(WEIGHTY[1])


def test_no_stage_is_shown_before_the_first():
    assert any(line.startswith("Where this stands: Stage 1 · agency lead") for line in asked(WEIGHTY[0], 1))
    assert not any("stage" in line.lower() for line in asked(WEIGHTY[1]))


def test_a_re_worded_question_stands_in_both_wordings_with_its_day():
    found = asked(WEIGHTY[2])
    assert "As first put: Will the police say what may be shared?" in found
    assert any(line.startswith("As re-worded, 12 Oct 2026 (It was not theirs alone): Will the three") for line in found)


def test_it_says_who_will_read_the_answer_and_what_is_printed_word_for_word():
    found = lines()
    assert any(line.startswith("Your answer will be read by the Partnership; it is not meant for publication. My paper "
                               "prints your answer in a short form") for line in found)
    assert any("printed in its annex, word for word and in full" in line for line in found)
    assert any("To decline with a reason is a legitimate position." in line for line in found)


def test_what_may_be_published_is_said_for_all_or_for_those_it_is_true_of():
    public = letter_part(replace(WEIGHTY[0], visibility=Visibility.PUBLIC), 1)
    assert any("and it may be published." in line for line in lines(a_letter(public)))
    mixed = lines(a_letter(public, letter_part(WEIGHTY[2])))
    assert any("what you say to EX-C-2026-014 may be published." in line for line in mixed)


def test_it_says_how_to_ask_for_more_time_and_whom_to_ring():
    found = lines()
    assert any(line.startswith("If you need more time, tell me before the date") for line in found)
    assert "Whom to ring: Partnership business unit, scp.unit@example.org, 01632 960 001." in found
    nobody = replace(QUESTIONS, masthead=replace(MASTHEAD, business_unit=""))
    assert "Whom to ring: To be completed (the business unit)." in lines(nobody)


def test_there_is_room_to_answer_each_question_and_no_cell_is_empty():
    sheets = [block for block in letter.document(QUESTIONS).blocks if isinstance(block, Table) and block.caption]
    assert [sheet.caption for sheet in sheets] == headings(QUESTIONS, level=2)
    assert sheets[0].rows[0] == (
        "Your position", "Accepted / partly accepted / declined with reason / noted (keep one)")
    assert all(cell.strip() for sheet in sheets for row in sheet.rows for cell in row)


def test_its_paragraphs_are_numbered_but_not_those_of_the_answer_sheet():
    blocks = settled(letter.document(QUESTIONS))
    sheet = blocks.index(Heading("Answer sheet", numbered=False))
    assert all(block.numbered for block in blocks[:sheet] if isinstance(block, Paragraph))
    assert not any(block.numbered for block in blocks[sheet:] if isinstance(block, Paragraph))


def test_several_authors_say_we():
    several = replace(QUESTIONS, masthead=SEVERAL)
    assert "What we ask" in headings(several)
    assert any(line.startswith("If you need more time, tell us before the date") for line in lines(several))


def test_the_closing_letter_thanks_and_says_that_it_is_over():
    document = letter.document(CLOSING)
    assert document.title == "Thank you, and what changed"
    assert headings(CLOSING) == ["Thank you", "What changed", "What follows"]
    assert ("Thank you for your answers and for the work behind them. These 2 questions are closed for you: nothing "
            "more is asked of you about them." in lines(CLOSING))


def test_thanks_for_time_where_nothing_was_answered():
    silent = replace(CHALLENGES[6], parties=(replace(CHALLENGES[6].parties[0], answers=()),))
    found = lines(a_letter(letter_part(silent), kind=LetterKind.CLOSING))
    assert any(line.startswith("Thank you for your time. This question is closed for you") for line in found)
    assert ("How it ended: Overtaken by events: A new Board sits. The Board was re-formed in September. "
            "(0 None seen yet)" in found)


def test_the_closing_letter_tells_what_was_said_done_seen_and_changed_and_whether_it_lasted():
    done = replace(MAILBOX, seen=Seen.AS_REPORTED)
    open_still = replace(MAILBOX, text="Not yet", status=ActionStatus.OPEN)
    one = replace(CHALLENGES[0], parties=(replace(CHALLENGES[0].parties[0], actions=(done, open_still)),))
    found = lines(a_letter(letter_part(one), kind=LetterKind.CLOSING))
    place = found.index("EX-C-2026-003 Weekend cover at the front door")
    assert found[place + 1 :][:6] == [
        "What I asked: Weekend cover at the front door: how will it be made sure?",
        "What you said: Accepted, 22 Sep 2026: The change was made in September.",
        "What you did:",
        "One health mailbox for invitations. I have seen it for myself.",
        ("What changed: I saw six contacts decided within two hours on a Saturday. (3 Practice changed; shown by "
         "direct observation and policy or procedure)"),
        "Did it last? I looked again on 14 Nov 2026: sustained. Four of four, again on a Saturday.",
    ]


def test_the_closing_letter_says_that_others_may_not_have_finished_and_asks_two_questions_back():
    found = lines(CLOSING)
    assert "Others were asked too and have not finished; that needs nothing from you." in found
    assert any("was this fair, and did it help?" in line for line in found)


def test_a_party_that_holds_two_parts_of_one_challenge_is_told_of_each_by_its_former_name():
    one = CHALLENGES[0]
    parts = [replace(one.parties[0], name=f"ICB (formerly {name})") for name in ("North", "South")]
    double = a_letter(*(letter_part(replace(one, parties=(part,))) for part in parts), kind=LetterKind.CLOSING)
    assert headings(double, level=2) == [f"EX-C-2026-003 Weekend cover at the front door: ICB (formerly {name})"
                                         for name in ("North", "South")]
    assert ("About", "EX-C-2026-003") in letter.document(double).blocks[0].rows
    assert any("This question is closed for you" in line for line in lines(double))


def test_a_withdrawn_question_says_how_it_ended():
    withdrawn = next(one for one in CHALLENGES if one.status is Status.WITHDRAWN)
    assert any(line.startswith("How it ended: Withdrawn: The figures that I had read")
               for line in lines(a_letter(letter_part(withdrawn), kind=LetterKind.CLOSING)))


def test_the_letter_of_recognition_says_what_works_and_who_could_use_it_and_asks_nothing():
    document, found = letter.document(RECOGNITION), lines(RECOGNITION)
    assert document.title == "What works well with you"
    assert document.subject == "Letter to Hospital Trust about what was seen to work well"
    assert headings(RECOGNITION) == ["Thank you", "What I saw", "What becomes of it"]
    assert any(line.startswith("Front door (17 September 2026). The weekend front door is staffed") for line in found)
    assert any(line.startswith("My next paper tells the Partnership") for line in found)
    assert not any("?" in line for line in found)
    assert document.blocks[0].rows[1] == ("From", "Independent Scrutineer"), "nobody is named for it"


def test_the_document_says_what_it_is():
    document = letter.document(QUESTIONS)
    assert document.full_title == "SAMPLE: Questions for you"
    assert document.subtitle.endswith("\n23 November 2026")
    assert document.subject == "Letter to Hospital Trust about EX-C-2026-014 and EX-C-2026-021"
    assert (document.mark, document.numbered) == ("OFFICIAL-SENSITIVE", True)
    assert QUESTIONS.dated_on == date(2026, 11, 23)


def test_a_question_of_young_scrutineers_is_put_on_their_behalf():
    theirs = replace(WEIGHTY[0], put_for="Young scrutineers")
    assert any(line.startswith("What I ask on behalf of the young scrutineers: ") for line in asked(theirs, 1))
    closing = a_letter(
        letter_part(replace(CHALLENGES[0], put_for="Young scrutineers")), kind=LetterKind.CLOSING
    )
    assert any(line.startswith("What I asked on behalf of the young scrutineers: ") for line in lines(closing))
