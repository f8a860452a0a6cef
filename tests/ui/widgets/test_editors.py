from __future__ import annotations

import pytest

from scrutineer.domain import records
from scrutineer.domain.activity import Activity
from scrutineer.domain.challenge import Addressee, Challenge, Priority
from scrutineer.domain.entity import described
from scrutineer.domain.organisation import Contact, Partnership
from scrutineer.domain.paper import Paper
from scrutineer.ui.widgets.date_field import DateField
from scrutineer.ui.widgets.editors import editor_for, is_short
from scrutineer.ui.widgets.field import Desk, Field
from scrutineer.ui.widgets.fields import ChoiceField, NumberField, TextField, TickField
from scrutineer.ui.widgets.markdown_field import MarkdownField
from scrutineer.ui.widgets.several import SeveralField


@pytest.mark.parametrize(
    ("entity", "name", "kind"),
    [
        (Challenge, "title", TextField),
        (Challenge, "text", MarkdownField),
        (Challenge, "raised_on", DateField),
        (Challenge, "priority", ChoiceField),
        (Challenge, "impact_level", ChoiceField),
        (Challenge, "themes", SeveralField),
        (Challenge, "meeting_id", ChoiceField),
        (Addressee, "agency_ids", SeveralField),
        (Activity, "days", NumberField),
        (Partnership, "urgent_days", NumberField),
        (Contact, "is_lsp", TickField),
    ],
)
def test_each_kind_of_field_has_its_editor(desk: Desk, entity: type, name: str, kind: type) -> None:
    assert type(editor_for(entity, name, desk)) is kind


def test_a_term_that_may_be_missing_can_be_nothing_and_one_that_may_not_cannot(desk: Desk) -> None:
    optional = editor_for(Challenge, "impact_level", desk)
    optional.set_value(None)
    assert optional.value() is None
    assert editor_for(Challenge, "priority", desk).value() in Priority


def test_a_moment_is_not_typed_by_people(desk: Desk) -> None:
    with pytest.raises(TypeError, match="frozen_at"):
        editor_for(Paper, "frozen_at", desk)


def test_dates_numbers_ticks_and_choices_may_share_a_line(desk: Desk) -> None:
    assert is_short(editor_for(Challenge, "raised_on", desk))
    assert not is_short(editor_for(Challenge, "text", desk))


@pytest.mark.parametrize(
    "entity", records.ENTITIES if hasattr(records, "ENTITIES") else [Challenge, Activity, Addressee]
)
def test_the_value_a_record_starts_with_comes_back_from_every_editor(desk: Desk, entity: type) -> None:
    record = entity()
    for spec in described(entity):
        if spec.name.endswith("_at"):
            continue
        editor = editor_for(entity, spec.name, desk)
        assert isinstance(editor, Field)
        editor.set_value(getattr(record, spec.name))
        assert editor.problem() == ""
        assert editor.value() == getattr(record, spec.name), spec.name
