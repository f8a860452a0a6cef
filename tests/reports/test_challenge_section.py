"""Section 5 of the assurance paper."""

from dataclasses import replace

from scrutineer.domain.challenge import Status
from scrutineer.reports import challenge_section
from scrutineer.reports.blocks import Heading, Table, lines_of
from tests.reports.sample_figures import CHALLENGES, COUNTS, EMPTY, FIGURES, WEIGHTY

BLAME = ("failed", "overdue", "no response", "non-compliant", "breach")


def blocks(figures=FIGURES):
    return tuple(challenge_section.blocks(figures, "Appendix B"))


def lines(figures=FIGURES):
    return list(lines_of(blocks(figures)))


def tables(figures=FIGURES):
    return [block for block in blocks(figures) if isinstance(block, Table)]


def test_the_counts_open_the_section():
    assert lines()[0] == (
        "In this period 14 challenges were put, 13 answered and 8 ended. On 23 November 2026, 14 challenges are open, "
        "1 of them escalated; 6 answers are awaited, 3 of them since a date that has passed; 5 answers are for me to "
        "judge. What changed in those that ended: practice changed in 2, process changed in 3, reply only in 1, none "
        "seen yet in 1."
    )


def test_nothing_late_or_escalated_is_not_mentioned():
    counts = replace(COUNTS, awaited_late=0, escalated=0, waiting_for_me=0, by_level={})
    first = lines(replace(FIGURES, counts=counts))[0]
    assert first.endswith("14 challenges are open; 6 answers are awaited.")
    assert lines(replace(FIGURES, counts=replace(counts, awaited=0)))[0].endswith("14 challenges are open.")


def test_a_weighty_challenge_tells_what_works_then_the_question_then_each_party():
    found = lines(replace(FIGURES, challenges=WEIGHTY[:1]))[1:7]
    assert found[0] == "EX-C-2026-014 Health at strategy meetings"
    assert found[1].startswith("What already works: Where health attends")
    assert found[2].startswith("What I asked (urgent, 3 Sep 2026, Executive Group, stage 1 · agency lead): What keeps")
    assert found[3] == (
        "Integrated Care Board (ICB) (designated nurse): Accepted, 30 Sep 2026: A duty rota of named nurses starts in "
        "December; it will be counted monthly. For me to judge."
    )
    assert found[4] == "Hospital Trust (head of safeguarding): Answer awaited since 10 Nov (9 working days)."
    assert found[5].endswith("For me to test.")


def test_no_stage_is_shown_before_the_first():
    assert not any("stage" in line.lower() for line in lines(replace(FIGURES, challenges=WEIGHTY[1:])))


def test_an_answer_without_a_short_form_points_to_the_annex():
    party = WEIGHTY[1].parties[0]
    wordy = replace(party, answers=(replace(party.answers[0], short_form=""),))
    found = lines(replace(FIGURES, challenges=(replace(WEIGHTY[1], parties=(wordy,)),)))
    assert any(line.endswith("Partly accepted, 14 Oct 2026: in full in Appendix B. Awaited, due 4 Dec.")
               for line in found)


def test_every_other_challenge_has_one_line():
    still_open, ended = tables()
    assert len(still_open.rows) == sum(not one.in_full and not one.status.is_ended for one in CHALLENGES)
    assert len(ended.rows) == sum(one.status.is_ended for one in CHALLENGES)
    assert still_open.rows[0] == (
        "C-2026-022", "Return conversations for children placed outside the county",
        "County Council children’s services: awaited, due 3 Dec",
    )
    date_ended, what = ended.rows[3][2:]
    assert date_ended == "Closed, 2 Nov 2026"
    assert what.endswith(": Assured, no change needed. The deputy chief constable chairs it. (1 Reply only)")


def test_a_weighty_challenge_that_ended_is_told_once():
    ended = replace(WEIGHTY[1], status=Status.CLOSED)
    found = replace(FIGURES, challenges=(ended,))
    assert not tables(found)
    assert "No challenge ended in this period." not in lines(found)


def test_a_period_without_endings_says_so():
    assert lines(replace(FIGURES, challenges=WEIGHTY))[-2:] == [
        "Challenges that ended", "No challenge ended in this period."]


def test_a_period_without_challenges_says_so_in_one_sentence():
    assert lines(EMPTY) == ["No challenge was put, open or ended in this period."]


def test_alone_the_open_challenges_are_not_others():
    light = replace(FIGURES, challenges=tuple(one for one in CHALLENGES if not one.in_full))
    headings = [block.words for block in blocks(light) if isinstance(block, Heading)]
    assert headings == ["Open challenges", "Challenges that ended"]


def test_no_word_of_blame_is_ours():
    text = "\n".join(lines()).lower()
    assert not [word for word in BLAME if word in text]


def test_every_cell_has_words():
    assert all(cell.strip() for table in tables() for row in table.rows for cell in row)
