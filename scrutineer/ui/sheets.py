"""How a screen asks for a record on a sheet of its own, in one call."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from scrutineer.domain.entity import Entity
from scrutineer.ui.drafts import RecordDraft
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.form_sheet import FormSheet
from scrutineer.ui.widgets.several import SeveralField


def sheet(
    tools: Tools,
    parent: QWidget,
    title: str,
    question: str,
    form: Form,
    save: Callable[[], object],
    *,
    save_words: str = "Save",
    draft: str = "",
) -> FormSheet:
    """A sheet with a loaded form, whose words are kept as a draft in the place `draft`, if it has a name."""
    place = RecordDraft(tools.register, draft) if draft else None
    return FormSheet(
        title, question, form, save, save_words=save_words, drafts=place,
        show_error=tools.messages.show_error, parent=parent,
    )


def offer(form: Form, name: str, options: Sequence[Option]) -> None:
    """Give a field of links its options."""
    field = form.field(name)
    if isinstance(field, ChoiceField | SeveralField):
        field.offer(options)


def agencies(tools: Tools) -> list[Option]:
    """The agencies that exist today, services after the agency they belong to."""
    names = tools.register.desk.names()
    found = []
    for one in tools.register.agencies.current():
        within = f"{names[one.parent_id]}: " if one.parent_id in names else ""
        found.append(Option(one.id, f"{within}{one.name}"))
    return found


def options(entities: Sequence[Entity], called: Callable[[Entity], str]) -> list[Option]:
    """Any records as options."""
    return [Option(one.id, called(one)) for one in entities]
