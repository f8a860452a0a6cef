"""Section 5 of the assurance paper."""

from dataclasses import replace

from scrutineer.domain.challenge import ImpactLevel, Outcome, Status
from scrutineer.reports import challenge_section
from scrutineer.reports.blocks import Heading, Table, lines_of
from tests.reports.sample_figures import CHALLENGES, COUNTS, EMPTY, FIGURES, TODAY, WEIGHTY

BLAME = ("failed", "overdue", "no response", "non-compliant", "breach")


def blocks(figures=FIGURES):
    return tuple(challenge_section.blocks(figures, "Appendix B"))


def lines(figures=FIGURES):
    return list(lines_of(blocks(figures)))


def tables(figures=FIGURES):
    return [block for block in blocks(figures) if isinstance(block, Table)]


def test_the_counts_open_the_section():
    assert lines()[0] == (
        "In this period 14 challenges were put, 13 answered and 8 ended. 1 challenge was reopened. The date of 2 "
        "answers was moved. On 23 November 2026, 14 challenges are open, 1 of them escalated (stage 1 · agency lead); "
        "6 answers are awaited, 3 of them since a date that has passed; 5 answers are for me to judge."
    )


def test_with_several_rungs_each_says_how_many_stand_on_it():
    counts = replace(COUNTS, escalated=3, by_stage={"Stage 1 · agency lead": 2, "Stage 2 · the Group": 1})
    assert "3 of them escalated (stage 1 · agency lead: 2; stage 2 · the Group: 1);" in lines(
        replace(FIGURES, counts=counts))[0]


def test_nothing_late_moved_reopened_or_escalated_is_not_mentioned():
    counts = replace(COUNTS, awaited_late=0, escalated=0, by_stage={}, waiting_for_me=0, extended=0, reopened=0)
    first = lines(replace(FIGURES, counts=counts))[0]
    assert first.endswith("8 ended. On 23 November 2026, 14 challenges are open; 6 answers are awaited.")
    assert lines(replace(FIGURES, counts=replace(counts, awaited=0)))[0].endswith("14 challenges are open.")


def test_a_weighty_challenge_tells_what_works_then_the_question_then_each_party():
    found = lines(replace(FIGURES, challenges=WEIGHTY[:1]))[1:7]
    assert found[0] == "EX-C-2026-014 Health at strategy meetings"
    assert found[1].startswith("What already works: Where health attends")
    assert found[2].startswith("What I asked (urgent, 3 Sep 2026, Executive Group): What keeps")
    assert found[3] == (
        "Integrated Care Board (ICB) (designated nurse): Accepted, 30 Sep 2026: A duty rota of named nurses starts in "
        "December; it will be counted monthly. Not seen yet, 5 Nov 2026. For me to judge."
    )
    assert found[4] == (
        "Hospital Trust (head of safeguarding): Answer awaited since 10 Nov (9 working days); third date, 28 working "
        "days later than first agreed. Stage 1 · agency lead, 16 Nov 2026, to the chief nurse, letter 14/2: Two dates "
        "have passed; reply due 30 Nov 2026.")
    assert found[5].endswith("For me to test on 12 Jan 2027.")


def test_what_more_was_asked_stands_between_the_answers():
    found = lines(replace(FIGURES, challenges=WEIGHTY[1:2]))
    assert any("each was rung weekly. I asked for more, 20 Oct 2026: What do they wait for? Awaited, due 4 Dec." in line
               for line in found)


def test_both_wordings_of_a_re_worded_challenge_are_printed():
    found = lines(replace(FIGURES, challenges=WEIGHTY[2:3]))
    assert found[3:5] == [
        "What I asked (important, 6 Oct 2026, Strategic Board), as first put: Will the police say what may be shared?",
        "As re-worded, 12 Oct 2026 (It was not theirs alone): " + WEIGHTY[2].text,
    ]


