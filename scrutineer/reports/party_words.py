"""What papers say of one party's part: what it answered, what it waits for, what was seen and what changed.

Neutral throughout: a date is a clock, a position is the party's own, and what nobody recorded is said to be so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.challenge import Outcome, Status
from scrutineer.domain.challenge_figures import (
    ActionFigure,
    AnswerFigure,
    ChallengeFigure,
    EscalationFigure,
    MoveFigure,
    PartyFigure,
    ReopenedFigure,
    RetestFigure,
)
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.figures import Masthead
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.text import listed
from scrutineer.reports.markdown import plain
from scrutineer.reports.wording import (
    NOT_RECORDED,
    dated,
    enclosed,
    full_stop,
    in_voice,
    level_words,
    opened,
    term_words,
)

_OWN_STEPS = {
    Status.DRAFT: "to be put again",
    Status.RESPONDED: "for me to judge",
    Status.ACTION_AGREED: "agreed actions under way",
}


def parties_of(challenge: ChallengeFigure) -> tuple[PartyFigure, ...]:
    """The parties of a challenge; where an old log names none, one that says so."""
    nobody = PartyFigure(
        name="Not recorded", status=challenge.status, first_due_on=None, due_on=None, clock="", is_late=False,
        impact_level=challenge.impact_level, closed_on=challenge.closed_on, stage_words=challenge.stage_words,
    )  # fmt: skip
    return challenge.parties or (nobody,)


def called(party: PartyFigure) -> str:
    """A party with the role for whose attention it was put: `ICB (designated nurse)`."""
    return f"{party.name} ({party.role})" if party.role else party.name


def stance(answer: AnswerFigure, masthead: Masthead) -> str:
    """What the answer says to the challenge, when, and whether it was only heard:
    `accepted, 12 Mar 2026, as I heard it`."""
    said = answer.position.label if answer.position else "answered"
    heard = in_voice(", as I heard it", masthead) if answer.as_i_heard_it else ""
    confirmed = f", confirmed by minute {answer.minute_ref}" if answer.minute_ref else ""
    return f"{said}, {dated(answer.came_on)}{heard}{confirmed}"


def answered(answer: AnswerFigure, masthead: Masthead, in_full_at: str) -> str:
    """The answer in one line: its stance, its short form or where it stands in full, and what was seen of it."""
    words = answer.short_form or plain(answer.text)
    if in_full_at and answer.text and not answer.short_form:
        words = f"in full in {in_full_at}"
    line = full_stop(": ".join(filter(None, (opened(stance(answer, masthead)), words))))
    return f"{line} {full_stop(seen_words(answer.seen, answer.seen_on))}" if answer.seen else line


def unanswered(party: PartyFigure) -> str:
    """That nothing had come in by the day of the freeze; only of a part that ended so."""
    return f"No answer recorded by {long_date(party.no_answer_by)}." if party.no_answer_by else ""


def seen_words(seen: Seen | None, seen_on: date | None) -> str:
    """What was seen and when: `Seen in part, 3 Nov 2026`."""
    if seen is None:
        return "Not looked at yet"
    return ", ".join(filter(None, (seen.label, short_date(seen_on))))


def reported(action: ActionFigure) -> str:
    """How far an action has come, as its agency reports it; after its day, since when that is awaited."""
    words = action.status.label
    if action.is_overdue:
        return f"{words}; awaited since {short_date(action.due_on)}"
    if action.status is ActionStatus.DROPPED:
        because = f": {plain(action.dropped_because)}" if action.dropped_because else ""
        return full_stop(", ".join(filter(None, (words, short_date(action.dropped_on)))) + because)
    return ", ".join(filter(None, (words, short_date(action.done_on))))


def waiting_for(party: PartyFigure, masthead: Masthead) -> str:
    """What one party's part waits for: an answer by its date, an agreed action, or the scrutineer."""
    if party.status.awaits_answer:
        return "; ".join(filter(None, (party.clock or f"awaited, due date {NOT_RECORDED}", party.ledger)))
    if party.status.is_ended:
        return "ended"
    if party.status is Status.TESTING_IMPACT:
        when = f" on {short_date(party.test_on)}" if party.test_on else ""
        return in_voice("for me to test", masthead) + when
    return in_voice(_OWN_STEPS.get(party.status, enclosed(party.status.label)), masthead)


