"""The register: the one façade through which screens, papers and the command line reach the record.

One attribute a noun; nothing here holds a rule or a query of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, Self

from scrutineer.domain.dates import WorkingDays, utc_now
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import Partnership, Scrutineer
from scrutineer.domain.records import BY_KIND
from scrutineer.register import agency_page, dossier, figures, story
from scrutineer.register.actions import Actions, Notes, Undertakings
from scrutineer.register.activities import Activities, Findings
from scrutineer.register.agency_page import AgencyPage
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Changed, Desk
from scrutineer.register.dossier import Dossier
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
from scrutineer.register.replies import Replies
from scrutineer.register.safekeeping import SafeKeeping
from scrutineer.register.story import FieldChange, Happening
from scrutineer.register.today import Today, TodayPage
from scrutineer.storage import search
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
        self.contacts = Contacts(desk)
        self.bodies = Bodies(desk)
        self.meetings = Meetings(desk)
        self.activities = Activities(desk)
        self.findings = Findings(desk)
        self.challenges = Challenges(desk)
        self.replies = Replies(desk, self.challenges)
        self.actions = Actions(desk)
        self.notes = Notes(desk)
        self.undertakings = Undertakings(desk)
        self.papers = Papers(desk)
        self.safekeeping = SafeKeeping(desk)
        self.figures = figures.Freezer(desk, self.challenges, self.papers, self.appointments)
        self.drafts = Drafts(record.database)
        self._today_page = TodayPage(desk, self.challenges, self.meetings)

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
        serving = register.scrutineers.serving()
        if len(serving) == 1:
            register.sit(serving[0].id)
        return register

    def sit(self, scrutineer_id: str) -> None:
        """Say whose record today's is; asked at unlock when there are several."""
        self.desk.me = scrutineer_id
        self._record.seat(scrutineer_id)

    @property
    def path(self) -> Path:
        """The file."""
        return self._record.path

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

    def find(self, words: str) -> list[Hit]:
        """Records by their words, best first; a note leads to what it is about."""
        names, read = self.desk.names(), self.desk.reader.get
        found = [read(BY_KIND[kind], id_) for kind, id_ in search.find(self._record.database, words)]
        return [Hit(*_place_of(one), self.figures.title_of(one, names)) for one in found]

    def story_of(self, challenge_id: str) -> list[Happening]:
        """What happened to a challenge, the newest first."""
        return story.of_challenge(self.desk, self.challenges, challenge_id)

    def dossier_of(self, challenge_id: str) -> Dossier:
        """A challenge with its parties, what each said and may do next, and its story. Raises NotFound."""
        return dossier.of_challenge(self.desk, self.challenges, challenge_id)

    def agency_page(self, agency_id: str) -> AgencyPage:
        """An agency with what works there, what was asked of it, and its people. Raises NotFound."""
        return agency_page.read(self.desk, self.challenges, agency_id)

    def challenges_of(self, ids: Iterable[str]) -> frozenset[str]:
        """The challenges to which these records belong."""
        return dossier.challenges_of(self.desk, ids)

    def changes_of(self, *entities: Entity) -> list[FieldChange]:
        """Every value of these records that ever changed, the newest first."""
        return story.changes(self.desk, *(entity.id for entity in entities))

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
