"""A period as it is judged: what is expected first, what else was judged after it, each with its view or the last one.

Only the overall opinion and the items of the chosen framework are expected; nothing else is ever a gap.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scrutineer.domain.assurance import Confirmation, ConfirmationState, JudgedKind, Judgement
from scrutineer.domain.evidence import EvidenceKind, EvidenceLink, kinds_of_source
from scrutineer.domain.framework import ItemRef
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.domain.records import BY_KIND
from scrutineer.domain.scale import Rating
from scrutineer.register import scales
from scrutineer.register.desk import Desk
from scrutineer.register.evidence import EvidenceKept
from scrutineer.register.frameworks import Frameworks
from scrutineer.register.judgements import Confirmations, Judgements, Subject

OVERALL: Subject = (JudgedKind.OVERALL.value, "")


class JudgedLine(NamedTuple):
    """One subject of a period. `now` is this period's view, `last` that of a period before, each with its word."""

    subject: Subject
    title: str
    group: str                  # to what it belongs: "", the framework's name, "Priority", "Agency"
    is_expected: bool
    now: Judgement | None = None
    last: Judgement | None = None
    rating: Rating | None = None
    last_rating: Rating | None = None
    kinds: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The same from period to period."""
        return ":".join(self.subject)

    @property
    def is_open(self) -> bool:
        """Whether my view is still expected."""
        return self.is_expected and self.now is None


class ConfirmedLine(NamedTuple):
    """One item that the yearly report must be able to confirm."""

    id: str                     # the item's reference
    title: str
    state: ConfirmationState
    confirmation: Confirmation | None
    last: Confirmation | None   # of a period before
    sources: int


class Judging:
    """Reads a period; writes nothing."""

    def __init__(
        self, desk: Desk, judgements: Judgements, confirmations: Confirmations, frameworks: Frameworks,
        evidence: EvidenceKept,
    ) -> None:
        self._desk = desk
        self._judgements = judgements
        self._confirmations = confirmations
        self._frameworks = frameworks
        self._evidence = evidence

    def lines(self, period: ReportingPeriod) -> list[JudgedLine]:
        """Overall, then the chosen framework's items, then what else was judged now or last time."""
        now, last = self._judgements.standing(period.id), self._judgements.before(period)
        expected = self._expected()
        others = [subject for subject in {**last, **now} if subject not in expected]
        kinds = self._kinds(one.id for one in (*now.values(), *last.values()))
        return [
            self._line(subject, subject in expected, now.get(subject), last.get(subject), kinds)
            for subject in (*expected, *sorted(others))
        ]

    def offered(self, period: ReportingPeriod) -> list[tuple[Subject, str]]:
        """What else could be judged: other frameworks' items, priorities and agencies, each with its words."""
        known = {line.subject for line in self.lines(period)}
        found = [((JudgedKind.FRAMEWORK_ITEM.value, one.ref), one.label) for one in self._frameworks.offered()]
        for cls, kind in ((BY_KIND["priority"], JudgedKind.PRIORITY), (BY_KIND["agency"], JudgedKind.AGENCY)):
            for one in self._desk.reader.all(cls):
                words = getattr(one, "title", "") or getattr(one, "name", "")
                found.append(((kind.value, one.id), f"{kind.label}: {words}"))
        return [one for one in found if one[0] not in known]

    def confirmed(self, period: ReportingPeriod) -> list[ConfirmedLine]:
        """What the yearly report must be able to confirm; nothing said of an item is “not tested”."""
        standing, before = self._confirmations.standing(period.id), self._confirmations.before(period)
        refs = list(dict.fromkeys([*self._confirmations.items(), *standing]))
        links = self._evidence.links_of(*(one.id for one in standing.values())) if standing else []
        found = []
        for ref in refs:
            one = standing.get(ref)
            sources = sum(one is not None and link.subject_id == one.id for link in links)
            state = one.state if one else ConfirmationState.NOT_TESTED
            found.append(ConfirmedLine(ref, self._frameworks.title_of(ref), state, one, before.get(ref), sources))
        return found

    def _expected(self) -> list[Subject]:
        framework = self._frameworks.chosen()
        items = framework.items if framework else ()
        refs = [framework.ref(item) for item in items] if framework else []
        return [OVERALL, *((JudgedKind.FRAMEWORK_ITEM.value, ref) for ref in refs)]

    def _line(
        self, subject: Subject, is_expected: bool, now: Judgement | None, last: Judgement | None,
        kinds: dict[str, tuple[str, ...]],
    ) -> JudgedLine:
        shown = now or last
        kind = JudgedKind(subject[0])
        if kind is JudgedKind.FRAMEWORK_ITEM:
            title, group = self._frameworks.title_of(subject[1]), self._framework_called(subject[1])
        else:
            title = self._judgements.called(shown) if shown else kind.label
            group = "" if kind is JudgedKind.OVERALL else kind.label
        return JudgedLine(
            subject, title, group, is_expected, now, last, _rating(now), _rating(last),
            kinds.get(shown.id, ()) if shown else (),
        )

    def _framework_called(self, ref: str) -> str:
        placed, wanted = self._frameworks.item(ref), ItemRef.parse(ref)
        return placed.framework.called if placed else wanted.framework if wanted else ""

    def _kinds(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The kinds of source linked to each judgement."""
        wanted = tuple(ids)
        shown: dict[str, list[tuple[EvidenceKind, bool]]] = {}
        for one in self._evidence.shown(*wanted) if wanted else ():
            link: EvidenceLink = one.link
            shown.setdefault(link.subject_id or "", []).append((one.kind, one.is_independent))
        return {id_: kinds_of_source(sources, self._evidence.called) for id_, sources in shown.items()}


def _rating(judgement: Judgement | None) -> Rating | None:
    return scales.scale(judgement.scale).rating(judgement.rating) if judgement else None
