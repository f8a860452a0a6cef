"""The record in full: a plain print of everything that it holds, private text included.

For the scrutineer's own use, for a request by a person concerned, and as the proof that nothing is
hidden: whatever can be typed can be read here. It knows no kind of record by name, save to say what is in this
print alone; each says in its fields what people call them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType

from scrutineer.domain.dates import long_date
from scrutineer.domain.entity import Entity, Origin, described
from scrutineer.domain.figures import WholeRecord
from scrutineer.domain.records import BY_KIND, said
from scrutineer.domain.text import counted
from scrutineer.domain.vocabulary import Term
from scrutineer.reports.blocks import Block, Contents, Document, Heading, Paragraph, Text, shifted
from scrutineer.reports.markdown import parse
from scrutineer.reports.wording import NOT_RECORDED

PRIVATE = "private to me"
_RECORD_LEVEL = 2
_KINDS = {kind: said(cls) for kind, cls in BY_KIND.items()}
_HERE_ALONE = {
    "culture_answer": (
        "As they were typed, those of fewer than five people too. Before this part is passed on, take such answers "
        "out: the people could be made out. No other paper, and no screen that tells the results, shows them."
    ),
}
_UNCOUNTED = {"evidence", "progress"}


def document(record: WholeRecord) -> Document:
    """Every entity of the record, grouped by kind in the order given, each field under its label."""
    masthead = record.masthead
    as_at = long_date(record.frozen_at.date())
    kinds = _by_kind(record.entities)
    return Document(
        title="The record in full",
        subtitle=f"{masthead.partnership}\nAs at {as_at}",
        blocks=(
            Paragraph(
                f"Everything that this record holds: {counted(len(record.entities), 'entry', 'entries')}. Text "
                f"marked “{PRIVATE}” stands in no other paper; it is not exempt from a freedom-of-information "
                "or subject-access request."
            ),
            Contents(levels=1),
            *(block for found in kinds.values() for block in _kind(found, record.names)),
        ),
        author=masthead.author,
        subject=f"Everything recorded by the {masthead.author_title} of {masthead.partnership}",
        mark=masthead.mark,
        note=f"The record in full, {as_at}",
        sample=masthead.is_sample,
        numbered=False,
    )


def _by_kind(entities: tuple[Entity, ...]) -> dict[str, list[Entity]]:
    kinds: dict[str, list[Entity]] = {}
    for entity in entities:
        kinds.setdefault(entity.KIND, []).append(entity)
    return kinds


def _kind(entities: list[Entity], names: Mapping[str, str]) -> Iterator[Block]:
    kind = said(type(entities[0]))
    yield Heading(_plural(kind).capitalize())
    if type(entities[0]).KIND in _HERE_ALONE:
        yield Paragraph(_HERE_ALONE[type(entities[0]).KIND])
    for number, entity in enumerate(entities, start=1):
        yield Heading(names.get(entity.id) or f"{kind.capitalize()} {number}", level=_RECORD_LEVEL)
        yield from _entity(entity, names)


def _plural(kind: str) -> str:
    """`agencies`, `rungs of the ladder`; what cannot be counted, and what is many already, stays."""
    first, *rest = re.split(r"(?= (?:of|to) )", kind, maxsplit=1)
    if first.endswith("y"):
        first = f"{first[:-1]}ies"
    elif not first.endswith("s") and first not in _UNCOUNTED:
        first += "s"
    return "".join((first, *rest))


def _entity(entity: Entity, names: Mapping[str, str]) -> Iterator[Block]:
    """The short fields as lines of one paragraph, then each narrative under its label."""
    lines: list[tuple[str, str]] = []
    long_texts: list[Block] = []
    for spec in described(type(entity)):
        value = getattr(entity, spec.name)
        label = str(spec.metadata["label"]) + (f" ({PRIVATE})" if spec.name in entity.private else "")
        if spec.metadata.get("narrative") and value:
            long_texts.append(Paragraph((Text(label, bold=True),)))
            long_texts += shifted(parse(value).blocks, by=_RECORD_LEVEL)
        else:
            absent = NOT_RECORDED if entity.origin is Origin.AS_FOUND else ""
            is_named = "to" in spec.metadata or spec.name.startswith("framework_item")
            known = names if is_named else _KINDS if spec.name.endswith("_kind") else {}
            words = names.get(f"{entity.id}:{spec.name}") or _words(value, known)
            lines.append((label, words or absent))
    lines += _housekeeping(entity)
    yield Paragraph(tuple(_runs(lines)))
    yield from long_texts


def _housekeeping(entity: Entity) -> Iterator[tuple[str, str]]:
    yield "Recorded", _words(entity.created_at)
    if entity.updated_at != entity.created_at:
        yield "Changed", _words(entity.updated_at)
    yield "Deleted", _words(entity.deleted_at)


def _words(value: object, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """A value as people read it; an id by its name, where it has one."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Term():
            return value.label
        case datetime():
            return f"{long_date(value.date())}, {value:%H:%M} UTC"
        case date():
            return long_date(value)
        case float():
            return f"{value:g}"
        case tuple():
            return "; ".join(_words(one, names) for one in value)
    return names.get(str(value), str(value))


def _runs(lines: list[tuple[str, str]]) -> Iterator[Text]:
    """A line for each field that says something: its label, then what stands there."""
    said = [(label, words) for label, words in lines if words]
    for place, (label, words) in enumerate(said):
        line_break = "\n" if place else ""
        yield Text(f"{line_break}{label}: ", bold=True)
        yield Text(words)
