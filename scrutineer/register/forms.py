"""What an activity's own short form holds: answers to its prompts, gradings and readings of data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.activity_form import FormEntry, Grading, Prompt, Reading, ShortForm
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.inheritance import inherit
from scrutineer.domain.text import opening
from scrutineer.register.desk import Desk, Records

Row = TypeVar("Row", Grading, Reading)


class FormEntries(Records[FormEntry]):
    """Answers to prompts."""

    cls = FormEntry

    def of(self, activity_id: str) -> list[FormEntry]:
        """The answers of an activity, in the order in which they are asked."""
        order = list(Prompt)
        return sorted(self.all(activity_id=activity_id), key=lambda one: order.index(one.prompt))

    def save_form(
        self, activity_id: str, answers: Mapping[Prompt, str], private: Collection[Prompt] = ()
    ) -> list[FormEntry]:
        """Write the answers to these prompts; an empty one is taken away. Prompts not named stay as they are.

        Those in `private` are for me alone.
        """
        kept = {one.prompt: one for one in self.all(activity_id=activity_id)}
        with self.desk.act() as act:
            for prompt, text in answers.items():
                before = kept.get(prompt)
                if text.strip():
                    begun = before or FormEntry(activity_id=activity_id, prompt=prompt)
                    act.put(replace(begun, text=text, private=("text",) if prompt in private else ()))
                elif before:
                    act.remove(before)
        return self.of(activity_id)


class Gradings(Records[Grading]):
    """Agencies' own grades beside the moderated ones."""

    cls = Grading

    def of(self, activity_id: str) -> list[Grading]:
        """The gradings of an activity, in the order in which they were typed."""
        return sorted(self.all(activity_id=activity_id), key=lambda one: one.place)

    def save_all(self, activity_id: str, rows: Iterable[Grading]) -> list[Grading]:
        """Write the gradings of an activity in the place of those that it had. Blank rows are left out."""
        placed = [replace(row, place=place) for place, row in enumerate(row for row in rows if not row.is_blank)]
        _write_rows(self, activity_id, placed)
        return self.of(activity_id)


class Readings(Records[Reading]):
    """Figures that were read."""

    cls = Reading

    def of(self, activity_id: str) -> list[Reading]:
        """The readings of an activity, in the order in which they came."""
        return self.all(activity_id=activity_id)

    def save_all(self, activity_id: str, rows: Iterable[Reading]) -> list[Reading]:
        """Write the readings of an activity in the place of those that it had. Blank rows are left out.

        Without a day of its own, a figure was read on the day of the activity. Raises Invalid, at `short_form`.
        """
        activity = self.desk.reader.find(Activity, activity_id)
        read_on = activity.held_on if activity else None
        filled = [
            replace(row, read_on=row.read_on or read_on, scrutineer_id=row.scrutineer_id or self.desk.me)
            for row in rows if not row.is_blank
        ]
        if any(not row.indicator.strip() for row in filled):
            raise Invalid([Problem("short_form", "Say of each figure what it counts: its indicator.")])
        _write_rows(self, activity_id, filled)
        return self.of(activity_id)

    def to_challenge(self, reading_id: str) -> Challenge:
        """A challenge drafted from the question that a figure raised; nothing is written yet."""
        reading = self.get(reading_id)
        activity = self.desk.reader.find(Activity, reading.activity_id)
        begun = Challenge(
            title=opening(reading.question), text=reading.question, why_it_matters=_figure(reading),
            activity_id=reading.activity_id, meeting_id=activity.meeting_id if activity else None,
            forum=activity.title if activity else "",
        )
        return inherit(begun, activity)

    def keep_question(self, reading_id: str) -> Finding:
        """Keep the question that a figure raised as a finding of its activity; one that is kept stays as it is.

        Raises Invalid when there is no question.
        """
        reading = self.get(reading_id)
        if not reading.question.strip():
            raise Invalid([Problem("question", "There is no question to keep.")])
        with self.desk.act() as act:
            if kept := self.kept_question(reading):
                return kept
            agencies = (reading.agency_id,) if reading.agency_id else ()
            begun = Finding(
                kind=FindingKind.QUESTION, text=reading.question, activity_id=reading.activity_id,
                agency_ids=agencies, scrutineer_id=self.desk.me,
                private=("text",) if "question" in reading.private else (),
            )
            return act.put(inherit(begun, self.desk.reader.find(Activity, reading.activity_id)))

    def kept_question(self, reading: Reading) -> Finding | None:
        """The finding as which the question of a figure was kept: the words tell."""
        kept = self.desk.reader.all(Finding, activity_id=reading.activity_id, kind=FindingKind.QUESTION)
        return next((one for one in kept if one.text == reading.question), None)


class Forms:
    """Short forms as a whole: read and written together."""

    def __init__(self, desk: Desk, entries: FormEntries, gradings: Gradings, readings: Readings) -> None:
        self._desk = desk
        self._entries = entries
        self._gradings = gradings
        self._readings = readings

    def of(self, activity_id: str) -> ShortForm:
        """What an activity's short form holds."""
        entries = self._entries.of(activity_id)
        return ShortForm(
            {one.prompt: one.text for one in entries}, tuple(self._gradings.of(activity_id)),
            tuple(self._readings.of(activity_id)), frozenset(one.prompt for one in entries if one.private),
        )

    def save(self, activity_id: str, form: ShortForm) -> None:
        """Write a short form, all of it: what it does not hold is taken away. Raises Invalid."""
        with self._desk.act():
            self._entries.save_form(activity_id, {one: form.answers.get(one, "") for one in Prompt}, form.private)
            self._gradings.save_all(activity_id, form.gradings)
            self._readings.save_all(activity_id, form.readings)


def _write_rows(records: Records[Row], activity_id: str, rows: Iterable[Row]) -> None:
    kept = {row.id: replace(row, activity_id=activity_id) for row in rows}
    with records.desk.act() as act:
        for one in records.all(activity_id=activity_id):
            if one.id not in kept:
                act.remove(one)
        for row in kept.values():
            act.put(row)


def _figure(reading: Reading) -> str:
    """`Return-home interviews, quarter 2: 61 % (performance report)`."""
    said = ", ".join(filter(None, (reading.indicator, reading.period)))
    value = f": {reading.value}" if reading.value else ""
    source = f" ({reading.source})" if reading.source else ""
    return f"{said}{value}{source}"
