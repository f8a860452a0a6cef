"""One record of the plan in full: an item and what came of it, a plan as agreed, a priority, a principle, time."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity
from scrutineer.domain.plan import PlanItem, PlanLine, PlanVersion, Priority, Standing, TimeEntry
from scrutineer.domain.principle import Principle, PrincipleExample
from scrutineer.domain.reference import short
from scrutineer.domain.serving import label_for
from scrutineer.domain.year import Year, in_days, year_of
from scrutineer.ui.activities.words import invited, led
from scrutineer.ui.list_screen import EVERY_CHANGE, TAKE_OFF, RecordDetail, edit
from scrutineer.ui.plan.columns import about_time, agreed, called, span, when
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.steps import Step


class PlanDetail(RecordDetail):
    """Written anew from the register each time."""

    def entity(self, id_: str) -> Entity:
        """The record of any of these lists with this id. Raises NotFound."""
        register = self.register
        keepers = (register.plan_items, register.plan_versions, register.priorities, register.principles)
        return next((found for one in keepers if (found := one.find(id_))), None) or register.time.get(id_)

    def write(self, id_: str) -> None:
        """Everything about one record."""
        match self.entity(id_):
            case PlanItem():
                self._item(next(line for line in self.register.plan_items.lines() if line.id == id_))
            case PlanVersion() as version:
                self._version(version)
            case Priority() as priority:
                self._priority(priority)
            case Principle() as principle:
                self._principle(principle)
            case TimeEntry() as entry:
                self._time(entry)

    def _item(self, line: PlanLine) -> None:
        item, serves = line.item, self.register.partnership.serves
        self.kicker(" · ".join(filter(None, (when(line), label_for(item.type, serves), item.level.label))))
        self.title(item.title)
        chips = [Chip(line.standing.label)]
        if words := invited(item.asked_by, serves):
            chips.append(Chip(words))
        self.chips(chips, led(item, serves))
        if line.agencies:
            self.words(line.agencies)
        self._item_steps(line)
        self._text(item, "why", "Why")
        if item.status.needs_a_reason:
            self._text(item, "reason", "Why it was not done")
        self._item_days(line)
        for label, words in (("Priorities", line.priorities), ("Themes", ", ".join(item.themes))):
            if words:
                self.section(label)
                self.words(words)
        self._came_of_it(line)
        self.notes(item.id)

    def _item_steps(self, line: PlanLine) -> None:
        """What may be done next: where all begun is done, more may still be begun."""
        if line.item.status.is_settled:
            steps = [Step("put_back", "Put it back in the plan")]
        else:
            is_done = line.standing is Standing.DONE
            steps = [
                Step("begin", "Begin another activity" if line.activities else "Begin the activity",
                     primary=line.standing is Standing.PLANNED),
                Step("note", "Note what I saw"),
            ]
            steps += [] if is_done else [
                Step("mark_done", "Mark as done"), Step("roll_over", "Roll over"),
                Step("drop", "Drop with a reason", quiet=True),
            ]
        self.steps([*steps, edit(), EVERY_CHANGE], line.id)

    def _item_days(self, line: PlanLine) -> None:
        if line.item.days or line.spent:
            self.section("My days")
            words = [f"{in_days(line.item.days)} planned", f"{in_days(line.spent)} spent" if line.spent else ""]
            self.words(" · ".join(filter(None, words)))

    def _came_of_it(self, line: PlanLine) -> None:
        items = self.register.plan_items
        self.links("Begun from it", [
            (self.link("activity", one.id, short(one.reference), "activities"),
             f"{one.title} · {one.status.label.lower()} · {short_date(one.held_on)}")
            for one in line.activities
        ])
        before = items.find(line.item.moved_from_id)
        if before:
            self.links("Rolled over from", [(self._year_link(before), before.reason)])
        self.links("Rolled over to", [(self._year_link(one), one.title) for one in items.all(moved_from_id=line.id)])
        method = self.register.methods.find(line.item.method_id)
        if method:
            self.section("Method")
            self.words(method.title)

    def _year_link(self, item: PlanItem) -> QPushButton:
        return self.link(item.KIND, item.id, Year(item.year).label, "plan")

    def _version(self, version: PlanVersion) -> None:
        self.kicker(f"Agreed on {short_date(version.agreed_on)}{f' by {version.agreed_by}' * bool(version.agreed_by)}")
        self.title(called(version))
        self.steps([edit(), EVERY_CHANGE], version.id)
        self._text(version, "note", "What changed in it")
        self.section("The plan as agreed")
        self.narrative(version.text)

    def _priority(self, priority: Priority) -> None:
        self.kicker(span(priority))
        self.title(priority.title)
        self.steps([edit(), TAKE_OFF, EVERY_CHANGE], priority.id)
        self._text(priority, "text", "What it is about")
        named = [line for line in self.register.plan_items.lines() if priority.id in line.item.priority_ids]
        self.links("In the plan", [
            (self.link(line.item.KIND, line.id, when(line), "plan"),
             f"{line.item.title} · {line.standing.label.lower()}")
            for line in named
        ])
        done = [one for one in self.register.activities.all() if priority.id in one.priority_ids]
        self.links("Looked at", [
            (self.link("activity", one.id, short(one.reference), "activities"), one.title) for one in done
        ])

    def _principle(self, principle: Principle) -> None:
        register = self.register
        self.kicker(" · ".join(filter(None, (agreed(principle), principle.agreed_by))))
        self.title(principle.title)
        year = year_of(register.today())
        steps = [Step("example", "One example of living by it"), Step("edit", "Write the set anew"), EVERY_CHANGE]
        self.steps(steps, principle.id)
        self._text(principle, "text", "What it means here")
        if register.principle_examples.is_offered(principle.id):
            self.words(f"If you saw somebody live by it in {year.label}, one example is enough; the annual report can "
                       "tell it. None is owed.", "soft")  # fmt: skip
        for example in register.principle_examples.of(principle.id):
            self._example(example)
        earlier = [one for one in register.principles.versions() if one[0].version < principle.version]
        for others in earlier[::-1]:
            self.section(f"Before: {agreed(others[0])}")
            self.words("\n".join(one.title for one in others))

    def _example(self, example: PrincipleExample) -> None:
        self._text(example, "text", f"An example, {short_date(example.happened_on)}")
        activity = self.register.activities.find(example.activity_id)
        if activity:
            self.words(activity.title, "small")
        self.steps([Step("edit_example", "Edit this example", quiet=True)], example.id)

    def _time(self, entry: TimeEntry) -> None:
        self.kicker(short_date(entry.spent_on))
        self.title(entry.what or "Time spent")
        self.words(" · ".join(filter(None, (in_days(entry.days), about_time(self.register, entry)))))
        self.steps([edit(), TAKE_OFF, EVERY_CHANGE], entry.id)
        activity = self.register.activities.find(entry.activity_id)
        if activity:
            self.links("For", [
                (self.link("activity", activity.id, short(activity.reference), "activities"), activity.title),
            ])

    def _text(self, entity: Entity, name: str, label: str) -> None:
        text = getattr(entity, name)
        if text.strip():
            self.section(f"{label} · private to me" if name in entity.private else label)
            self.narrative(text)
