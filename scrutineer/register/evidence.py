"""How do I know? What is linked to what, what of it counts, and the register of what is held elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.assurance import Confirmation, Judgement
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import NotFound
from scrutineer.domain.evidence import Evidence, EvidenceKind, EvidenceLink, is_independent, kind_of, kinds_of_source
from scrutineer.domain.learning import Adoption
from scrutineer.domain.lines import EvidenceLine, SourceLine
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.recommendation import Recommendation
from scrutineer.domain.records import BY_KIND
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.serving import label_for
from scrutineer.domain.update import ProgressUpdate
from scrutineer.register import evidence_lines
from scrutineer.register.desk import Records

# What evidence may be about, and what it may be: in the order in which an id is looked for.
_LINKED: tuple[type[Entity], ...] = (
    Addressee, Action, Response, ProgressUpdate, Challenge, Evidence, Reply, Finding, Activity, Meeting,
    Judgement, Confirmation, Recommendation, Adoption,
)


class Shown(NamedTuple):
    """One link to what shows something: the source, its kind, and whether it is more than the agency's own word."""

    link: EvidenceLink
    source: Entity
    kind: EvidenceKind
    is_independent: bool


class EvidenceKept(Records[Evidence]):
    """The register of evidence, and the links of any record to what shows it."""

    cls = Evidence

    def save(self, entity: Evidence, why: str = "") -> Evidence:
        """Write an entry; a new one gets its reference, and is mine."""
        with self.desk.act(why) as act:
            if not entity.reference:
                reference = self.desk.next_reference(act, "E")
                entity = replace(entity, reference=reference, scrutineer_id=entity.scrutineer_id or self.desk.me)
            return act.put(entity)

    def link(self, subject: Entity, source: Entity, shows: str = "") -> EvidenceLink:
        """Say that `source` shows something about `subject`; linked twice is linked once. Raises Invalid."""
        known = [one for one in self.links_of(subject.id) if one.source_id == source.id]
        with self.desk.act() as act:
            return act.put(replace(
                known[0] if known else EvidenceLink(
                    subject_kind=subject.KIND, subject_id=subject.id, source_kind=source.KIND, source_id=source.id,
                    scrutineer_id=self.desk.me,
                ),
                shows=shows or (known[0].shows if known else ""),
            ))

    def unlink(self, link_id: str) -> None:
        """Take a link back; its history stays."""
        with self.desk.act() as act:
            act.remove(self.desk.reader.get(EvidenceLink, link_id))

    def link_of(self, link_id: str) -> EvidenceLink:
        """One link. Raises NotFound."""
        return self.desk.reader.get(EvidenceLink, link_id)

    def links_of(self, *subject_ids: str) -> list[EvidenceLink]:
        """The links of some records, in the order in which they were made."""
        return self.desk.reader.all(EvidenceLink, subject_id=subject_ids)

    def shown(self, *subject_ids: str) -> list[Shown]:
        """What shows something about some records, in the order in which it was linked."""
        found = []
        for link in self.links_of(*subject_ids):
            source = self.desk.reader.find(BY_KIND[link.source_kind], link.source_id)
            if source is not None and source.deleted_at is None:
                found.append(Shown(link, source, *self.as_shown(source)))
        return found

    def for_part(
        self, part: Addressee, responses: Iterable[Response], actions: Iterable[Action]
    ) -> list[Shown]:
        """What shows something about one party's part: linked to it, to its challenge, answers, actions or updates."""
        hangs_on: Sequence[Entity] = [part, *responses, *actions]
        ids = [one.id for one in hangs_on]
        read = self.desk.reader.all
        updates = [*read(ProgressUpdate, action_id=ids), *read(ProgressUpdate, response_id=ids)]
        return self.shown(*ids, part.challenge_id or "", *(one.id for one in updates))

    def used_by(self, source_id: str) -> list[EvidenceLink]:
        """What a record is evidence for."""
        return self.desk.reader.all(EvidenceLink, source_id=source_id)

    def sources(self) -> list[SourceLine]:
        """Everything that can show something, the latest first."""
        return evidence_lines.sources(self.desk)

    def ids(self) -> list[str]:
        """The ids of every line, in the order of the list."""
        return evidence_lines.ids(self.desk)

    def lines(self, ids: Sequence[str] | None = None) -> list[EvidenceLine]:
        """The list, or those with these ids: every entry, every record that something is linked to, every reply with
        a file."""
        return evidence_lines.lines(self.desk, ids)

    def linked(self, id_: str) -> Entity:
        """The record with this id, of whichever kind evidence is about or is. Raises NotFound."""
        for cls in _LINKED:
            if (found := self.desk.reader.find(cls, id_)) is not None:
                return found
        raise NotFound("That record is no longer here.", "It may have been removed; go back to the list.")

    def kinds_among(self, source_ids: Iterable[str]) -> tuple[str, ...]:
        """The different kinds of source among some records, as ratings count them."""
        sources = [self.linked(id_) for id_ in source_ids]
        shown = (self.as_shown(one) for one in sources if one.deleted_at is None)
        return kinds_of_source(shown, self.called)

    def called(self, kind: EvidenceKind) -> str:
        """What a kind of evidence is called here, by whom the partnership serves."""
        return label_for(kind, self.desk.partnership.serves)

    def as_shown(self, source: Entity) -> tuple[EvidenceKind, bool]:
        """Which kind of evidence a record is, and whether it is more than the agency's own account."""
        activity = self._activity_of(source)
        return kind_of(source, activity), is_independent(source, activity)

    def _activity_of(self, source: Entity) -> Activity | None:
        return self.desk.reader.find(Activity, source.activity_id) if isinstance(source, Finding) else None
