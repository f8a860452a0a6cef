"""What records are classified by beside their themes: priorities and framework items, asked for once there are any."""

from __future__ import annotations

from collections.abc import Iterable

from scrutineer.register.register import Register
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Asked
from scrutineer.ui.widgets.several import SeveralField


def priorities(register: Register) -> list[Option]:
    """The priorities that the Partnership has set itself."""
    return [Option(one.id, one.title) for one in register.priorities.all()]


def framework_items(register: Register, chosen: Iterable[str]) -> list[Option]:
    """The items of the newest editions, in words; a chosen one stays offered, of whichever edition it is."""
    return [Option(one.ref, one.label) for one in register.frameworks.offered(chosen=chosen)]


def fields(register: Register, chosen: Iterable[str]) -> list[Asked]:
    """The fields of a form for both, each left out while there is nothing to choose from."""
    offered = {"priority_ids": priorities(register), "framework_items": framework_items(register, chosen)}
    fields = {"priority_ids": SeveralField(), "framework_items": framework_items_field()}
    for name, field in fields.items():
        field.offer(offered[name])
    return [(name, field) for name, field in fields.items() if offered[name]]


def framework_items_field() -> SeveralField:
    """A field for framework items: there are dozens, of which a few are meant."""
    return SeveralField(only_found=True)
