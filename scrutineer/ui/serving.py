"""Choices that follow from whom the partnership serves: what is offered, and in whose words."""

from __future__ import annotations

from collections.abc import Iterable

from scrutineer.domain.serving import label_for, themes_for
from scrutineer.domain.vocabulary import Term
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.several import SeveralField


def choice(tools: Tools, terms: Iterable[Term], chosen: Term) -> ChoiceField:
    """A choice among these terms; the one that is chosen already stays among them."""
    return ChoiceField(options(tools, dict.fromkeys([*terms, chosen])), optional=False, convert=type(chosen))


def options(tools: Tools, terms: Iterable[Term]) -> list[Option]:
    """These terms, each by what it is called here."""
    serves = tools.register.partnership.serves
    return [Option(one.value, label_for(one, serves)) for one in terms]


def themes(tools: Tools, in_use: Iterable[str] = ()) -> SeveralField:
    """The themes that are in use here, then those that are usual; others may be added."""
    names = dict.fromkeys([*in_use, *themes_for(tools.register.partnership.serves)])
    return SeveralField([Option(name, name) for name in names], may_add=True)
