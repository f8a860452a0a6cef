from __future__ import annotations

from scrutineer.domain.activity_form import Family, family_of, prompts_of
from scrutineer.domain.framework import ItemRef
from scrutineer.register.register import Register


def test_every_family_of_forms_was_used_and_has_a_short_form_that_was_filled_in(register: Register):
    filled = {one.activity_id for one in register.form_entries.all()}
    done = [one for one in register.activities.all() if one.is_done]
    assert {family_of(one.type) for one in done if one.id in filled} == set(Family)


def test_only_what_a_form_asks_is_answered(register: Register):
    for entry in register.form_entries.all():
        assert entry.prompt in prompts_of(register.activities.get(entry.activity_id).type)


def test_self_scores_stand_beside_moderated_ones_and_the_gap_goes_both_ways(register: Register):
    gradings = register.gradings.all()
    scored = [one for one in gradings if one.framework_item]
    assert {one.gap for one in scored} >= {-1, 0, 1}
    assert all(ItemRef.parse(one.framework_item) and one.aspect for one in scored)
    assert {"Outstanding", "Good", "Requires improvement"} <= {one.moderated for one in gradings}


def test_each_figure_says_of_what_from_where_and_what_was_asked(register: Register):
    readings = register.readings.all()
    assert len(readings) == 3
    for one in readings:
        assert one.indicator
        assert one.period
        assert one.value
        assert one.source
        assert one.question
        assert one.read_on
