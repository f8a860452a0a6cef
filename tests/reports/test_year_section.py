"""The year in figures of the whole Partnership, disagreements without names, and where little has moved."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import ImpactLevel, Outcome, Status
from scrutineer.domain.challenge_figures import EscalationFigure, RetestFigure
from scrutineer.domain.escalation import EscalationOutcome
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.year_figures import YearFigures
from scrutineer.reports import year_section
from scrutineer.reports.blocks import Table, lines_of
from tests.reports.sample_figures import ICB, POLICE, challenge, party
from tests.reports.sample_year import ANNUAL, CLOSED, PARTS, YEAR

UP = EscalationFigure(rung="Director", goes_up=True, stepped_on=date(2026, 10, 1), outcome=EscalationOutcome.RESOLVED,
                      outcome_on=date(2026, 10, 9))  # fmt: skip


def of(*challenges, **over):
    return replace(ANNUAL, challenges=challenges, **over)


def words(blocks):
    return "\n".join(lines_of(tuple(blocks)))


def rows(figures=ANNUAL, year=YEAR):
    (table,) = (block for block in year_section.in_figures(figures, year) if isinstance(block, Table))
    return dict(table.rows)


def test_how_long_answers_took_is_a_number_of_the_partnership():
    assert rows()["Working days to a first answer, on average over 12 answers"] == "9.2"
    assert not [label for label in rows(year=YearFigures()) if "Working days" in label]


def test_what_ended_is_shared_out_among_the_stages_by_their_rung():
    put = [challenge(number, "A", "A?", date(2026, 7, 2), replace(CLOSED, stage_words=stage))
           for number, stage in enumerate(("", "", "Director", "Named person"), start=1)]  # fmt: skip
    found = {label: share for label, share in rows(of(*put)).items() if "that ended" in label}
    assert list(found.items()) == [
        ("Parties’ parts that ended before the first stage", "2 of 4 (50 %)"),
        ("Parties’ parts that ended at named person", "1 of 4 (25 %)"),
        ("Parties’ parts that ended at director", "1 of 4 (25 %)"),
    ]


@given(st.lists(st.sampled_from(["", "Named person", "Director", "A rung of old"]), min_size=1, max_size=30))
def test_the_shares_add_up_to_all_that_ended(stages):
    put = [challenge(number, "A", "A?", date(2026, 7, 2), replace(CLOSED, stage_words=stage))
           for number, stage in enumerate(stages, start=1)]  # fmt: skip
    shares = [share for label, share in rows(of(*put)).items() if "that ended" in label]
    assert sum(int(share.partition(" ")[0]) for share in shares) == len(stages)


def test_disagreements_and_steps_up_are_told_without_saying_whose():
    part = replace(party(POLICE, Status.RAISED, None), escalations=(UP,))
    figures = of(challenge(1, "A", "A?", date(2026, 7, 2), part))
    told = words(year_section.disagreements(figures, YEAR))
    assert "1 disagreement between agencies was brought to me." in told
    assert "1 step up the ladder was taken: 1 to director. What came of them: resolved (1)." in told
    assert POLICE not in told
    nothing = words(year_section.disagreements(of(activities=()), YEAR))
    assert "No disagreement was brought, and nothing was escalated." in nothing


def test_little_progress_is_half_a_year_open_no_change_seen_or_gone_again():
    ends = ANNUAL.ends_on
    waiting = party(ICB, Status.RAISED, None)
    unseen = replace(CLOSED, impact_level=ImpactLevel.NONE_SEEN, outcome=Outcome.PROCESS_CHANGED_ONLY)
    gone = replace(waiting, retests=(RetestFigure(planned_on=ends, done_on=ends, result=RetestResult.NOT_SUSTAINED),))
    told = words(year_section.little_progress(of(
        challenge(1, "Old?", "?", ends - timedelta(183), waiting),
        challenge(2, "New?", "?", ends - timedelta(182), waiting),
        challenge(3, "Unseen?", "?", ends, unseen), challenge(4, "Gone?", "?", ends, gone),
    )))  # fmt: skip
    assert "C-2026-001 Old? Open since 24 May 2026" in told
    assert "New?" not in told
    assert "C-2026-003 Unseen? Ended with no change seen yet." in told
    assert "C-2026-004 Gone? A change had not lasted when it was looked at again on 23 Nov 2026." in told
    assert "R-2026-006 A recommendation taken up was not embedded" in told
    assert ICB not in told


def test_what_was_mended_since_or_needed_no_change_is_not_little_progress():
    earlier = RetestFigure(planned_on=date(2026, 10, 1), done_on=date(2026, 10, 1), result=RetestResult.NOT_SUSTAINED)
    mended = replace(CLOSED, retests=(earlier,))
    assured = replace(CLOSED, impact_level=ImpactLevel.NONE_SEEN, outcome=Outcome.ASSURED_NO_CHANGE_NEEDED)
    figures = of(*(replace(PARTS[0].challenge, parties=(one,)) for one in (mended, assured)),
                 system=replace(ANNUAL.system, earlier=()))  # fmt: skip
    assert "Nothing has stood still for half a year" in words(year_section.little_progress(figures))


def test_the_terms_and_the_statement_of_independence_are_as_recorded():
    told = words(year_section.terms(ANNUAL, YEAR))
    assert told == ("Independent Scrutineer since 24 October 2025, 20 days a year. How scrutiny is arranged: a single "
                    "scrutineer.\nI hold no contract.")  # fmt: skip
