"""One finding in full: what works, who could use it, and what became of it."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.domain.dates import short_date
from scrutineer.domain.reference import short
from scrutineer.ui.activities.found import MAY_BE_PASSED_ON, next_steps
from scrutineer.ui.activities.words import HEADINGS, challenge_words
from scrutineer.ui.list_screen import EVERY_CHANGE, RecordDetail
from scrutineer.ui.tools import look_of
from scrutineer.ui.widgets.prose import Prose

_LARGER = {FindingKind.STRENGTH: 1.4}      # good news is the largest thing on the screen
_LARGE = 1.15


class FindingDetail(RecordDetail):
    """Written anew from the register each time."""

    def write(self, id_: str) -> None:
        """Everything about one finding."""
        finding = self.register.findings.get(id_)
        activity = self.register.activities.find(finding.activity_id)
        names = self.register.desk.names()
        agencies = ", ".join(names[one] for one in finding.agency_ids if one in names)
        self.kicker(" · ".join(filter(None, (
            HEADINGS[finding.kind], agencies, short_date(activity.held_on) if activity else "",
            "private to me" if "text" in finding.private else "",
        ))))  # fmt: skip
        self.add(self._large(finding))
        if finding.themes:
            self.words(", ".join(finding.themes), "small")
        self.steps([*next_steps(finding), EVERY_CHANGE], id_)
        if finding.kind in MAY_BE_PASSED_ON:
            self._further_life(finding)
        if activity:
            made = self.link("activity", activity.id, short(activity.reference), "activities")
            self.links("From", [(made, activity.title)])
        self.links("What was asked because of it", [
            (self.link("challenge", one.id, challenge_words(one), "challenges"), one.title)
            for one in self.register.challenges.all(finding_id=id_)
        ])
        self.notes(id_)

    def _large(self, finding: Finding) -> Prose:
        words = Prose(self.tools.ask_to_open, fits=True)
        words.setAccessibleName(HEADINGS[finding.kind])
        font = QFont(self.font())
        font.setPointSizeF(QFontInfo(font).pointSizeF() * _LARGER.get(finding.kind, _LARGE))
        words.setFont(font)
        words.say(look_of(finding.text).html)
        return words

    def _further_life(self, finding: Finding) -> None:
        self.section("Who could use this")
        if finding.who_could_use:
            self.words(finding.who_could_use)
        else:
            self.words("Nobody is named yet; Edit is the place to say who.", "soft")
        if finding.passed_on_on:
            self.section("Passed on")
            self.words(f"To {finding.passed_on_to}, on {short_date(finding.passed_on_on)}.")
        if finding.thanked_on:
            self.section("Thanked")
            self.words(f"On {short_date(finding.thanked_on)}.")
