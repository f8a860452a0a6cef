"""The lists behind evidence: what can show something, and what does, each with its kind worked out from its codes.

Ten thousand sources are told apart by a handful of codes, so each combination is asked of the rules once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from scrutineer.domain.action import Seen
from scrutineer.domain.activity import Activity, ActivityType, Finding, FindingKind
from scrutineer.domain.dates import iso_date
from scrutineer.domain.entity import Entity
from scrutineer.domain.evidence import Evidence, EvidenceKind, EvidenceStrength, is_independent, kind_of
from scrutineer.domain.lines import EvidenceLine, SourceLine
from scrutineer.domain.organisation import Meeting, Serves
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Channel, Reply
from scrutineer.domain.serving import label_for
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.desk import Desk
from scrutineer.storage import evidence_lines
from scrutineer.storage.evidence_lines import SourceRow


def sources(desk: Desk) -> list[SourceLine]:
    """Everything that can show something, the latest first; what has no day comes last."""
    rows, serves = evidence_lines.source_rows(desk.record.database, desk.today()), desk.partnership.serves
    return sorted((_line(row, serves) for row in rows), key=lambda line: line.on or date.min, reverse=True)


def ids(desk: Desk) -> list[str]:
    """The ids of all lines, in the order of the list."""
    database = desk.record.database
    listed = evidence_lines.source_rows(database, desk.today(), evidence_lines.listed(database))
    return [row.id for row in sorted(listed, key=lambda row: row.on or "", reverse=True)]


def lines(desk: Desk, wanted: Sequence[str] | None = None) -> list[EvidenceLine]:
    """Every entry of the register, every record that something is linked to, and every reply with a file; or those
    with the wanted ids."""
    shows, about = defaultdict(list), defaultdict(list)
    for link in evidence_lines.link_rows(desk.record.database, wanted):
        shows[link.source_id].append(link.shows)
        about[link.source_id].append(short(link.about) if link.about else "")
    files = evidence_lines.files_with(desk.record.database)
    listed = evidence_lines.listed(desk.record.database) if wanted is None else wanted
    found, serves = [], desk.partnership.serves
    for row in evidence_lines.source_rows(desk.record.database, desk.today(), listed):
        strength = EvidenceStrength(row.codes[2]) if row.record == Evidence.KIND else None
        found.append(EvidenceLine(
            _line(row, serves), strength, tuple(dict.fromkeys(filter(None, shows[row.id]))),
            tuple(dict.fromkeys(filter(None, about[row.id]))), len(about[row.id]), files.get(row.id, 0),
        ))
    return sorted(found, key=lambda line: line.source.on or date.min, reverse=True)


def _line(row: SourceRow, serves: Serves) -> SourceLine:
    what, kind, counts = _rules(row.record, row.codes, serves)
    title = row.title.strip() or what
    if row.record == Reply.KIND and row.codes[1]:
        what = f"{what} from {row.codes[1]}"
    return SourceLine(
        row.id, row.record, row.reference, title, what, iso_date(row.on) if row.on else None, kind, counts
    )


def _rules(record: str, codes: tuple[Any, ...], serves: Serves) -> tuple[str, EvidenceKind, bool]:
    return _asked(record, codes[:1] if record == Reply.KIND else codes, serves)      # who sent it plays no part


@cache
def _asked(record: str, codes: tuple[Any, ...], serves: Serves) -> tuple[str, EvidenceKind, bool]:
    """What a record with these codes is called here, which kind of evidence it is, and whether it is independent."""
    what, source, activity = _example(record, codes, serves)
    return what, kind_of(source, activity), is_independent(source, activity)


def _example(record: str, codes: tuple[Any, ...], serves: Serves) -> tuple[str, Entity, Activity | None]:
    match record:
        case Evidence.KIND:
            return "Entry", Evidence(title="", kind=EvidenceKind(codes[0]), is_sampled=bool(codes[1])), None
        case Activity.KIND:
            activity = Activity(title="", type=ActivityType(codes[0]))
            return label_for(activity.type, serves), activity, None
        case Finding.KIND:
            finding = Finding(text="", kind=FindingKind(codes[0]))
            drawn_from = Activity(title="", type=ActivityType(codes[1])) if codes[1] else None
            return finding.kind.label, finding, drawn_from
        case Reply.KIND:
            return Channel(codes[0]).label, Reply(), None
        case ProgressUpdate.KIND:
            seen = Seen(codes[0]) if codes[0] else None
            return seen.label if seen else Side.SEEN.label, ProgressUpdate(side=Side.SEEN, seen=seen), None
    return "Meeting", Meeting(), None