def each_named(challenge: ChallengeFigure, say: Callable[[PartyFigure], str]) -> str:
    """What is to be said of each party, under its name; parties of which the same is said stand together."""
    together: dict[str, list[str]] = {}
    for party in parties_of(challenge):
        together.setdefault(say(party), []).append(party.name)
    return "\n".join(f"{listed(names)}: {words}" for words, names in together.items())


def changed(party: PartyFigure, masthead: Masthead, withdrawn_because: str = "") -> str:
    """With what one party's part ended: what changed, its level, what shows it; or why it ended otherwise."""
    if party.status is Status.WITHDRAWN:
        because = plain(party.withdrawn_because or withdrawn_because)
        return full_stop(f"Withdrawn: {because or f'reason {NOT_RECORDED}'}")
    found = [_ended_with(party, masthead)]
    if party.what_changed:
        found.append(full_stop(plain(party.what_changed)))
    if party.impact_level:
        shown = f"; {shown_by(party.kinds, masthead)}" if party.kinds and party.impact_level.rung > 1 else ""
        found.append(f"({term_words(party.impact_level, masthead)}{shown})")
    found.append(stands_in(party))
    absent = "Not recorded" if party.status.is_ended else "Not yet known"
    return " ".join(filter(None, found)) or absent


def _ended_with(party: PartyFigure, masthead: Masthead) -> str:
    """An ending whose name says something that the level of change does not, with its reason."""
    outcome = party.outcome
    if outcome is None or (party.impact_level and enclosed(outcome.label) == level_words(party.impact_level, masthead)):
        return ""
    words = outcome.label
    if outcome is Outcome.MERGED_INTO and party.target:
        words = f"Merged into {party.target}"
    elif outcome is Outcome.REFERRED_ELSEWHERE and party.target:
        words = f"Referred to {party.target}"
    if party.minute_ref:
        words += f" (minute {party.minute_ref})"
    return full_stop(": ".join(filter(None, (words, plain(party.ended_because)))))


def ended_in_short(party: PartyFigure, masthead: Masthead) -> str:
    """With what a part ended, in a line: `Closed, 2 Oct 2026: process changed only`, with any reason that stands in."""
    ended = f"{party.status.label}, {dated(party.closed_on)}"
    level = level_words(party.impact_level, masthead) if party.impact_level else ""
    with_what = enclosed(_ended_with(party, masthead).rstrip("."))
    if party.status is Status.WITHDRAWN:
        with_what, level = plain(party.withdrawn_because) or f"reason {NOT_RECORDED}", ""
    elif with_what and level and not with_what.startswith(level):
        with_what = f"{with_what} ({level})"
    found = full_stop(": ".join(filter(None, (ended, with_what or level))))
    return " ".join(filter(None, (found, stands_in(party))))


def stands_in(party: PartyFigure) -> str:
    """The reason that stands in for evidence; where it is not for print, that there is one."""
    if party.stands_in:
        return full_stop(f"Reason in place of evidence: {plain(party.stands_in)}")
    return "Reason in place of evidence: recorded, and not for print." if party.keeps_reason else ""


def shown_by(kinds: Iterable[EvidenceKind], masthead: Masthead) -> str:
    """`shown by direct observation and data`."""
    return f"shown by {listed([enclosed(term_words(kind, masthead)) for kind in kinds])}"


def since_then(party: PartyFigure, masthead: Masthead) -> str:
    """What followed an ending: taken up again, looked at again, or still to be looked at again."""
    found = [*(reopened(one, masthead) for one in party.reopened)]
    found += [retested(one, masthead) for one in party.retests]
    return " ".join(filter(None, found))


def reopened(one: ReopenedFigure, masthead: Masthead) -> str:
    """When and why a part was taken up again, and with what it had ended before."""
    before = "It had been withdrawn" if one.was_withdrawn else "It had ended"
    said = one.outcome.label if one.outcome else ""
    level = f" ({level_words(one.impact_level, masthead)})" if one.impact_level else ""
    when = f" on {short_date(one.ended_on)}" if one.ended_on else ""
    ending = f"{before}{when}" + (f" as “{said}”{level}" if said else level)
    earlier = ": ".join(filter(None, (ending, plain(one.words))))
    because = plain(one.because)
    again = f"Reopened on {dated(one.reopened_on)}" + (f": {because}" if because else "")
    return f"{full_stop(again)} {full_stop(earlier)}"


