"""How evidence is spoken of: what a source is, whether it is more than the agency's own word, what it is about."""

from __future__ import annotations

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity
from scrutineer.domain.evidence import INDEPENDENT, Evidence, EvidenceKind
from scrutineer.domain.lines import SourceLine
from scrutineer.domain.organisation import Serves
from scrutineer.domain.records import said
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Response
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import opening
from scrutineer.domain.update import ProgressUpdate
from scrutineer.register.register import Register
from scrutineer.reports.markdown import plain
from scrutineer.ui.evidence.picking import Pick

BEYOND = "more than the agency’s own account"
OWN = "the agency’s own account"
NOTHING_YET = "nothing seen yet"
LONGEST = 120      # characters of a first sentence


def account(kind: EvidenceKind, *, is_independent: bool) -> str:
    """Whose account something is; what I looked for and did not see is nobody's."""
    return BEYOND if is_independent else NOTHING_YET if kind in INDEPENDENT else OWN


def counts(kind: EvidenceKind, *, is_independent: bool) -> str:
    """What a kind of evidence can carry, in a sentence."""
    if is_independent:
        return "More than the agency’s own account: it can carry “practice changed” and what lies above."
    if kind in INDEPENDENT:
        return "Nothing was seen yet, so it carries nothing yet."
    if kind is EvidenceKind.SINGLE_AUDIT:
        return "The agency’s own account, which reaches “process changed”, until you have sampled it yourself."
    return "The agency’s own account: it reaches “process changed”."


def pick_of(line: SourceLine, serves: Serves) -> Pick:
    """A source as it is offered, in few steps: there may be tens of thousands."""
    about = " · ".join(filter(None, (
        line.what, short(line.reference) if line.reference else "", short_date(line.on), label_for(line.kind, serves),
        account(line.kind, is_independent=line.is_independent),
    )))  # fmt: skip
    return Pick(line.id, line.title, about)


def title_of(register: Register, entity: Entity) -> str:
    """What any record is called, as the search calls it; an entry without its reference."""
    return entity.title if isinstance(entity, Evidence) else register.figures.title_of(entity, register.desk.names())


def name_of(source: Entity) -> str:
    """A source in a word or two, short enough for a button: its reference, or what it is."""
    reference = getattr(source, "reference", "")
    if reference:
        return short(reference)
    return "What I saw" if isinstance(source, ProgressUpdate) else said(type(source)).capitalize()


def about_what(register: Register, subject: Entity) -> str:
    """What evidence is about: `Police · C-2026-014`, `the action “Audit twenty plans” · C-2026-014`."""
    challenges = register.challenges
    match subject:
        case Challenge():
            return f"{short(subject.reference)} {subject.title}"
        case Addressee():
            return title_of(register, subject)
        case Action():
            whole = challenges.find(subject.challenge_id) or register.recommendations.find(subject.recommendation_id)
            words = f"the action “{opening(plain(subject.text), LONGEST)}”"
            return f"{words} · {short(whole.reference)}" if whole else words
        case Response():
            return f"the answer of {title_of(register, challenges.part(subject.addressee_id))}"
        case ProgressUpdate():
            upon: Entity
            if subject.action_id:
                upon = register.actions.get(subject.action_id)
            else:
                upon = register.replies.response(subject.response_id or "")
            day = f" on {short_date(subject.noted_on)}" if subject.noted_on else ""
            return f"{subject.side.label.lower()}{day}: {about_what(register, upon)}"
    return title_of(register, subject)
