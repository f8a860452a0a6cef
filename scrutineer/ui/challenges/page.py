"""The Challenges screen: who owes an answer. The list on the left, one challenge with its parties on the right.

It routes: the list is told by `columns`, the right side is written by `detail`, each step asks on its own sheet.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent

from scrutineer.domain.challenge import Priority
from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.lines import ChallengeLine
from scrutineer.ui import theme
from scrutineer.ui.challenges.columns import FILTERS, chosen, columns, narrowed, tally
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.challenges.grounds import OPEN
from scrutineer.ui.challenges.steps import STEPS
from scrutineer.ui.list_screen import STILL_READING
from scrutineer.ui.reading import WHOLE, Reading
from scrutineer.ui.screen import Screen
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.filter_bar import Choice, FilterBar
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.table import RecordTable

_NONE_YET = (
    "Questions that you put to agencies stand here, with what each of them answered. "
    "To put one takes its words, to whom, and the date."
)
NONE_LEFT = {
    "open": "Nothing is open: every challenge that was put has ended.",
    "awaited": "Nobody’s answer is late.",
    "me": "Nothing waits for you here.",
    "testing": "Nothing is being tested now.",
    "drafts": "There is no draft.",
    "closed": "Nothing has ended yet.",
    "all": _NONE_YET,
}  # fmt: skip
_NARROWED = "No challenge under “{}” matches the agency and priority that are chosen."
_CALLED = {"answer": "reply"}      # what the window calls a step that it offers everywhere
_MANY = 2000      # from so many changed records on, everything is read again


class ChallengesScreen(Screen):
    """List, filters and detail."""

    title = "Challenges"
    question = "Who owes an answer?"
    shows = frozenset({
        "challenge", "addressee", "reply", "response", "action", "note", "rewording", "status_event", "extension",
        "escalation_step", "rung", "progress_update", "retest", "evidence", "evidence_link", "attachment",
        "agency", "agency_group", "body", "partnership", "feedback",
    })  # fmt: skip

    def build(self) -> None:
        """Header, filters, list and detail."""
        challenges = self.register.challenges
        self.reading = Reading(challenges.ids, challenges.lines, self.may_read, WHOLE, self)
        self.reading.came.connect(self._list_further)
        self.reading.ended.connect(self._end)
        self._shown = ""
        self._several = button("Several at once", "several", quiet=True)
        self._several.clicked.connect(lambda: self.wanted.emit("several", ""))
        record = button("Record an answer", "record-answer")
        record.clicked.connect(lambda: self.wanted.emit("reply", ""))
        put = button("Put a challenge", "put", primary=True, icon="add")
        put.clicked.connect(lambda: self.wanted.emit("put", ""))
        self.add_to_header(self._several)
        self.add_to_header(record)
        self.add_to_header(put)
        self._filters = FilterBar(FILTERS)
        self._filters.add_menu("agency", "Agency", [])
        self._filters.add_menu("priority", "Priority", [Choice(one.value, one.label) for one in Priority])
        self._filters.changed.connect(self._filter)
        self.add(self._filters)
        self._empty = Empty(_NONE_YET, "Put a challenge")
        self._empty.wanted.connect(lambda: self.wanted.emit("put", ""))
        self._table = RecordTable(columns(self.register.today), "Challenges", empty=self._empty)
        self._table.selected.connect(self._show)
        self._table.opened.connect(self._enter)
        self._detail = ChallengeDetail(self.tools)
        # Queued, because the button that was pressed is gone once the challenge is shown anew.
        self._detail.asked.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self._both = ListAndDetail(self._table, self._detail, self.tools.preferences.splitter("challenges"))
        self._both.moved.connect(lambda state: self.tools.preferences.keep_splitter("challenges", state))
        self._both.covered.connect(self.make_room)
        self.step_aside(self._filters)
        self.add(self._both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where lines are few, several at once is left to the menu."""
        super().resizeEvent(event)
        self._several.setVisible(not theme.is_low(self))

    def refresh(self, ids: frozenset[str]) -> None:
        """Read every line, or those of the challenges to which these records belong."""
        concerned = self.register.challenges_of(ids) if 0 < len(ids) < _MANY else frozenset()
        if concerned:
            self._read_some(concerned)
        else:
            self._read_all()
        if self._shown and (not concerned or self._shown in concerned):
            self._show(self._shown)

    def _read_all(self) -> None:
        has_moved = self.reading.begin({self._shown})
        agencies = [Choice(one.id, one.called) for one in self.register.agencies.current()]
        self._filters.add_menu("agency", "Agency", agencies)
        if has_moved:
            self._list()
        else:
            self._filters.count_later()
        QTimer.singleShot(0, self, self._choose_first)      # the list is painted first

    def _read_some(self, ids: frozenset[str]) -> None:
        """Changed lines keep their place, new ones come first; what was filtered stays until it is asked again.

        A line that is still to be read anyway is left to its turn.
        """
        reading = self.reading
        fresh = {one.id: one for one in self.register.challenges.lines(ids) if not reading.awaits(one.id)}
        new = {id_: line for id_, line in fresh.items() if id_ not in reading.lines}
        gone = (ids & reading.lines.keys()) - fresh.keys()
        reading.lines.update({id_: line for id_, line in fresh.items() if id_ not in new})
        reading.put_first(new)
        for id_ in gone:
            del reading.lines[id_]
        if new or gone:
            self._list()
            self._table.select(next(iter(new), ""))
        else:
            self._table.replace(fresh.values())
            self._count(self._narrowed(reading.lines.values()))

    def _narrowed(self, lines: Iterable[ChallengeLine]) -> list[ChallengeLine]:
        agency, priority = self._filters.chosen_in("agency"), self._filters.chosen_in("priority")
        return narrowed(lines, agency, priority) if agency or priority else list(lines)

    def _count(self, lines: list[ChallengeLine]) -> None:
        if self.reading.is_under_way:
            self._filters.count_later()
        else:
            self._filters.count(tally(lines, self.register.today()))

    def _list(self) -> None:
        lines = self._narrowed(self.reading.lines.values())
        self._count(lines)
        self._empty.say(self._why_empty(is_narrowed=len(lines) < len(self.reading.lines)))
        self._table.show_lines(chosen(lines, self._filters.chosen, self.register.today()))

    def _list_further(self, new: list[ChallengeLine], changed: list[ChallengeLine]) -> None:
        """A piece of a long list has come: what is new stands at the end."""
        self._table.append(chosen(self._narrowed(new), self._filters.chosen, self.register.today()))
        self._table.replace(changed)
        self._choose_first()

    def _end(self, has_moved: bool) -> None:
        """The last piece has come. A list whose lines have moved is put in order."""
        if has_moved or not self._table.lines.rowCount():
            self._list()
        else:
            self._count(self._narrowed(self.reading.lines.values()))

    def _filter(self) -> None:
        self._list()
        self._choose_first()

    def _why_empty(self, *, is_narrowed: bool) -> str:
        """What to say where no line is left."""
        if self.reading.is_under_way:
            return STILL_READING
        if is_narrowed:
            label = next(choice.label for choice in FILTERS if choice.code == self._filters.chosen)
            return _NARROWED.format(label)
        return NONE_LEFT[self._filters.chosen] if self.reading.lines else _NONE_YET

    def _choose_first(self) -> None:
        if not self._table.selected_id() and self._both.shows_both():
            self._table.select_first()

    def open(self, _kind: str, id_: str) -> None:
        """Show a challenge, or the one to which a party, an answer or an action belongs."""
        found = self.register.challenges_of([id_])
        for challenge_id in found:
            self.reading.fetch(challenge_id)
            if not self._table.select(challenge_id):
                self._filters.widen("all")
                self._table.select(challenge_id)
            if challenge_id != self._shown:
                self._show(challenge_id)
            self._enter(challenge_id)

    def _show(self, challenge_id: str) -> None:
        again, self._shown = challenge_id == self._shown, challenge_id
        if challenge_id in self.reading.lines:
            self._detail.show_dossier(self.register.dossier_of(challenge_id), in_place=again)
        else:
            self._shown = ""
            self._detail.invite()

    def _enter(self, _challenge_id: str) -> None:
        self._both.open_detail()
        self._detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, code: str, id_: str) -> None:
        """A step of the detail: the way to another room, one of the window's own deeds, or one of ours."""
        if code == OPEN:
            self.open_requested.emit("evidence", id_)
            return
        if code not in STEPS:
            self.wanted.emit(_CALLED.get(code, code), id_)
        else:
            try:
                said = STEPS[code](self.tools, self, id_)
            except ScrutineerError as error:
                self.tools.messages.show_error(error)
                return
            if said:
                self.tools.say(said)
        self._detail.setFocus(Qt.FocusReason.OtherFocusReason)
