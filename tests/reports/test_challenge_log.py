"""The challenge log."""

from dataclasses import replace
from datetime import date

from scrutineer.domain.challenge import Status
from scrutineer.reports import challenge_log
from scrutineer.reports.blocks import Landscape, Table, as_blocks, lines_of
from scrutineer.reports.word import to_word
from tests.reports.sample_figures import CHALLENGES, LOG, MASTHEAD, WEIGHTY


def log_table(challenges=CHALLENGES, in_full_at=""):
    return challenge_log.table(challenges, MASTHEAD, in_full_at)[-1]


def rows(challenges=CHALLENGES, in_full_at=""):
    """Each row as a reader sees it, by column."""
    table = log_table(challenges, in_full_at)
    return [
        {name: "\n".join(lines_of(as_blocks(cell))).strip() or table.empty
         for name, cell in zip(table.header, row, strict=True)}
        for row in table.rows
    ]


def of(number):
    return [row for row in rows() if row["Ref"].endswith(f"{number:03d}")]


def test_the_log_has_ten_columns_at_most_and_lies_sideways():
    (landscape,) = [block for block in challenge_log.document(LOG).blocks if isinstance(block, Landscape)]
    (table,) = [block for block in landscape.blocks if isinstance(block, Table)]
    assert table.header == (
        "Ref", "Date raised", "Raised at", "Agency (role)", "Challenge", "Response (position, date)", "Due",
        "Status (stage)", "What changed (impact level)",
    )
    assert len(table.widths) <= 10


def test_each_party_has_a_row_that_repeats_the_reference():
    assert [row["Ref"] for row in of(14)] == ["EX-C-2026-014"] * 3
    assert len(rows()) == sum(len(one.parties) for one in CHALLENGES)


def test_on_whose_behalf_it_was_put_stands_with_the_words():
    first, second, _ = rows((replace(WEIGHTY[0], put_for="Young scrutineers"),))
    assert first["Challenge"].endswith("\nPut on behalf of the young scrutineers.")
    assert "behalf" not in second["Challenge"]


def test_the_words_stand_once_and_the_title_again_for_each_party():
    first, second, _ = of(14)
    assert "What keeps health from one strategy meeting" in first["Challenge"]
    assert second["Challenge"] == "Health at strategy meetings (as above)"


def test_the_stage_is_each_partys_own_and_none_is_shown_before_the_first():
    assert of(14)[1]["Status (stage)"] == "Raised\nStage 1 · agency lead, since 16 Nov 2026"
    assert "tage" not in of(14)[0]["Status (stage)"] + of(17)[0]["Status (stage)"]


def test_clocks_are_neutral():
    assert of(14)[1]["Response (position, date)"] == "Answer awaited since 10 Nov (9 working days)."
    assert of(24)[0]["Response (position, date)"] == "Awaited, due 26 Nov."


def test_a_date_that_was_moved_keeps_the_first():
    assert of(14)[1]["Due"] == (
        "10 Nov 2026\nThird date, 28 working days later than first agreed (1 Oct 2026)")
    old = replace(CHALLENGES[0], parties=(replace(CHALLENGES[0].parties[0], first_due_on=date(2026, 9, 1)),))
    assert rows((old,))[0]["Due"] == "25 Sep 2026\nfirst 1 Sep 2026"


def test_a_date_that_came_with_a_new_question_is_not_called_moved():
    (asked,) = WEIGHTY[1].parties
    new_clock = replace(WEIGHTY[1], parties=(replace(asked, first_due_on=date(2026, 10, 1)),))
    assert rows((new_clock,))[0]["Due"] == "4 Dec 2026"


def test_the_status_is_the_partys_own_and_once_the_challenges_with_its_count():
    assert [row["Status (stage)"].split("\n")[0] for row in of(14)] == ["Responded", "Raised", "Testing impact"]
    assert of(14)[0]["Status (stage)"].endswith("\nIn all: raised · 2 of 3 answered")
    assert of(3)[0]["Status (stage)"] == "Closed, 2 Nov 2026"
    draft = replace(WEIGHTY[1], parties=(replace(WEIGHTY[1].parties[0], status=Status.DRAFT),))
    assert rows((draft,))[0]["Status (stage)"] == "To be put again"


def test_both_wordings_stand_in_the_log():
    said = of(21)[0]["Challenge"].split("\n")
    assert said[1] == "As first put: Will the police say what may be shared?"
    assert said[2].startswith("As re-worded, 12 Oct 2026 (It was not theirs alone): Will the three partners")


def test_what_changed_tells_what_shows_it_and_what_followed():
    assert of(3)[0]["What changed (impact level)"].split("\n") == [
        ("I saw six contacts decided within two hours on a Saturday. "
         "(3 Practice changed; shown by direct observation and policy or procedure)"),
        "I looked again on 14 Nov 2026: sustained. Four of four, again on a Saturday.",
    ]


def test_what_ended_unanswered_says_until_when_nothing_had_come():
    assert of(9)[0]["Response (position, date)"] == "No answer recorded by 23 November 2026."
    acknowledged = replace(WEIGHTY[2].parties[0], status=Status.ACKNOWLEDGED, acknowledged_on=date(2026, 10, 9))
    assert rows((replace(WEIGHTY[2], parties=(acknowledged,)),))[0]["Response (position, date)"].startswith(
        "Acknowledged 9 Oct 2026.\nAnswer awaited since")


def test_more_asked_shows_the_answer_so_far_and_the_new_date():
    said = of(17)[0]["Response (position, date)"]
    assert said.startswith("Partly accepted, 14 Oct 2026: Thirty-one children waited")
    assert said.endswith("I asked for more, 20 Oct 2026: What do they wait for?\nAwaited, due 4 Dec.")


def test_an_answer_without_a_short_form_is_given_whole_or_pointed_to():
    party = CHALLENGES[0].parties[0]
    wordy = replace(party, answers=(replace(party.answers[0], short_form="", text="In *our* words", seen=None),))
    challenges = (replace(CHALLENGES[0], parties=(wordy,)),)
    assert rows(challenges)[0]["Response (position, date)"].endswith(": In our words.")
    assert rows(challenges, "Appendix B")[0]["Response (position, date)"].endswith(": in full in Appendix B.")


def test_what_an_old_log_does_not_say_is_not_recorded():
    old = replace(CHALLENGES[0], parties=(), raised_on=None, forum="", status=Status.CLOSED, text="",
                  impact_level=None)
    (row,) = rows((old,))
    assert row["Date raised"] == row["Raised at"] == row["Agency (role)"] == "Not recorded"
    assert row["Response (position, date)"] == row["What changed (impact level)"] == "Not recorded"
    assert row["Due"] == "No date set"


def test_no_cell_is_empty():
    assert all(text for row in rows() for text in row.values())


def test_a_log_of_its_own_says_first_how_things_stand():
    document = challenge_log.document(LOG)
    assert next(lines_of(document.blocks)) == "22 challenges, of which 14 open. The log follows, oldest first."
    assert (document.sample, document.mark, document.numbered) == (True, "OFFICIAL-SENSITIVE", False)


def test_an_empty_log_says_so():
    assert list(lines_of(challenge_log.document(replace(LOG, challenges=())).blocks)) == [
        "No challenge has been put."]


def test_as_a_word_file_it_breaks_no_rule_of_the_standard(violations):
    file = to_word(challenge_log.document(LOG))
    assert violations(file) == []
