"""What the list of evidence shows, and which lines each filter lists."""

from __future__ import annotations

from collections.abc import Callable

from scrutineer.domain.dates import short_date
from scrutineer.domain.evidence import Evidence
from scrutineer.domain.lines import EvidenceLine
from scrutineer.domain.organisation import Serves
from scrutineer.domain.reference import short
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted, opening
from scrutineer.reports.markdown import plain
from scrutineer.ui.evidence.words import account
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice

FILTERS = (
    Choice("beyond", "More than their own word"), Choice("own", "Their own account"),
    Choice("unlinked", "Not linked yet"), Choice("files", "With files"), Choice("all", "All"),
)  # fmt: skip
_BELONGS = (
    "What shows that something is so stands here: what you saw and heard once you link it to a challenge, and what is "
    "held elsewhere once you enter it."
)
NOTHING = {
    "beyond": "What was seen, counted or heard by somebody other than the agency itself belongs here.",
    "own": "What agencies say of themselves belongs here: answers, policies, minutes and training records.",
    "unlinked": "Everything here is linked to what it shows.",
    "files": "Letters, audits and other files that you keep in the record belong here.",
    "all": _BELONGS,
}
_LONGEST = 200      # characters of a first sentence


def passes(line: EvidenceLine, code: str) -> bool:
    """Whether a filter lists this line."""
    return {
        "beyond": line.source.is_independent, "own": not line.source.is_independent, "unlinked": not line.links,
        "files": line.files > 0,
    }.get(code, True)  # fmt: skip


def _title(line: EvidenceLine) -> str:
    return opening(plain(line.source.title), _LONGEST)


def _about(line: EvidenceLine) -> str:
    source = line.source
    what = "" if source.record == Evidence.KIND else source.what
    files = counted(line.files, "file") if line.files else ""
    reference = short(source.reference) if source.reference else ""
    return " · ".join(filter(None, (reference, what, short_date(source.on), files)))


def _kind(line: EvidenceLine, serves: Serves) -> str:
    return label_for(line.source.kind, serves)


def _whose(line: EvidenceLine) -> str:
    strength = f"{line.strength.label} · " if line.strength else ""
    return f"{strength}{account(line.source.kind, is_independent=line.source.is_independent)}"


def _shows(line: EvidenceLine) -> str:
    return ", ".join(line.about) if line.links else "not linked yet"


def _in_words(line: EvidenceLine) -> str:
    return "; ".join(line.shows)


def columns(serves: Callable[[], Serves]) -> tuple[Column, ...]:
    """What it is, its kind as it is called here, and what it shows."""
    return (
        Column("Evidence", _title, second=_about, stretch=True, sort_key=lambda line: _title(line).casefold()),
        Column("Kind", chip=lambda line: Chip(_kind(line, serves())), second=_whose, width=20,
               sort_key=lambda line: _kind(line, serves())),
        Column("About", _shows, second=_in_words, width=18, sort_key=_shows),
    )  # fmt: skip
