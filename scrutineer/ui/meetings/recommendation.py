"""One recommendation in full: its words, what was decided, what follows, and whether it is what people do now."""

from __future__ import annotations

from scrutineer.domain.action import Action
from scrutineer.domain.dates import near_date, short_date
from scrutineer.domain.recommendation import Decision, Embedded, Recommendation, RecommendationSource
from scrutineer.domain.reference import short
from scrutineer.domain.serving import label_for
from scrutineer.ui.actions.columns import what
from scrutineer.ui.evidence.words import account, name_of, title_of
from scrutineer.ui.list_screen import EVERY_CHANGE, RecordDetail, edit
from scrutineer.ui.meetings.columns import SIGNS
from scrutineer.ui.tools import look_of
from scrutineer.ui.widgets.chip import Chip, Sign
from scrutineer.ui.widgets.steps import Step

_NOT_DECIDED = "it awaits a decision."


class RecommendationDetail(RecordDetail):
    """Written anew from the register each time."""

    def write(self, id_: str) -> None:
        """Everything about one recommendation."""
        register = self.register
        one = register.recommendations.get(id_)
        names = register.desk.names()
        source = "" if one.source is RecommendationSource.SCRUTINEER else one.source.label
        agencies = ", ".join(names[id_] for id_ in one.agency_ids if id_ in names)
        self.kicker(" · ".join(filter(None, (
            one.reference, source, one.source_title, f"for {agencies}" if agencies else "",
        ))))  # fmt: skip
        self.headline(look_of(one.wording).html)
        due = f"to be done by {near_date(one.due_on, register.today())}" if one.due_on else ""
        self.chips([Chip(one.decision.label)], due)
        self.steps(self._steps(one), id_)
        self._decided(one)
        self._follows(id_)
        self._became(one)
        if paper := register.papers.find(one.paper_id):
            made = self.link("paper", paper.id, short(paper.reference), "papers")
            self.links("Written in", [(made, paper.title)])
        self.notes(id_)

    def _steps(self, one: Recommendation) -> list[Step]:
        is_awaited, is_taken_up = one.decision is Decision.AWAITED, one.decision.is_taken_up
        decide = Step("decide", "Note the decision" if is_awaited else "Change the decision", primary=is_awaited)
        missing = "" if is_taken_up else _NOT_DECIDED if is_awaited else "it was declined."
        return [
            decide, Step("follow", "Add an action", missing),
            Step("embed", "Test whether it is embedded", missing), Step("link_evidence", "Link evidence"),
            edit("recommend"), EVERY_CHANGE,
        ]  # fmt: skip

    def _decided(self, one: Recommendation) -> None:
        if one.decision is Decision.AWAITED:
            return
        self.section("What was decided")
        where = self.register.recommendations.meeting_called(one.meeting_id) or short_date(one.decided_on)
        minute = f"minute {one.minute_ref}" if one.minute_ref else "no minute yet"
        self.words(f"{one.decision.label}: {where} ({minute}).")
        if one.decision is Decision.AMENDED:
            self.section("As first written")
            self.narrative(one.text)
        if one.reason:
            self.section("The reason given")
            self.narrative(one.reason)
        if one.meeting_id:
            self.links("", [(self.link("meeting", one.meeting_id, "Open the meeting", "meetings"), "")])

    def _follows(self, id_: str) -> None:
        found = self.register.recommendations.actions_of(id_)
        names = self.register.desk.names()
        self.section("What follows from it")
        if not found:
            self.words("No action yet.", "soft")
        for action in found:
            self.links("", [(self.link("action", action.id, action.status.label, "actions"), _said(action, names))])

    def _became(self, one: Recommendation) -> None:
        self.section("Has it become what people do?")
        day = f"looked at on {short_date(one.embedded_on)}" if one.embedded is not Embedded.NOT_TESTED else ""
        self.chips([Chip(one.embedded.label, SIGNS.get(one.embedded, Sign.STEP))], day)
        if one.seen:
            self.narrative(one.seen)
        self.links("What shows it", [
            (self.link("evidence", shown.source.id, name_of(shown.source), "evidence"), " · ".join(filter(None, (
                title_of(self.register, shown.source), label_for(shown.kind, self.register.partnership.serves),
                account(shown.kind, is_independent=shown.is_independent), shown.link.shows,
            ))))
            for shown in self.register.evidence.shown(one.id)
        ])  # fmt: skip


def _said(action: Action, names: dict[str, str]) -> str:
    """`LA: name a reader, due 4 Dec 2026`."""
    whom = names.get(action.agency_id or "", "")
    due = f"due {short_date(action.due_on)}" if action.due_on else ""
    return ", ".join(filter(None, (f"{whom}: {what(action.text)}" if whom else what(action.text), due)))
