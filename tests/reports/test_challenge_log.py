"""The challenge log."""

from dataclasses import replace

from scrutineer.domain.challenge import Status
from scrutineer.reports import challenge_log
from scrutineer.reports.blocks import Landscape, Table, as_blocks, lines_of
from scrutineer.reports.word import to_word
from tests.reports.sample_figures import CHALLENGES, LOG, MASTHEAD


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


def test_the_log_has_its_ten_columns_and_lies_sideways():
    (landscape,) = [block for block in challenge_log.document(LOG).blocks if isinstance(block, Landscape)]
    (table,) = [block for block in landscape.blocks if isinstance(block, Table)]
    assert table.header == (
        "Ref", "Date raised", "Raised at", "Agency (role)", "Challenge", "Response (position, date)", "Stage",
        "Due", "Status", "What changed (impact level)",
    )
    assert len(table.widths) == 10


def test_each_party_has_a_row_that_repeats_the_reference():
    assert [row["Ref"] for row in of(14)] == ["EX-C-2026-014"] * 3
    assert len(rows()) == sum(len(one.parties) for one in CHALLENGES)


def test_the_words_stand_once_and_the_title_again_for_each_party():
    first, second, _ = of(14)
    assert "What keeps health from one strategy meeting" in first["Challenge"]
    assert second["Challenge"] == "Health at strategy meetings (as above)"


def test_no_stage_is_shown_before_the_first():
    assert of(14)[0]["Stage"] == "1 · agency lead"
    assert of(17)[0]["Stage"] == "None"


def test_clocks_are_neutral():
    assert of(14)[1]["Response (position, date)"] == "Answer awaited since 10 Nov (9 working days)."
    assert of(24)[0]["Response (position, date)"] == "Awaited, due 26 Nov."


def test_a_date_that_was_moved_keeps_the_first():
    assert of(14)[1]["Due"] == "10 Nov 2026 (first 1 Oct 2026)"


def test_more_asked_shows_the_answer_so_far_and_the_new_date():
    said = of(17)[0]["Response (position, date)"]
    assert said.startswith("Partly accepted, 14 Oct 2026: Thirty-one children waited")
    assert said.endswith("Awaited, due 4 Dec.")


def test_an_answer_without_a_short_form_is_given_whole_or_pointed_to():
    party = CHALLENGES[0].parties[0]
    wordy = replace(party, answers=(replace(party.answers[0], short_form="", text="In *our* words"),))
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
