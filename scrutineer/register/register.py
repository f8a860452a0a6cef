"""The register: the one façade through which screens, papers and the command line reach the record.

One attribute a noun; nothing here holds a rule or a query of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, Self

from scrutineer.domain.dates import WorkingDays, long_date, utc_now
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import NotFound, ScrutineerError
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import Partnership, Scrutineer
from scrutineer.domain.owed import Owed
from scrutineer.domain.progress import Progress, no_progress
from scrutineer.domain.records import BY_KIND
from scrutineer.register import agency_page, changes, dossier, figures, owed, story
from scrutineer.register.actions import Actions, Notes, Undertakings
from scrutineer.register.activities import Activities, Findings
from scrutineer.register.agency_page import AgencyPage
from scrutineer.register.attachments import Attachments
from scrutineer.register.briefs import Briefs
from scrutineer.register.challenges import Challenges
from scrutineer.register.changes import EveryChange, FieldChange
from scrutineer.register.conflicts import Conflicts
from scrutineer.register.courses import Courses
from scrutineer.register.coverage import Coverage
from scrutineer.register.culture import CultureAnswers, CultureRounds, CultureStatements, FeedbackKept
from scrutineer.register.days import Time
from scrutineer.register.desk import Changed, Desk
from scrutineer.register.dossier import Dossier
from scrutineer.register.escalations import Escalations
from scrutineer.register.evidence import EvidenceKept
from scrutineer.register.extensions import Extensions
from scrutineer.register.forms import FormEntries, Forms, Gradings, Readings
from scrutineer.register.frameworks import Frameworks, LocalWordings
from scrutineer.register.judgements import Confirmations, Judgements
from scrutineer.register.judging import Judging
from scrutineer.register.learning import Adoptions, Learning, Voices
from scrutineer.register.meeting_making import Makers
from scrutineer.register.meeting_pages import MeetingPages
from scrutineer.register.mending import Mending
from scrutineer.register.methods import Methods
from scrutineer.register.organisation import (
    Agencies,
    Appointments,
    Bodies,
    ClosedDaysKept,
    Contacts,
    Groups,
    Meetings,
    Partnerships,
    Periods,
    Scrutineers,
)
from scrutineer.register.papers import Papers
from scrutineer.register.parties import Parties
from scrutineer.register.plans import PlanItems, PlanVersions, Priorities
from scrutineer.register.principles import PrincipleExamples, Principles
from scrutineer.register.recommendations import Recommendations
from scrutineer.register.reminders import Reminders
from scrutineer.register.replies import Replies
from scrutineer.register.retests import Retests
from scrutineer.register.safekeeping import SafeKeeping
from scrutineer.register.story import Happening
from scrutineer.register.successions import Successions
from scrutineer.register.system_figures import Nouns, SystemFreezer
from scrutineer.register.titles import Titles
from scrutineer.register.today.page import TodayPage, concerned
from scrutineer.register.today.rows import Rows, Today
from scrutineer.register.updates import Updates
from scrutineer.storage.as_at import as_at
from scrutineer.storage.drafts import Drafts
from scrutineer.storage.record import Record


class Hit(NamedTuple):
    """One record found by its words: its kind, its id, and what it is called."""

    kind: str
    id: str
    title: str


class Register:
    """An open record, and everything that can be done with it."""

    def __init__(self, record: Record, today: Callable[[], date] = date.today) -> None:
        self._record = record
        self.desk = desk = Desk(record, today)
        self.partnerships = Partnerships(desk)
        self.scrutineers = Scrutineers(desk)
        self.appointments = Appointments(desk)
        self.periods = Periods(desk)
        self.closed_days = ClosedDaysKept(desk)
        self.agencies = Agencies(desk)
        self.groups = Groups(desk)
        self.successions = Successions(desk)
        self.contacts = Contacts(desk)
        self.bodies = Bodies(desk)
        self.meetings = Meetings(desk)
        self._system_and_culture(desk)
        self.findings = Findings(desk)
        self.evidence = EvidenceKept(desk)
        self.learning = Learning(desk)
        self.adoptions = Adoptions(desk, self.evidence)
        self.voices = Voices(desk)
        self.judgements = Judgements(desk, self.evidence, self.frameworks)
        self.confirmations = Confirmations(desk, self.evidence, self.frameworks)
        self.judging = Judging(desk, self.judgements, self.confirmations, self.frameworks, self.evidence)
        self.attachments = Attachments(desk)
        self.courses = Courses(desk, self.evidence)
        self.challenges = Challenges(desk, self.courses)
        self.replies = Replies(desk, self.challenges, self.courses)
        self.extensions = Extensions(desk)
        self.escalations = Escalations(desk, self.courses)
        self.updates = Updates(desk, self.evidence)
        self.actions = Actions(desk, self.updates, self.extensions)
        self.retests = Retests(desk, self.courses, self.evidence)
        self.notes = Notes(desk)
        self.undertakings = Undertakings(desk)
        self.meeting_pages = MeetingPages(desk, Makers(
            self.challenges, self.courses, self.replies, self.activities, self.recommendations, self.undertakings,
        ))  # fmt: skip
        self.mending = Mending(desk, self.courses)
        self.reminders = Reminders(desk, self.challenges, self.notes)
        self._what_leaves(desk)
        self.drafts = Drafts(record.database)
        self._today_page = TodayPage(desk)

    def _what_leaves(self, desk: Desk) -> None:
        self.papers = Papers(desk)
        self.parties = Parties(desk, self.challenges)
        self.safekeeping = SafeKeeping(desk)
        self.figures = figures.Freezer(
            desk, self.challenges, self.papers, self.appointments, SystemFreezer(desk, Nouns(
                self.judgements, self.judging, self.frameworks, self.recommendations, self.plan_items, self.coverage,
                self.culture_rounds, self.feedback, self.principles, self.principle_examples,
            )),
        )  # fmt: skip
        self.briefs = Briefs(desk, self.figures)

    def _system_and_culture(self, desk: Desk) -> None:
        self.local_wordings = LocalWordings(desk)
        self.frameworks = Frameworks(desk, self.local_wordings)
        self.principles = Principles(desk)
        self.principle_examples = PrincipleExamples(desk)
        self.priorities = Priorities(desk)
        self.methods = Methods(desk)
        self.form_entries = FormEntries(desk)
        self.gradings = Gradings(desk)
        self.readings = Readings(desk)
        self.forms = Forms(desk, self.form_entries, self.gradings, self.readings)
        self.activities = Activities(desk, self.forms)
        self.plan_items = PlanItems(desk, self.activities)
        self.plan_versions = PlanVersions(desk, self.plan_items)
        self.time = Time(desk)
        self.recommendations = Recommendations(desk)
        self.conflicts = Conflicts(desk)
        self.culture_statements = CultureStatements(desk)
        self.culture_rounds = CultureRounds(desk, self.culture_statements)
        self.culture_answers = CultureAnswers(desk)
        self.feedback = FeedbackKept(desk)
        self.coverage = Coverage(desk, self.frameworks)

    @classmethod
    def begin(
        cls, path: Path, passphrase: str, partnership: Partnership, scrutineer: Scrutineer,
        *, today: Callable[[], date] = date.today, now: Callable[[], datetime] = utc_now,
    ) -> Self:
        """A new record in a new file, with its partnership and first scrutineer, at work.

        Raises Invalid, CannotWrite, DiskFull; then no file is left.
        """
        record = Record.create(path, passphrase, now)
        try:
            register = cls(record, today)
            register.sit(scrutineer.id)
            with register.desk.act() as act:
                act.put(partnership)
                act.put(scrutineer)
            register.periods.ensure_quarters(today())
        except ScrutineerError:
            record.close()
            path.unlink(missing_ok=True)
            raise
        return register

    @classmethod
    def open(
        cls, path: Path, passphrase: str,
        *, today: Callable[[], date] = date.today, now: Callable[[], datetime] = utc_now,
    ) -> Self:
        """An existing record. Raises what `Record.open` raises; the file is then as it was."""
        register = cls(Record.open(path, passphrase, now), today)
        register._sit_when_alone()
        return register

    def as_at(self, day: date, progress: Progress = no_progress) -> Self:
        """This register as it stood at the end of a day, to be read only; it is closed by itself, or with this one.

        From today on it is as it is now. Raises NotFound for a day before the record was begun, Cancelled.
        """
        day = min(day, self.today())
        past = type(self)(as_at(self._record, day, progress), lambda: day)
        if not past.desk.reader.all(Partnership, with_deleted=True):
            past.close()
            raise NotFound(f"There was no record yet on {long_date(day)}.", "Choose a later day.")
        past.desk.me = self.desk.me
        past._sit_when_alone()
        return past

    def _sit_when_alone(self) -> None:
        serving = self.scrutineers.serving()
        if len(serving) == 1:
            self.sit(serving[0].id)

    def sit(self, scrutineer_id: str) -> None:
        """Say whose record today's is; asked at unlock when there are several."""
        self.desk.me = scrutineer_id
        self._record.seat(scrutineer_id)

    @property
    def path(self) -> Path:
        """The file."""
        return self._record.path

    @property
    def stood_on(self) -> date | None:
        """The day at whose end it stood like this; None for the register as it is, which can be written."""
        return self._record.stood_on

    @property
    def partnership(self) -> Partnership:
        """The partnership whose record this is."""
        return self.desk.partnership

    def today(self) -> date:
        """The day at this desk."""
        return self.desk.today()

    def working_days(self) -> WorkingDays:
        """The partnership's working days."""
        return self.desk.calendar

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self._record.now()

    def today_page(self) -> Today:
        """Monday morning in one look."""
        return self._today_page.read()

    def today_cards(self, kinds: Collection[str]) -> dict[str, Rows]:
        """The cards of that page that a change in these kinds of record concerns, by their codes."""
        return self._today_page.cards(concerned(kinds))

    def today_in_parts(self, codes: Collection[str]) -> Iterator[dict[str, Rows]]:
        """Some cards of that page, one part of the reading after the other; a part may bring none."""
        return self._today_page.in_parts(codes)

    def owed(self) -> Owed:
        """Who owes what today, as the business unit is told."""
        return owed.owed(self.desk, self.challenges, self.figures.masthead())

    def is_begun(self, kind: str) -> bool:
        """Whether the record holds anything of a kind, such as `agency`."""
        return self._today_page.is_begun(kind)

    def find(self, words: str) -> list[Hit]:
        """Records by their words, best first; a note leads to what it is about."""
        names, read = self.desk.names(), self.desk.reader.get
        found = [read(BY_KIND[kind], id_) for kind, id_ in self._record.find(words)]
        return [Hit(*_place_of(one), self.figures.title_of(one, names)) for one in found]

    def story_of(self, challenge_id: str) -> list[Happening]:
        """What happened to a challenge, the newest first."""
        return story.of_challenge(self.desk, self.challenges, challenge_id)

    def dossier_of(self, challenge_id: str) -> Dossier:
        """A challenge with its parties, what each said and may do next, and its story. Raises NotFound."""
        sources = dossier.Sources(
            self.challenges, self.courses, self.evidence, self.extensions, self.escalations, self.updates, self.retests,
            self.attachments,
        )
        return dossier.of_challenge(self.desk, sources, challenge_id)

    def agency_page(self, agency_id: str) -> AgencyPage:
        """An agency with what works there, what was asked of it, and its people. Raises NotFound."""
        return agency_page.read(self.desk, self.challenges, agency_id)

    def challenges_of(self, ids: Iterable[str]) -> frozenset[str]:
        """The challenges to which these records belong."""
        return dossier.challenges_of(self.desk, ids)

    def changes_of(self, *entities: Entity) -> list[FieldChange]:
        """Every value of these records that ever changed, the newest first."""
        return changes.changes(self.desk, self._titles(), entities)

    def every_change_of(self, id_: str) -> EveryChange:
        """Every change of one record, of any kind, and of what belongs to it, the newest first. Raises NotFound."""
        return changes.of_record(self.desk, self._titles(), id_)

    def _titles(self) -> Titles:
        return Titles(self.desk, self.challenges, self.desk.names())

    def on_change(self, listener: Callable[[Changed], None]) -> None:
        """Call this after every commit, with the kinds and ids that changed."""
        self._record.gate.listeners.append(listener)

    def announce(self, kind: str) -> None:
        """Tell the listeners of something kept beside the record's content, such as a new `backup`."""
        for listener in tuple(self._record.gate.listeners):
            listener(Changed(frozenset({kind}), frozenset()))

    def lent_to(self, worker: int) -> AbstractContextManager[None]:
        """Hand the record to a worker thread, by its identity, for as long as the block lasts."""
        return self._record.lent_to(worker)

    @property
    def is_lent(self) -> bool:
        """Whether a worker has the record now, so that nothing may be asked of it here."""
        return self.desk.record.database.is_lent

    def has_passphrase(self, passphrase: str) -> bool:
        """Whether these words open this record."""
        return self._record.has_passphrase(passphrase)

    def close(self) -> None:
        """Let go of the file."""
        self._record.close()


def _place_of(entity: Entity) -> tuple[str, str]:
    """The kind and id of the record in which this one is read."""
    if isinstance(entity, Note) and entity.subject_id:
        return entity.subject_kind, entity.subject_id
    return entity.KIND, entity.id