def test_a_party_that_ended_while_others_are_asked_says_with_what():
    icb, hospital, police = WEIGHTY[0].parties
    silent = replace(hospital, status=Status.CLOSED, clock="", outcome=Outcome.NOT_PURSUED, ended_because="It merged.",
                     no_answer_by=TODAY, stage_words="", escalations=())
    found = lines(replace(FIGURES, challenges=(replace(WEIGHTY[0], parties=(icb, silent, police)),)))
    assert found[5].endswith(
        ": No answer recorded by 23 November 2026. Closed, date not recorded. Not pursued: It merged.")


def test_no_stage_is_shown_before_the_first():
    assert not any("stage" in line.lower() for line in lines(replace(FIGURES, challenges=WEIGHTY[1:]))[1:])


def test_an_answer_without_a_short_form_points_to_the_annex():
    party = WEIGHTY[1].parties[0]
    wordy = replace(party, answers=(replace(party.answers[0], short_form=""),))
    found = lines(replace(FIGURES, challenges=(replace(WEIGHTY[1], parties=(wordy,)),)))
    assert any("Partly accepted, 14 Oct 2026: in full in Appendix B. I asked for more" in line for line in found)


def test_every_other_challenge_has_one_line():
    still_open, _, ended = tables()
    assert len(still_open.rows) == sum(not one.in_full and not one.status.is_ended for one in CHALLENGES)
    assert len(ended.rows) == sum(one.status.is_ended for one in CHALLENGES)
    assert still_open.rows[0] == (
        "C-2026-022", "Return conversations for children placed outside the county",
        "County Council children’s services: awaited, due 3 Dec",
    )


def test_a_line_tells_of_parts_that_ended_or_were_reopened():
    icb, hospital, _ = WEIGHTY[0].parties
    ended = replace(icb, status=Status.CLOSED, impact_level=ImpactLevel.PRACTICE_CHANGED, closed_on=TODAY)
    again = replace(hospital, ledger="", reopened=CHALLENGES[1].parties[0].reopened)
    let_go = replace(ended, name="P", outcome=Outcome.NOT_PURSUED, impact_level=None, ended_because="Asked elsewhere")
    assured = replace(ended, name="Q", outcome=Outcome.ASSURED_NO_CHANGE_NEEDED, impact_level=ImpactLevel.REPLY_ONLY,
                      stands_in="I read *both*")
    gone = replace(ended, name="R", status=Status.WITHDRAWN, withdrawn_because="Not theirs.")
    changed = replace(ended, name="S", outcome=Outcome.PROCESS_CHANGED_ONLY, impact_level=ImpactLevel.PROCESS_CHANGED)
    line = replace(WEIGHTY[0], parties=(ended, again, let_go, assured, gone, changed), in_full=False)
    (row, *_), *_ = (table.rows for table in tables(replace(FIGURES, challenges=(line,))))
    assert row[2] == " ".join((
        "Integrated Care Board (ICB): closed, 23 Nov 2026: practice changed.",
        "Hospital Trust: answer awaited since 10 Nov (9 working days); reopened on 1 Sep 2026 (The form had lapsed).",
        "P: closed, 23 Nov 2026: not pursued: Asked elsewhere.",
        "Q: closed, 23 Nov 2026: assured, no change needed (reply only). Reason in place of evidence: I read both.",
        "R: withdrawn, 23 Nov 2026: Not theirs.", "S: closed, 23 Nov 2026: process changed only.",
    ))


def test_a_weighty_challenge_that_ended_is_told_once():
    ended = replace(WEIGHTY[1], status=Status.CLOSED)
    (ladder,) = tables(replace(FIGURES, challenges=(ended,)))
    assert ladder.header[0] == "What changed"


def test_a_period_without_challenges_says_so_in_one_sentence():
    assert lines(EMPTY) == ["No challenge was put, open or ended in this period."]


def test_alone_the_open_challenges_are_not_others():
    light = replace(FIGURES, challenges=tuple(one for one in CHALLENGES if not one.in_full))
    headings = [block.words for block in blocks(light) if isinstance(block, Heading)]
    assert headings == ["Open challenges", "What changed"]


def test_no_word_of_blame_is_ours():
    text = "\n".join(lines()).lower()
    assert not [word for word in BLAME if word in text]


def test_every_cell_has_words():
    assert all(cell.strip() for table in tables() for row in table.rows for cell in row)
