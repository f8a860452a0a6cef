"""Which editor a field of a record gets, told by its type and its declaration."""

from __future__ import annotations

from datetime import date
from types import NoneType
from typing import Any, Union, get_args, get_origin

from scrutineer.domain.entity import Entity, described, hints_of
from scrutineer.domain.vocabulary import Term
from scrutineer.ui.widgets.date_field import DateField
from scrutineer.ui.widgets.field import Desk, Field
from scrutineer.ui.widgets.fields import ChoiceField, NumberField, Option, TextField, TickField
from scrutineer.ui.widgets.markdown_field import MarkdownField
from scrutineer.ui.widgets.several import SeveralField


def editor_for(entity_class: type[Entity], name: str, desk: Desk, *, preview: bool = True) -> Field:
    """A fresh editor for a field.

    A link to other records comes with nothing to choose from: hand its options to `offer`. Raises
    TypeError for a kind of field that people do not type.
    """
    kind, optional = _kind(entity_class, name)
    metadata = next(spec.metadata for spec in described(entity_class) if spec.name == name)
    if "to" in metadata:
        return SeveralField() if get_origin(kind) is tuple else ChoiceField()
    if metadata.get("narrative"):
        return MarkdownField(desk, preview=preview)
    if get_origin(kind) is tuple:
        return _several(get_args(kind)[0])
    if issubclass(kind, Term):
        return ChoiceField.of(kind, optional=optional)
    if issubclass(kind, date) and kind.__name__ == "date":
        return DateField(desk)
    if kind is bool:
        return TickField()
    if kind in {int, float}:
        return NumberField(whole=kind is int, optional=optional)
    if kind is str:
        return TextField()
    raise TypeError(f"{entity_class.__name__}.{name} is a {kind.__name__}, which nobody types")


def is_short(editor: Field) -> bool:
    """Whether the editor may share its line with others."""
    is_small_text = isinstance(editor, TextField) and editor.digits > 0
    return is_small_text or isinstance(editor, DateField | TickField | ChoiceField)


def _several(of: Any) -> SeveralField:
    if isinstance(of, type) and issubclass(of, Term):
        return SeveralField([Option(term.value, term.label) for term in of])
    return SeveralField(may_add=True)


def _kind(entity_class: type[Entity], name: str) -> tuple[Any, bool]:
    """The type of a field without None, and whether None is allowed."""
    hint = hints_of(entity_class)[name]
    members = get_args(hint) if get_origin(hint) in {Union, type(int | None)} else (hint,)
    plain = [member for member in members if member is not NoneType]
    return plain[0], len(plain) < len(members)
