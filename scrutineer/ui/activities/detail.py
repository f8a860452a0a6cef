"""One activity to read: what it was, what was found there with strengths first, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.dates import short_date
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted
from scrutineer.domain.year import in_days
from scrutineer.ui.activities import told
from scrutineer.ui.activities.found import Found
from scrutineer.ui.activities.words import HEADINGS, challenge_words, invited, led
from scrutineer.ui.assurance import asked_back
from scrutineer.ui.classifying import framework_items
from scrutineer.ui.list_screen import EVERY_CHANGE, RecordDetail, edit
from scrutineer.ui.tools import look_of
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.steps import Step


class ActivityDetail(RecordDetail):
    """Written anew from the register each time."""

    def write(self, id_: str) -> None:
        """Everything about one activity."""
        activity = self.register.activities.get(id_)
        self._head(activity)
        self._steps(activity)
        self._text(activity, "purpose", "Purpose")
        self._text(activity, "lines_of_enquiry", "Lines of enquiry")
        challenges = self.register.challenges.all(activity_id=id_)
        self._findings(activity, challenges)
        told.tell(self, self.register.forms.of(id_))
        self._text(activity, "note", "Note")
        self._more(activity)
        if activity.is_done:
            self._feedback(activity)
            asked_back.write(self, self.register.feedback.of(id_), id_, self.acted.emit)
        self._text(activity, "reflection", "My reflection")
        self.links("Put from here", [
            (self.link("challenge", one.id, challenge_words(one), "challenges"), one.title)
            for one in challenges if not one.finding_id
        ])
        self.notes(id_)

    def _head(self, activity: Activity) -> None:
        serves = self.register.partnership.serves
        about = (activity.reference, short_date(activity.held_on), activity.place, label_for(activity.type, serves),
                 activity.level.label)  # fmt: skip
        self.kicker(" · ".join(filter(None, about)))
        self.title(activity.title)
        chips = [Chip(activity.status.label)]
        if words := invited(activity.asked_by, serves):
            chips.append(Chip(words))
        self.chips(chips, led(activity, serves))
        names = self.register.desk.names()
        if agencies := ", ".join(names[one] for one in activity.agency_ids if one in names):
            self.words(agencies)
        if classified := self._classified(activity):
            self.words(classified, "small")

    def _classified(self, activity: Activity) -> str:
        """Its themes, priorities, framework items, and the method that it is done with."""
        register = self.register
        priorities = [one.title for one in register.priorities.all() if one.id in activity.priority_ids]
        items = {option.id: option.label for option in framework_items(register, activity.framework_items)}
        method = register.methods.find(activity.method_id)
        return " · ".join((
            *activity.themes, *priorities, *(items[one] for one in activity.framework_items),
            *([f"Method: {method.title}"] if method else []),
        ))  # fmt: skip

    def _steps(self, activity: Activity) -> None:
        if activity.is_done:
            steps = [Step("add", "Add what I found")]
        else:
            steps = [Step("note", "Note what I saw", primary=activity.is_ahead), Step("brief", "Visit brief")]
        steps += [Step("make_method", "Make it a method", quiet=True), edit(), EVERY_CHANGE]
        self.steps(steps, activity.id)

    def _text(self, activity: Activity, name: str, label: str) -> None:
        text = getattr(activity, name)
        if text:
            self.section(f"{label} · private to me" if name in activity.private else label)
            self.narrative(text)

    def _findings(self, activity: Activity, challenges: Iterable[Challenge]) -> None:
        put: dict[str, list[Challenge]] = {}
        for challenge in challenges:
            put.setdefault(challenge.finding_id or "", []).append(challenge)
        names = self.register.desk.names()
        for kind, findings in groupby(self.register.activities.findings(activity.id), key=lambda one: one.kind):
            self.section(HEADINGS[kind])
            for finding in findings:
                shown = Found(finding, self._words_of(finding), _about(finding, activity, names))
                shown.acted.connect(self.acted)
                for adoption in self.register.adoptions.all(finding_id=finding.id):
                    shown.say(told.adopted(adoption, names))
                for challenge in put.get(finding.id, ()):
                    shown.buttons.add(self.link("challenge", challenge.id, challenge_words(challenge), "challenges"))
                self.add(shown)

    def _words_of(self, finding: Finding) -> Prose:
        words = Prose(self.tools.ask_to_open, fits=True)
        words.setAccessibleName(finding.kind.label)
        words.say(look_of(finding.text).html)
        return words

    def _more(self, activity: Activity) -> None:
        days = f"{in_days(activity.days)} of mine" if activity.days else ""
        if activity.people_met or days:
            self.section("People met, and my time")
            self.words(" · ".join(filter(None, (activity.people_met, days))))

    def _feedback(self, activity: Activity) -> None:
        self.section("Feedback")
        due_on, today = activity.feedback_due_on, self.register.today()
        if activity.feedback_sent_on:
            self.words(f"Given on {short_date(activity.feedback_sent_on)}.")
            return
        if due_on:
            late = self.register.working_days().between(due_on, today) if due_on < today else 0
            since = f" ({counted(late, 'working day')} ago)" if late > 0 else ""
            self.words(f"Promised by {short_date(due_on)}{since}", "clock" if due_on < today else "")
        self.steps([Step("feedback", "Give feedback")], activity.id)


def _about(finding: Finding, activity: Activity, names: dict[str, str]) -> str:
    """Its agencies, where they are not simply those of the activity, and its themes."""
    own = finding.agency_ids if finding.agency_ids != activity.agency_ids else ()
    agencies = ", ".join(names[one] for one in own if one in names)
    private = "private to me" if "text" in finding.private else ""
    return " · ".join(filter(None, (agencies, ", ".join(finding.themes), private)))