def reopened_in_short(party: PartyFigure) -> str:
    """The last time that a part was taken up again: when, after which re-test, and why; "" when it never was."""
    if not party.reopened:
        return ""
    last = party.reopened[-1]
    found = [
        one for one in party.retests if one.result in {RetestResult.PARTLY, RetestResult.NOT_SUSTAINED}
        and (last.ended_on or date.min) <= (one.done_on or date.min) <= (last.reopened_on or date.max)
    ]
    after = f" after a re-test: {enclosed(found[-1].result.label)}" if found and found[-1].result else ""
    because = plain(last.because).rstrip(".")
    return f"reopened on {dated(last.reopened_on)}{after}" + (f" ({because})" if because else "")


def retested(one: RetestFigure, masthead: Masthead) -> str:
    """What a look again found, or when there will be one."""
    if one.result is None:
        ahead = in_voice("I shall look again on", masthead)
        return f"{ahead} {short_date(one.planned_on)}." if one.planned_on else ""
    lead = in_voice("I looked again on", masthead)
    found = f"{lead} {dated(one.done_on)}: {enclosed(one.result.label)}."
    if one.result is RetestResult.NOT_TESTED:
        found = f"A re-test was planned for {dated(one.planned_on)} and did not take place."
    return f"{found} {full_stop(plain(one.words))}".rstrip()


def escalated(party: PartyFigure) -> str:
    """At which rung a part stands, since when, to whom, and by when a reply is due; nothing before the first."""
    if not party.stage_words:
        return ""
    here = [one for one in party.escalations if one.rung == party.stage_words]
    if not here:
        return full_stop(party.stage_words)
    return escalation(here[-1])


def climbed(party: PartyFigure) -> str:
    """Every rung on which a part stood, those before the present one in a few words each."""
    here = [one for one in party.escalations if one.rung == party.stage_words]
    before = [one for one in party.escalations if one is not (here[-1] if here else None)]
    return " ".join(filter(None, (*(_in_short(one) for one in before), escalated(party))))


def _in_short(one: EscalationFigure) -> str:
    ended = f": {enclosed(one.outcome.label)}" if one.outcome else ""
    up = one.rung if one.goes_up else f"Brought down to {enclosed(one.rung)}"
    return full_stop(f"{up}, {dated(one.stepped_on)}{ended}")


def escalation(one: EscalationFigure) -> str:
    """One step on the ladder: the rung, when, to whom, why, by when a reply is due and what came of it."""
    words = one.rung if one.goes_up else f"Brought down to {enclosed(one.rung)}"
    particulars = [dated(one.stepped_on), _to(one.to_whom), one.document]
    words += f", {', '.join(filter(None, particulars))}"
    if one.why:
        words += f": {plain(one.why).rstrip('.')}"
    if one.outcome:
        words += f"; {enclosed(one.outcome.label)}, {dated(one.outcome_on)}"
    elif one.reply_due_on:
        words += f"; reply due {short_date(one.reply_due_on)}"
    return full_stop(words) + (f" {full_stop(plain(one.words))}" if one.words else "")


def _to(whom: str) -> str:
    """`to the executive group`; a name that begins with capitals keeps them."""
    return f"to {enclosed(whom) if whom.startswith('The ') else whom}" if whom else ""


def moved(one: MoveFigure) -> str:
    """One date moved: from when to when, on which day, who asked, why and who agreed."""
    words = f"Date moved from {short_date(one.from_on)} to" if one.from_on else "Date set to"
    words += f" {dated(one.to_on)}"
    asked = f"asked for by {one.asked_by}" if one.asked_by else ""
    agreed = f"agreed by {one.agreed_by}" if one.agreed_by else "agreed" if one.agreed_on else ""
    agreed += f" on {short_date(one.agreed_on)}" if one.agreed_on else ""
    words = ", ".join(filter(None, (words, asked, agreed)))
    return full_stop(f"{words}: {plain(one.why)}" if one.why else words)


def asked_more(party: PartyFigure, masthead: Masthead) -> list[str]:
    """What more was asked of a party, each time with its day."""
    lead = in_voice("I asked for more", masthead)
    return [
        full_stop(", ".join(filter(None, (lead, short_date(one.asked_on)))) + f": {plain(one.question)}")
        for one in party.asked
    ]


def said(party: PartyFigure, masthead: Masthead, in_full_at: str) -> list[str]:
    """All that passed between a party and me, in the order of its days: answers, and what more was asked."""
    lines = [(one.came_on, 0, answered(one, masthead, in_full_at)) for one in party.answers]
    again = asked_more(party, masthead)
    lines += [(one.asked_on, 1, words) for one, words in zip(party.asked, again, strict=True)]
    ordered = sorted(lines, key=lambda line: (line[0] or date.max, line[1]))
    return [words for *_, words in ordered]
