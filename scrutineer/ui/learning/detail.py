"""One finding in full: what works, who could use it and who took it up; what was heard, and what they were told."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.domain.dates import short_date
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.reference import short
from scrutineer.domain.serving import label_for
from scrutineer.register.learning import by_whom
from scrutineer.ui import theme
from scrutineer.ui.activities.found import MAY_BE_PASSED_ON
from scrutineer.ui.activities.words import HEADINGS, challenge_words
from scrutineer.ui.evidence.words import name_of, title_of
from scrutineer.ui.learning.steps import steps_for
from scrutineer.ui.learning.words import heard, told
from scrutineer.ui.list_screen import EVERY_CHANGE, RecordDetail
from scrutineer.ui.tools import look_of
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.steps import Step
from scrutineer.ui.widgets.words import Words

_TIMES = {FindingKind.STRENGTH: theme.TITLE}      # good news is the largest thing on the screen


class FindingDetail(RecordDetail):
    """Written anew from the register each time."""

    def write(self, id_: str) -> None:
        """Everything about one finding."""
        finding, voice = self.register.findings.get(id_), self.register.voices.of(id_)
        adoptions = self.register.adoptions.of(id_)
        activity = self.register.activities.find(finding.activity_id)
        self._head(finding, activity.held_on if activity else None)
        self.steps([*steps_for(finding, adoptions, voice), EVERY_CHANGE], id_)
        if finding.kind is FindingKind.VOICE:
            self._heard(voice)
        if finding.kind in MAY_BE_PASSED_ON:
            self._further_life(finding, adoptions)
        self._asked(id_, voice)
        if voice:
            self._told(voice)
        if activity:
            made = self.link("activity", activity.id, short(activity.reference), "activities")
            self.links("From", [(made, activity.title)])
        self.notes(id_)

    def _head(self, finding: Finding, held_on: date | None) -> None:
        names = self.register.desk.names()
        agencies = ", ".join(names[one] for one in finding.agency_ids if one in names)
        self.kicker(" · ".join(filter(None, (
            HEADINGS[finding.kind], agencies, short_date(held_on),
            "private to me" if "text" in finding.private else "",
        ))))  # fmt: skip
        self.headline(look_of(finding.text).html, _TIMES.get(finding.kind, theme.HEADING))
        if finding.themes:
            self.words(", ".join(finding.themes), "small")

    def _further_life(self, finding: Finding, adoptions: list[Adoption]) -> None:
        self.section("Who could use this")
        if finding.who_could_use:
            self.words(finding.who_could_use)
        else:
            self.words("Nobody is named yet; Edit is the place to say who.", "soft")
        if finding.passed_on_on:
            self.section("Passed on")
            self.words(f"To {finding.passed_on_to}, on {short_date(finding.passed_on_on)}.")
        if adoptions:
            self.section("Taken up by")
        for adoption in adoptions:
            self._taken_up(adoption)
        if finding.thanked_on:
            self.section("Thanked")
            self.words(f"On {short_date(finding.thanked_on)}.")
        if finding.practice_changed:
            self._labelled("What changed in practice", finding.practice_changed, "practice_changed" in finding.private)
            self.words(f"Since {short_date(finding.practice_changed_on)}.", "small")

    def _taken_up(self, adoption: Adoption) -> None:
        """Who, since when, what they do now, and what shows it."""
        row = FlowRow()
        row.add(Words(by_whom(adoption, self.register.desk.names()), "strong"))
        row.add(Words(f"since {short_date(adoption.adopted_on)}", "small"))
        self.add(row)
        if adoption.text:
            self.narrative(adoption.text)
        for shown in self.register.evidence.shown(adoption.id):
            row = FlowRow()
            row.add(self.link(shown.source.KIND, shown.source.id, name_of(shown.source), "evidence"))
            kind = label_for(shown.kind, self.register.partnership.serves)
            row.add(Words(f"{kind}: {title_of(self.register, shown.source)}", "small"))
            self.add(row)
        row = FlowRow()
        for code, words in (("change_adoption", "Edit"), ("link_evidence", "Link evidence")):
            made = button(words, f"{code}-{adoption.id}", quiet=True)
            made.clicked.connect(lambda _checked=False, code=code: self.acted.emit(code, adoption.id))
            row.add(made)
        self.add(row)

    def _heard(self, voice: VoiceEntry | None) -> None:
        self.section("When and where")
        if voice is None:
            self.words("Not kept yet. Once it is, what they said can go back to them with what came of it.", "soft")
            return
        self.words(heard(voice, self.register.partnership.serves))
        if voice.words:
            private = " · private to me" if "words" in voice.private else ""
            self.section(f"In their own words, with their leave{private}")
            self.quote(look_of(voice.words).html)

    def _asked(self, finding_id: str, voice: VoiceEntry | None) -> None:
        """In words, and as challenges."""
        label = "What was asked because of it"
        if voice and voice.asked:
            self._labelled(label, voice.asked, "asked" in voice.private)
            label = ""
        self.links(label, [
            (self.link("challenge", one.id, challenge_words(one), "challenges"), one.title)
            for one in self.register.challenges.all(finding_id=finding_id)
        ])

    def _told(self, voice: VoiceEntry) -> None:
        if voice.happened:
            self._labelled("What happened then", voice.happened, "happened" in voice.private)
        self.section("Told")
        words, is_late = told(voice, self.register.today(), self.register.working_days())
        self.words(words, "clock" if is_late else "")
        if not voice.told_on:
            self.steps([Step("tell", "They were told")], voice.id)

    def _labelled(self, label: str, text: str, is_private: bool) -> None:
        self.section(f"{label} · private to me" if is_private else label)
        self.narrative(text)
