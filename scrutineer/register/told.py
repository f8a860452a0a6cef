"""Freezes “You said, we asked, they did”: the voices of a time or of one activity, for those who were heard.

Only voices of which is known when they were heard; words that somebody said only where leave was given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.figures import Masthead
from scrutineer.domain.learning import VoiceEntry, Whose, own_words
from scrutineer.domain.organisation import Agency, AgencyGroup, Body
from scrutineer.domain.told_figures import AskedTold, PartyTold, VoiceTold, YouSaid
from scrutineer.register.challenge_figures import ChallengeFigures, is_told
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk


def you_said(
    desk: Desk, challenges: Challenges, masthead: Masthead, starts_on: date, ends_on: date, activity: Activity | None
) -> YouSaid:
    """The voices heard from one day to another, or in one activity whenever it was, the latest first.

    Practitioners are left out unless their own activity is asked for. Raises Invalid when nothing can be told.
    """
    if ends_on < starts_on:
        raise Invalid([Problem("ends_on", "The last day lies before the first.")])
    telling = _Telling(desk, challenges)
    found = []
    for voice in desk.reader.all(VoiceEntry):
        finding = desk.reader.find(Finding, voice.finding_id)
        if finding is None or finding.kind is not FindingKind.VOICE or finding.deleted_at or voice.heard_on is None:
            continue
        is_in_time = starts_on <= voice.heard_on <= ends_on and voice.whose is not Whose.PRACTITIONER
        if finding.activity_id == activity.id if activity else is_in_time:
            found.append(telling.voice(voice, finding))
    told = [one for one in found if one.said or one.words]
    if not told:
        raise Invalid([Problem("", _nothing(bool(found)))])
    return YouSaid(
        masthead=masthead, frozen_at=desk.record.now(), serves=desk.partnership.serves,
        voices=tuple(sorted(told, key=lambda one: one.heard_on or date.min, reverse=True)),
        about=activity.title if activity else "",
    )


def _nothing(has_voices: bool) -> str:
    if has_voices:
        return "All that was heard is in their own words, and no leave to use them is on record; say it in yours."
    return "No voice here says yet when it was heard. Open it under Learning, and keep when and where."


class _Telling:
    """One reading of the record, with every name in full."""

    def __init__(self, desk: Desk, challenges: Challenges) -> None:
        read = desk.reader.all
        self._challenges = challenges
        self._figures = ChallengeFigures(desk, challenges)
        self._names = {one.id: one.name for one in read(Agency, with_deleted=True)}
        self._names |= {one.id: one.name for one in read(AgencyGroup, with_deleted=True)}
        self._names |= {one.id: one.name for one in read(Body, with_deleted=True)}

    def voice(self, raw: VoiceEntry, raw_finding: Finding) -> VoiceTold:
        """One voice; where what I wrote down quotes somebody, and no leave was given, it is not told."""
        voice, finding = raw.for_others(), raw_finding.for_others()
        is_quoted = bool(own_words(finding.text)) and not voice.is_leave_given
        asked = [one for one in self._figures.shelves.of(Challenge, "finding_id", finding.id) if is_told(one)]
        return VoiceTold(
            whose=voice.whose, heard_on=voice.heard_on, said="" if is_quoted else finding.text,
            words=voice.words if voice.is_leave_given else "", asked=voice.asked,
            questions=tuple(map(self._asked, asked)), happened=voice.happened, tell_by_on=voice.tell_by_on,
            told_on=voice.told_on,
        )

    def _asked(self, raw: Challenge) -> AskedTold:
        one = raw.for_others()
        parts = [part for part in self._figures.parts(raw) if part.status is not Status.WITHDRAWN]
        return AskedTold(
            question=one.text or one.title, put_for=one.put_for, parties=tuple(map(self._party, parts))
        )

    def _party(self, raw: Addressee) -> PartyTold:
        figure, part = self._figures.party(raw), raw.for_others()
        short_form = next((one.short_form for one in reversed(figure.answers) if one.short_form), "")
        return PartyTold(
            name=self._challenges.party_name(part, self._names), has_answered=bool(figure.answers),
            due_on=part.due_on if part.status.awaits_answer else None, is_over=part.status.is_ended,
            said=short_form, did=tuple(self._did(part)),
        )

    def _did(self, part: Addressee) -> Iterator[str]:
        """What changed, where that was seen and said; otherwise what was done."""
        if part.what_changed:
            yield part.what_changed
            return
        for action in self._figures.shelves.of(Action, "addressee_id", part.id):
            if action.status is ActionStatus.DONE and (words := action.for_others().text):
                yield words
