"""One agreed action in full: what is reported, what I have seen, what shows it, its dates; or one promise of mine."""

from __future__ import annotations

from collections.abc import Sequence

from scrutineer.domain.action import Action
from scrutineer.domain.dates import near_date, short_date
from scrutineer.domain.extension import Extension
from scrutineer.domain.note import Undertaking
from scrutineer.domain.reference import short
from scrutineer.domain.text import counted
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.ui.actions.columns import what
from scrutineer.ui.evidence.words import account, name_of, title_of
from scrutineer.ui.list_screen import EVERY_CHANGE, RecordDetail, edit
from scrutineer.ui.tools import look_of
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.clock_words import ClockWords
from scrutineer.ui.widgets.detail import Event
from scrutineer.ui.widgets.steps import Step

_SEEN, _REPORTED = Step("seen", "Note what I saw"), Step("reported", "Note what they report")
_LINK = Step("link_evidence", "Link evidence")
_OPEN = (
    _REPORTED, _SEEN, _LINK, Step("move_action", "Move the date"), edit("change_action"),
    Step("drop", "Drop with a reason", quiet=True),
)  # fmt: skip
_SETTLED = (_SEEN, _LINK, _REPORTED)


class ActionDetail(RecordDetail):
    """Written anew from the register each time."""

    def write(self, id_: str) -> None:
        """Everything about one action, or about one promise."""
        action = self.register.actions.find(id_)
        if action:
            self._action(action)
        else:
            self._promise(self.register.undertakings.get(id_))
        self.notes(id_)

    def _action(self, action: Action) -> None:
        register, today = self.register, self.register.today()
        part = register.challenges.part(action.addressee_id) if action.addressee_id else None
        party = register.challenges.party_name(part) if part else register.desk.names().get(action.agency_id or "", "")
        self.kicker(" · ".join(filter(None, ("Agreed action", party, action.owner_role))))
        self.headline(look_of(action.text).html)
        chips = [Chip(action.status.label)]
        chips += [Chip(action.seen.label)] if action.seen else []
        self.chips(chips, "" if action.seen else "not looked at by me yet")
        if action.is_overdue(today):
            days = counted(register.working_days().between(action.due_on or today, today), "working day")
            self.add(ClockWords(f"awaited since {near_date(action.due_on, today)} ({days})"))
        elif action.due_on and not action.status.is_settled:
            self.words(f"due {near_date(action.due_on, today)}")
        elif not action.status.is_settled:
            self.words("no date yet", "soft")
        self.steps([*(_SETTLED if action.status.is_settled else _OPEN), EVERY_CHANGE], action.id)
        if action.measure:
            self.section("How it will be known")
            self.words(action.measure)
        updates = register.updates.of_actions([action.id])
        self._side(updates, Side.REPORTED, "The agency has reported nothing yet.")
        self._side(updates, Side.SEEN, "You have not noted yet what you saw.")
        self._shown_by([action.id, *(one.id for one in updates)])
        self._dates(action)
        if part and (whole := register.challenges.find(part.challenge_id)):
            made = self.link("addressee", part.id, short(whole.reference), "challenges")
            self.links("Agreed in answer to", [(made, whole.title)])
        if follows := register.recommendations.find(action.recommendation_id):
            made = self.link("recommendation", follows.id, short(follows.reference), "meetings")
            self.links("It follows from", [(made, what(follows.wording))])

    def _side(self, updates: Sequence[ProgressUpdate], side: Side, nothing: str) -> None:
        """The newest line first."""
        lines = [one for one in updates if one.side is side][::-1]
        self.section(side.label)
        if not lines:
            self.words(nothing, "soft")
        self.story([Event(short_date(one.noted_on), _said(one)) for one in lines])

    def _shown_by(self, ids: Sequence[str]) -> None:
        found = self.register.evidence.shown(*ids)
        self.links("What shows it", [
            (self.link("evidence", one.source.id, name_of(one.source), "evidence"), " · ".join(filter(None, (
                title_of(self.register, one.source), one.kind.label,
                account(one.kind, is_independent=one.is_independent), one.link.shows,
            ))))
            for one in found
        ])  # fmt: skip

    def _dates(self, action: Action) -> None:
        moves = self.register.extensions.of_actions([action.id]).get(action.id, [])
        if not moves:
            return
        self.section("Dates")
        words = self.register.extensions.ledger(action).in_words(self.register.working_days())
        self.words(f"{words[:1].upper()}{words[1:]}.")
        self.story([Event(short_date(one.agreed_on), _moved(one)) for one in moves[::-1]])

    def _promise(self, promise: Undertaking) -> None:
        register, today = self.register, self.register.today()
        whom = promise.to_whom or register.desk.names().get(promise.agency_id or "", "")
        self.kicker(" · ".join(filter(None, ("My promise", whom))))
        self.headline(look_of(promise.text).html)
        if promise.done_on:
            self.chips([Chip("Kept")], f"on {short_date(promise.done_on)}")
        elif promise.due_on:
            self.chips([Chip("To keep")], f"by {near_date(promise.due_on, today)}")
        else:
            self.chips([Chip("To keep")], "no date yet")
        kept = [] if promise.done_on else [Step("keep", "Kept", primary=True)]
        self.steps([*kept, edit("promise"), EVERY_CHANGE], promise.id)


def _said(one: ProgressUpdate) -> str:
    first = one.seen.label if one.seen else one.status.label if one.status else ""
    source = f"({one.source})" if one.source else ""
    return "\n".join(filter(None, (" ".join(filter(None, (first, source))), one.text)))


def _moved(one: Extension) -> str:
    dates = f"from {short_date(one.old_due_on)} to {short_date(one.new_due_on)}"
    asked = f"asked for by {one.asked_by}" if one.asked_by else ""
    agreed = f"agreed by {one.agreed_by}" if one.agreed_by else ""
    return "\n".join(filter(None, (f"Moved {dates}: {one.why}", ", ".join(filter(None, (asked, agreed))))))
