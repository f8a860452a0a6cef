"""Papers for boards: begun, written section by section, and noted as issued."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta

from scrutineer.domain.lines import PaperLine
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.paper import Paper, PaperKind, PaperSection, PaperStatus, SectionCode
from scrutineer.domain.year import year_of
from scrutineer.register.desk import Records
from scrutineer.register.organisation import Periods

_REPORTED_IN = timedelta(days=183)      # a yearly report is due about the end of September
_OF_THE_YEAR = "Independent scrutiny: annual report"


class Papers(Records[Paper]):
    """Papers and my words in them."""

    cls = Paper

    def begin(
        self, body: Body | None = None, meeting: Meeting | None = None, kind: PaperKind = PaperKind.ASSURANCE
    ) -> Paper:
        """A new paper, not yet written: since the last paper issued to that body, up to today.

        The report of a year covers the one that has just ended until half of the next is over, then this one so far.
        """
        body_id = body.id if body else meeting.body_id if meeting else None
        paper = Paper(
            body_id=body_id, meeting_id=meeting.id if meeting else None, mark=self.desk.partnership.mark,
            starts_on=self.since(body_id), ends_on=self.desk.today(),
        )
        if kind is PaperKind.ASSURANCE:
            return paper
        year = year_of(self.desk.today() - _REPORTED_IN)
        return replace(paper, kind=kind, title=_OF_THE_YEAR, starts_on=year.starts_on,
                       ends_on=min(year.ends_on, self.desk.today()))  # fmt: skip

    def since(self, body_id: str | None) -> date:
        """The first day that the next paper to a body covers: the day after the last one issued ended.

        Today at the latest; without an earlier paper, the first of the month three months back.
        """
        today = self.desk.today()
        issued = self.all(body_id=body_id, status=PaperStatus.ISSUED)
        ends = [paper.ends_on for paper in issued if paper.ends_on]
        if ends:
            return min(max(ends) + timedelta(days=1), today)
        return (today - timedelta(days=91)).replace(day=1)

    def save(self, entity: Paper, why: str = "") -> Paper:
        """Write a paper; a new one gets its reference, and is mine. Its year has its quarters from then on."""
        with self.desk.act(why) as act:
            Periods(self.desk).ensure_quarters(entity.ends_on or self.desk.today())
            if not entity.reference:
                reference = self.desk.next_reference(act, "P")
                entity = replace(entity, reference=reference, scrutineer_id=entity.scrutineer_id or self.desk.me)
            return act.put(entity)

    def sections(self, paper_id: str) -> dict[SectionCode, PaperSection]:
        """My words in a paper, by section."""
        return {one.code: one for one in self.desk.reader.all(PaperSection, paper_id=paper_id)}

    def section(self, id_: str) -> PaperSection:
        """One section. Raises NotFound."""
        return self.desk.reader.get(PaperSection, id_)

    def write(self, paper_id: str, code: SectionCode, text: str, *, considered: bool = False) -> PaperSection:
        """Set my words for one section of a paper, or tick that nothing needed saying."""
        section = self.sections(paper_id).get(code) or PaperSection(paper_id=paper_id, code=code)
        with self.desk.act() as act:
            return act.put(replace(section, text=text, considered=considered))

    def issue(self, paper_id: str, on: date, file_name: str, content: bytes) -> Paper:
        """Note that this very file went out: its name, its digest, the day."""
        digest = hashlib.sha256(content).hexdigest()
        return self.save(replace(
            self.get(paper_id), status=PaperStatus.ISSUED, issued_on=on, file_name=file_name, file_sha256=digest,
            frozen_at=self.desk.record.now(),
        ))

    def lines(self) -> list[PaperLine]:
        """Every paper, the latest first."""
        names = self.desk.names()
        meetings = {one.id: one for one in self.desk.reader.all(Meeting, with_deleted=True)}
        found = []
        for one in self.all():
            meeting = meetings.get(one.meeting_id or "")
            found.append(PaperLine(
                one.id, one.reference, one.title, names.get(one.body_id or "", ""), one.starts_on, one.ends_on,
                meeting.held_on if meeting else None, one.status is PaperStatus.ISSUED, one.issued_on, one.file_name,
            ))
        return sorted(found, key=lambda line: (line.is_issued, -(line.ends_on or date.min).toordinal()))
