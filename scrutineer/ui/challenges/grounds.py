"""How do I know? What shows something about one party's part, of which kind each is, and what it carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import ImpactLevel, Status
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.lifecycle import Facts
from scrutineer.domain.organisation import Meeting, Serves
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Channel, Reply
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import listed, one_line, opening
from scrutineer.register.dossier import Part
from scrutineer.register.evidence import Shown
from scrutineer.ui.challenges.written_on import Around, Sheet
from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button

OPEN = "open_evidence"      # asked for with the id of a source
UNLINK = "unlink"      # asked for with the id of a link
_LONGEST = 300      # characters of a finding or a line that stand for the whole of it
_DAYS = ("held_on", "dated_on", "noted_on", "judged_on")


def write(sheet: Sheet, one: Part, around: Around) -> None:
    """Each thing that is linked: its kind, what it is, and what it shows."""
    if not one.evidence:
        return
    sheet.section("Evidence")
    for shown in one.evidence:
        words = f"{label_for(shown.kind, around.serves)}: {title_of(shown.source, around.called(shown.source))}"
        sheet.words(words)
        if shown.link.shows:
            sheet.words(f"It shows: {shown.link.shows}", "small")
        sheet.add(_ways(sheet, shown, words))
    if one.part.status is Status.TESTING_IMPACT:
        sheet.words(carries(one.facts, around.serves), "small")


def _ways(sheet: Sheet, shown: Shown, words: str) -> QWidget:
    """The way to where it can be read in full, and the one to take the link back."""
    row = FlowRow(across=SMALL, down=0)
    for name, label, code, id_ in (
        ("open-evidence", "Open", OPEN, shown.source.id),
        ("unlink-evidence", "Take this link back", UNLINK, shown.link.id),
    ):  # fmt: skip
        made = button(label, name, quiet=True)
        made.setAccessibleName(f"{label}: {words}")
        made.clicked.connect(lambda _checked=False, code=code, id_=id_: sheet.asked.emit(code, id_))
        row.add(made)
    return row


def carries(facts: Facts, serves: Serves) -> str:
    """How far up the ladder the evidence carries, in a sentence or two."""
    reach = label_for(facts.highest, serves)
    if not facts.kinds:
        return f"No evidence is linked yet; without any, “what changed” reaches “{reach}”."
    linked = f"Linked so far: {kinds_in_words(facts.kinds, serves)}."
    if not facts.has_independent:
        return f"{linked} That reaches “{reach}”; beyond it leads something seen, counted or heard."
    beyond = "" if facts.highest is ImpactLevel.SUSTAINED else " “5 Sustained” needs a re-test that found it so."
    return f"{linked} That carries up to “{reach}”.{beyond}"


def kinds_in_words(kinds: Iterable[EvidenceKind], serves: Serves) -> str:
    """`direct observation, data and survey`, each once."""
    called = (label_for(kind, serves) for kind in kinds)
    return listed(list(dict.fromkeys(words[0].lower() + words[1:] for words in called)))


def of_record(shown: Sequence[Shown], subject_id: str) -> list[Shown]:
    """Of all that is linked to a part and what hangs on it, what is linked to one record."""
    return [one for one in shown if one.link.subject_id == subject_id]


def title_of(source: Entity, called: str) -> str:
    """What a source is called, with its day; `called` is what lists call it."""
    match source:
        case Meeting():
            return called
        case Reply():
            sender = f" from {source.sender}" if source.sender else ""
            how = "Words spoken" if source.channel is Channel.SPOKEN else source.channel.label
            return ", ".join(filter(None, (f"{how}{sender}", short_date(source.received_on))))
    title, text = str(getattr(source, "title", "")), one_line(str(getattr(source, "text", "")))
    reference = short(str(getattr(source, "reference", "")))
    words = f"{reference} {title}".strip() if title else opening(text, _LONGEST) if text else called
    day = next((found for name in _DAYS if isinstance(found := getattr(source, name, None), date)), None)
    return f"{words}, {short_date(day)}" if day else words
