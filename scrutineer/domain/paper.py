"""A paper for a board: what it covers, what I wrote in it, and when which file was issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.organisation import in_order
from scrutineer.domain.vocabulary import Term


class PaperKind(Term):
    """The kinds of paper."""

    ASSURANCE = "assurance", "Assurance paper"
    ANNUAL = "annual", "Annual report"


class Purpose(Term):
    """What the meeting is asked to do with it."""

    DECISION = "for_decision", "For decision"
    APPROVAL = "for_approval", "For approval"
    ASSURANCE = "for_assurance", "For assurance"
    DISCUSSION = "for_discussion", "For discussion"
    INFORMATION = "for_information", "For information"
    NOTE = "to_note", "To note"


class PaperStatus(Term):
    """Where a paper is on its way."""

    DRAFTING = "drafting", "Draft"
    ISSUED = "issued", "Issued"


class SectionCode(Term):
    """Where the scrutineer's own words stand in a paper, in the order in which they are printed."""

    SUMMARY = "summary", "Summary"
    BOTTOM_LINE = "bottom_line", "Bottom line"
    WHAT_I_DID = "what_i_did", "What I did"
    WHAT_WORKS = "what_works", "What works well"
    WHAT_I_HEARD = "what_i_heard", "What I heard"
    ASSURANCE = "assurance", "Assurance"
    LEADERSHIP = "leadership", "Leadership and contribution"
    QUALITY = "quality", "Audit, self-assessment and data"
    LEARNING = "learning", "Training and learning"
    CHALLENGES = "challenges", "Challenges"
    ACTIONS = "actions", "Actions and recommendations"
    NEXT = "next", "What comes next"
    FEELING = "feeling", "How scrutiny feels here"
    PRINCIPLES = "principles", "Our principles, and my independence"
    CHILDREN = "implication_children", "Children’s voice"
    EQUALITY = "implication_equality", "Equality and diversity"
    LEGAL = "implication_legal", "Legal and statutory"
    RESOURCES = "implication_resources", "Resources"
    DATA_PROTECTION = "implication_data", "Data protection"

    @property
    def is_implication(self) -> bool:
        """Whether it is a row of the cover sheet that someone must have considered."""
        return self.value.startswith("implication_")


_OF_THE_YEAR = frozenset({
    SectionCode.LEADERSHIP, SectionCode.QUALITY, SectionCode.LEARNING, SectionCode.FEELING, SectionCode.PRINCIPLES,
})


def chapters_of(kind: PaperKind) -> tuple[SectionCode, ...]:
    """The numbered sections of a paper, in order; some stand only in the report of a year."""
    return tuple(code for code in SectionCode if not code.is_implication and code is not SectionCode.SUMMARY
                 and (kind is PaperKind.ANNUAL or code not in _OF_THE_YEAR))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Paper(Entity):
    """One paper. `file_sha256` is the digest of the file that was issued, 64 hexadecimal digits."""

    reference: str = said("Reference")
    kind: PaperKind = said("Kind", PaperKind.ASSURANCE)
    title: str = said("Title", "Independent scrutiny: assurance paper", required=True)
    body_id: str | None = link("For", "body")
    meeting_id: str | None = link("Meeting", "meeting")
    starts_on: date | None = said("Covers from", None, required=True)
    ends_on: date | None = said("Covers until", None, required=True)
    purpose: Purpose = said("Purpose", Purpose.ASSURANCE)
    mark: str = said("Protective mark")
    agenda_item: str = said("Agenda item")
    sponsor: str = said("Sponsor")
    previously: str = said("Previously considered by")
    accuracy: str = said("Checked for accuracy by")
    numbered: bool = said("Number the paragraphs", True)
    status: PaperStatus = said("Status", PaperStatus.DRAFTING)
    issued_on: date | None = said("Issued on", None)
    frozen_at: datetime | None = said("Figures frozen at", None)
    file_name: str = said("File")
    file_sha256: str = said("Digest of the file")
    scrutineer_id: str | None = link("Author", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: the end may not lie before the beginning."""
        return super().problems() + in_order(self.starts_on, self.ends_on)


@dataclass(frozen=True, kw_only=True)
class PaperSection(Entity):
    """My words for one place of one paper; `considered` is a tick that nothing needed saying."""

    paper_id: str | None = link("Paper", "paper")
    code: SectionCode = said("Section", SectionCode.BOTTOM_LINE)
    text: str = narrative("My words")
    considered: bool = said("Considered, none identified", False)
