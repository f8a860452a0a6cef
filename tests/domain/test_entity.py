"""What holds for every kind of record, shown on all of them."""

import dataclasses
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutineer.domain.activity import Activity
from scrutineer.domain.entity import LONGEST_NARRATIVE, LONGEST_TITLE, Origin, described, label_of, narratives, new_id
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.text import clean, one_line
from tests.factories import HOUSEKEEPING, ONE_OF_TWO, a_challenge, an_activity, entities, filled, filled_record

NASTY = st.text(st.characters(exclude_categories=[]), max_size=12)

every_kind = pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)


@every_kind
def test_every_field_has_a_label_and_its_kind_is_known(cls):
    names = {spec.name for spec in dataclasses.fields(cls)}
    assert {spec.name for spec in described(cls)} == names - HOUSEKEEPING
    assert all(spec.metadata["label"] for spec in described(cls))
    assert described(cls)[-1].name == "origin"


@every_kind
def test_a_filled_record_stands_and_differs_from_its_defaults_everywhere(cls):
    record = filled_record("marker")[ENTITIES.index(cls) + 1]
    assert record.problems() == []
    assert record == record.cleaned()
    same = {spec.name for spec in described(cls) if getattr(record, spec.name) == spec.default}
    # What is about one record of two kinds is not about both.
    assert same == ({ONE_OF_TWO[cls]} if cls in ONE_OF_TWO else set())


@given(st.sampled_from(ENTITIES).flatmap(lambda cls: entities(cls, NASTY)))
def test_cleaning_a_record_is_done_once_and_leaves_nothing_dirty(record):
    tidy, cls = record.cleaned(), type(record)
    assert tidy.cleaned() == tidy
    for spec in described(cls):
        value = getattr(record, spec.name)
        if type(value) is str:
            assert getattr(tidy, spec.name) == (clean if spec.name in narratives(cls) else one_line)(value)


@settings(max_examples=300)
@given(st.sampled_from(ENTITIES).flatmap(entities))
def test_no_values_break_the_rules_and_each_problem_names_a_field(record):
    names = {spec.name for spec in dataclasses.fields(record)}
    for problem in record.problems():
        assert problem.field in names
        assert problem.sentence.endswith(".")


@every_kind
def test_required_fields_are_asked_for_when_they_are_blank(cls):
    for spec in described(cls):
        if spec.metadata.get("required"):
            blank = "  \n" if get_type_hints(cls)[spec.name] is str else None
            found = filled(cls, "x", **{spec.name: blank}).problems()
            assert f"{spec.metadata['label']}: please fill this in." in [problem.sentence for problem in found]


@every_kind
def test_private_texts_are_hidden_from_others_and_nothing_else_is(cls):
    record = filled(cls, "secret", private=narratives(cls))
    shown = record.for_others()
    for spec in described(cls):
        hidden = spec.name in narratives(cls)
        assert getattr(shown, spec.name) == ("" if hidden else getattr(record, spec.name))
    assert filled(cls, "open").for_others().problems() == filled(cls, "open").problems()


def test_only_long_texts_can_be_private():
    assert an_activity(private=("note", "reflection")).problems() == []
    assert [problem.field for problem in an_activity(private=("title",)).problems()] == ["private"]


def test_too_long_a_text_is_refused_and_a_megabyte_of_note_is_not():
    assert an_activity(note="x" * 2**20, title="x" * LONGEST_TITLE).problems() == []
    too_long = an_activity(note="x" * (LONGEST_NARRATIVE + 1), title="x" * (LONGEST_TITLE + 1))
    assert [problem.sentence for problem in too_long.problems()] == [
        "What: at most 300 characters.",
        "Note: at most 2,000,000 characters.",
    ]


def test_a_record_has_a_key_of_its_own_and_a_kind_in_snake_case():
    assert len({new_id() for _ in range(100)}) == 100
    assert set(new_id()) <= set("0123456789abcdef")
    assert ReportingPeriod.KIND == "reporting_period"
    assert a_challenge().origin is Origin.OWN


def test_labels_are_found_by_name():
    assert label_of(Activity, "people_met") == "People met (roles and numbers)"
    assert label_of(Activity, "updated_at") == "Updated at"
