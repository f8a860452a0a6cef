"""The short form of an activity: written with it in one act, and what becomes of a figure's question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrutineer.domain.activity import ActivityType, FindingKind
from scrutineer.domain.activity_form import FormEntry, Grading, Prompt, Reading, ShortForm
from tests.factories import TODAY, an_activity
from tests.register.conftest import refused

AUDIT = ShortForm(
    {Prompt.SAMPLE: "Ten cases, drawn by lot.", Prompt.HOW_GRADED: ""},
    (Grading(aspect="Voice of the child", own="3", moderated="2"), Grading(own=" ")),
)


@pytest.fixture
def audit(register, begun):
    activity = an_activity(type=ActivityType.MULTI_AGENCY_AUDIT, agency_ids=(begun.la.id,), themes=("Neglect",),
                           priority_ids=(), framework_items=("S11_8@2007:3",))  # fmt: skip
    return register.activities.save_with_form(activity, AUDIT)


def test_an_activity_and_its_form_are_written_in_one_act(register, begun):
    announced = []
    register.on_change(announced.append)
    saved = register.activities.save_with_form(an_activity(), AUDIT)
    assert [change.kinds for change in announced] == [{"activity", "form_entry", "grading"}]
    form = register.forms.of(saved.id)
    assert form.answers == {Prompt.SAMPLE: "Ten cases, drawn by lot."}
    assert [(one.aspect, one.gap_in_words) for one in form.gradings] == [("Voice of the child", "moderated 1 lower")]


def test_an_empty_answer_takes_the_entry_away_and_others_stay(register, audit):
    register.form_entries.save_form(audit.id, {Prompt.AGREED_LEARNING: "To listen together."})
    register.form_entries.save_form(audit.id, {Prompt.SAMPLE: " \n"})
    assert [(one.prompt, one.text) for one in register.form_entries.of(audit.id)] == [
        (Prompt.AGREED_LEARNING, "To listen together.")
    ]


def test_saving_what_is_there_already_writes_nothing(register, audit):
    announced = []
    register.on_change(announced.append)
    register.forms.save(audit.id, register.forms.of(audit.id))
    assert announced == []


def test_rows_that_are_no_longer_there_are_taken_away(register, audit):
    kept = replace(register.gradings.of(audit.id)[0], moderated="3")
    register.gradings.save_all(audit.id, (Grading(aspect="Planning", own="1"), kept))
    assert [one.aspect for one in register.gradings.of(audit.id)] == ["Planning", "Voice of the child"]
    register.gradings.save_all(audit.id, ())
    assert register.gradings.all() == []


def test_an_answer_can_be_for_me_alone(register, audit):
    register.form_entries.save_form(audit.id, {Prompt.SAMPLE: "Ten."}, private={Prompt.SAMPLE})
    assert register.forms.of(audit.id).private == {Prompt.SAMPLE}
    assert [one.text for one in map(FormEntry.for_others, register.form_entries.of(audit.id))] == [""]


def test_a_figure_without_an_indicator_is_refused_and_nothing_is_written(register):
    form = ShortForm(readings=(Reading(value="61 %"),))
    assert "short_form" in refused(register.activities.save_with_form, an_activity(), form)
    assert register.activities.all() == register.readings.all() == []


def reading(register, begun, **over):
    row = Reading(**{"indicator": "Return-home interviews", "period": "Q2", "value": "61 %", "source": "report",
                     "question": "Who reads them?"} | over)  # fmt: skip
    activity = an_activity(agency_ids=(begun.la.id,), themes=("Missing",), framework_items=("S11_8@2007:3",))
    register.activities.save_with_form(activity, ShortForm(readings=(row,)))
    [kept] = register.readings.all()
    return kept


def test_a_figure_was_read_on_the_day_of_its_activity(register, begun):
    kept = reading(register, begun)
    assert (kept.read_on, kept.scrutineer_id) == (register.activities.all()[0].held_on, register.desk.me)
    assert reading_on_a_day_of_its_own(register, kept).read_on == TODAY


def reading_on_a_day_of_its_own(register, kept):
    return register.readings.save_all(kept.activity_id, (replace(kept, read_on=TODAY),))[0]


def test_its_question_becomes_a_finding_once_and_inherits(register, begun):
    kept = reading(register, begun, agency_id=begun.icb.id)
    finding = register.readings.keep_question(kept.id)
    assert (finding.kind, finding.text, finding.agency_ids, finding.themes, finding.framework_items) == (
        FindingKind.QUESTION, "Who reads them?", (begun.icb.id,), ("Missing",), ("S11_8@2007:3",)
    )
    assert register.readings.keep_question(kept.id) == finding
    assert len(register.findings.all()) == 1


def test_its_question_becomes_a_challenge_that_says_the_figure(register, begun):
    drafted = register.readings.to_challenge(reading(register, begun).id)
    assert (drafted.text, drafted.why_it_matters) == ("Who reads them?", "Return-home interviews, Q2: 61 % (report)")
    assert (drafted.themes, drafted.framework_items) == (("Missing",), ("S11_8@2007:3",))
    assert register.challenges.all() == []


def test_without_a_question_there_is_nothing_to_keep(register, begun):
    assert "question" in refused(register.readings.keep_question, reading(register, begun, question="").id)
