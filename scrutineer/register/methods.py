"""Ways of looking that can be used again, and given away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scrutineer.domain.activity import Activity, ActivityStatus, Finding, FindingKind
from scrutineer.domain.activity_form import Grading, Reading
from scrutineer.domain.framework import ItemRef
from scrutineer.domain.method import Method
from scrutineer.domain.serving import label_for
from scrutineer.register.desk import Records


class Methods(Records[Method]):
    """Methods, own and brought in."""

    cls = Method

    def listed(self) -> list[Method]:
        """Every method, by its title."""
        return sorted(self.all(), key=lambda one: one.title.casefold())

    def begin(self, method_id: str) -> Activity:
        """An activity planned with a method, whose form and lines of enquiry it takes over; nothing is written yet."""
        return self.applied(Activity(status=ActivityStatus.PLANNED, private=("reflection",)), self.get(method_id))

    def applied(self, activity: Activity, method: Method) -> Activity:
        """An activity with what it takes over from a method; what is written there already stays."""
        return replace(
            activity, method_id=method.id, type=method.type,
            lines_of_enquiry=activity.lines_of_enquiry or method.for_others().lines_of_enquiry,
        )

    def from_activity(self, activity_id: str) -> Method:
        """A method drafted from an activity; nothing is written yet.

        It takes over the lines of enquiry, the questions that were asked there, and what was graded or read. Words
        that are private stay behind; whoever gives it away reads it once more.
        """
        activity = self.desk.reader.get(Activity, activity_id).for_others()
        lines = [activity.lines_of_enquiry.strip(), _bullets(self._questions(activity_id))]
        refs = [ItemRef.parse(one) for one in (*activity.framework_items, *self._standards(activity_id))]
        frameworks = dict.fromkeys(f"{ref.framework}@{ref.edition}" for ref in refs if ref)
        return Method(
            title=f"{label_for(activity.type, self.desk.partnership.serves)}: a method", type=activity.type,
            lines_of_enquiry="\n\n".join(filter(None, lines)), tool=_bullets(self._looked_at(activity_id)),
            framework=", ".join(frameworks),
        )

    def _questions(self, activity_id: str) -> Iterator[str]:
        for one in self.desk.reader.all(Finding, activity_id=activity_id, kind=FindingKind.QUESTION):
            yield one.for_others().text

    def _looked_at(self, activity_id: str) -> Iterator[str]:
        for grading in self.desk.reader.all(Grading, activity_id=activity_id):
            yield grading.aspect
        for reading in self.desk.reader.all(Reading, activity_id=activity_id):
            yield reading.indicator

    def _standards(self, activity_id: str) -> Iterator[str]:
        for grading in self.desk.reader.all(Grading, activity_id=activity_id):
            yield grading.framework_item


def _bullets(words: Iterator[str]) -> str:
    return "\n".join(f"- {one}" for one in dict.fromkeys(" ".join(text.split()) for text in words) if one)
