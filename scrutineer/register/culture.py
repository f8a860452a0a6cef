"""How scrutiny feels: what people are asked, what they answered by level, and what was said of scrutiny itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from scrutineer.domain.activity import Activity, Level
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.culture import (
    SMALLEST_GROUP,
    CultureAnswer,
    CultureAspect,
    CultureRound,
    CultureStatement,
    Feedback,
)
from scrutineer.domain.culture_results import Result, results
from scrutineer.domain.culture_statements import parse
from scrutineer.domain.errors import Invalid, NotFound, Problem
from scrutineer.register.data_files import shipped
from scrutineer.register.desk import Desk, Records


class CultureStatements(Records[CultureStatement]):
    """What people are asked."""

    cls = CultureStatement

    def asked(self) -> list[CultureStatement]:
        """What is asked now, aspect by aspect."""
        return [one for one in self.in_order() if not one.is_left_out]

    def in_order(self) -> list[CultureStatement]:
        """Every statement ever asked, aspect by aspect."""
        aspects = list(CultureAspect)
        return sorted(self.all(), key=lambda one: (aspects.index(one.aspect), one.place))

    def begin(self) -> list[CultureStatement]:
        """Take over the statements that come with the program, where there is none yet; they can then be changed."""
        if not self.all():
            with self.desk.act() as act:
                for some in shipped("statements", parse).found.values():
                    for one in some:
                        act.put(CultureStatement(aspect=one.aspect, text=one.text, place=one.place))
        return self.asked()

    def word(self, wordings: Mapping[str, str], added: Mapping[CultureAspect, str]) -> None:
        """Word statements anew, by their ids; "" asks one no longer. New ones are added to their aspects.

        A statement that was answered keeps its answers, so that its wording should keep its meaning.
        """
        with self.desk.act() as act:
            for one in self.all():
                text = wordings.get(one.id, one.text).strip()
                act.put(replace(one, text=text or one.text, is_left_out=not text))
            place = max((one.place for one in self.all()), default=-1)
            for number, (aspect, text) in enumerate(added.items(), start=1):
                if text.strip():
                    act.put(CultureStatement(aspect=aspect, text=text.strip(), place=place + number))


class CultureRounds(Records[CultureRound]):
    """Times of asking, and what came of each."""

    cls = CultureRound

    def __init__(self, desk: Desk, statements: CultureStatements) -> None:
        super().__init__(desk)
        self._statements = statements

    def begin(self, asked: CultureRound) -> CultureRound:
        """Note that people were asked, when and how. Raises Invalid."""
        with self.desk.act() as act:
            self._statements.begin()
            return act.put(replace(asked, scrutineer_id=asked.scrutineer_id or self.desk.me))

    def latest(self) -> list[CultureRound]:
        """Every round, the latest first."""
        return sorted(self.all(), key=lambda one: one.asked_on or date.min, reverse=True)

    def results(self, round_id: str) -> list[Result]:
        """What may be shown of a round: never a group of fewer than five, nor what would let it be worked out."""
        answers = self.desk.reader.all(CultureAnswer, round_id=round_id)
        return results(self._statements.in_order(), answers)


class Given(NamedTuple):
    """What the people of one level answered to one statement."""

    agree: int = 0
    partly: int = 0
    disagree: int = 0
    examples: str = ""


class CultureAnswers(Records[CultureAnswer]):
    """How many said what."""

    cls = CultureAnswer

    def given(self, round_id: str, level: Level | None) -> dict[str, Given]:
        """What was entered for one level, by statement."""
        return {one.statement_id or "": Given(one.agree, one.partly, one.disagree, one.examples)
                for one in self.all(round_id=round_id, level=level)}  # fmt: skip

    def enter(self, round_id: str, level: Level | None, given: Mapping[str, Given]) -> None:
        """Enter what one level answered, in the place of what was entered before. Raises Invalid."""
        with self.desk.act() as act:
            known = {one.statement_id: one for one in self.all(round_id=round_id, level=level)}
            for statement_id, counts in given.items():
                before = known.get(statement_id)
                if counts == Given() and before is None:
                    continue
                one = before or CultureAnswer(round_id=round_id, statement_id=statement_id, level=level)
                act.put(replace(one, **counts._asdict()))


class FeedbackKept(Records[Feedback]):
    """Was it fair, did it help, and what did I change because of it?"""

    cls = Feedback

    def ask(self, subject_id: str, from_whom: str, on: date | None) -> Feedback:
        """Note that the two questions went out about an activity or a challenge. Raises Invalid, NotFound."""
        problems = []
        if not from_whom.strip():
            problems.append(Problem("from_whom", "Say whom you asked, by their role."))
        if on is None:
            problems.append(Problem("asked_on", "Say on which day you asked."))
        if problems:
            raise Invalid(problems)
        return self.save(Feedback(
            subject_kind=self._kind_of(subject_id), subject_id=subject_id, from_whom=from_whom, asked_on=on,
            scrutineer_id=self.desk.me,
        ))  # fmt: skip

    def note(self, said: Feedback) -> Feedback:
        """Note what they said of it. Raises Invalid when neither an answer nor a word is there, or no day; NotFound."""
        problems = []
        if said.answered_on is None:
            problems.append(Problem("answered_on", "Say on which day they said it."))
        if said.was_fair is None and said.did_help is None and not said.text.strip():
            problems.append(Problem("text", "Give one of the two answers, or their words."))
        if problems:
            raise Invalid(problems)
        kind = said.subject_kind or self._kind_of(said.subject_id or "")
        return self.save(replace(said, subject_kind=kind, scrutineer_id=said.scrutineer_id or self.desk.me))

    def changed(self, feedback_id: str, shaped: str) -> Feedback:
        """Say what I changed because of it."""
        return self.save(replace(self.get(feedback_id), shaped=shaped))

    def of(self, subject_id: str) -> list[Feedback]:
        """What was asked and said about one activity or challenge, in the order in which it came."""
        return self.all(subject_id=subject_id)

    def awaited(self) -> list[Feedback]:
        """Questions that are out, those asked first before the others."""
        return sorted((one for one in self.all() if one.is_awaited), key=_asked)

    def answered(self) -> list[Feedback]:
        """What came back, the latest first."""
        came = (one for one in self.all() if one.answered_on)
        return sorted(came, key=lambda one: one.answered_on or date.min, reverse=True)

    def about(self, feedback: Feedback) -> str:
        """What it is about, by its title; "" where that is gone."""
        return self._title(feedback.subject_id)

    def words_to_send(self, subject_id: str) -> str:
        """The two questions as a short text, to be copied or sent. Raises NotFound."""
        self._kind_of(subject_id)
        title = self._title(subject_id)
        return (f"May I ask two things about “{title}”{'' if title.endswith('?') else '?'}\n\n"
                "1. Was it fair?\n2. Did it help?\n\n"
                "A word is enough, and so is no answer. What you say is used to change how I do this, and it is "
                "never used to compare agencies.")  # fmt: skip

    def _kind_of(self, subject_id: str) -> str:
        for cls in (Activity, Challenge):
            if self.desk.reader.find(cls, subject_id):
                return cls.KIND
        raise NotFound("That record is no longer here.", "It may have been removed; go back to the list.")

    def _title(self, subject_id: str | None) -> str:
        read = self.desk.reader.find
        found = read(Activity, subject_id) or read(Challenge, subject_id)
        return found.title if found else ""


def _asked(one: Feedback) -> date:
    return one.asked_on or date.min


def tally(answers: Iterable[Feedback]) -> str:
    """`Of 6 who answered, 5 found it fair and 4 said that it helped`; "" while it would be of fewer than five."""
    came = [one for one in answers if one.was_fair or one.did_help]
    if len(came) < SMALLEST_GROUP:
        return ""
    fair = sum(one.was_fair is not None and one.was_fair.value == "yes" for one in came)
    helped = sum(one.did_help is not None and one.did_help.value == "yes" for one in came)
    return f"Of {len(came)} who answered, {fair or 'none'} found it fair and {helped or 'none'} said that it helped."
