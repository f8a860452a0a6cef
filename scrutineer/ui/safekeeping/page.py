"""Safe keeping: is it safe, and can I prove it? Backups, a check, bringing one back, and striking out.

It asks and shows; what makes the record safe is done by the register, long work beside the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scrutineer.domain.records import BY_KIND
from scrutineer.domain.text import counted
from scrutineer.register.safekeeping import Backup, Checked
from scrutineer.ui.safekeeping import back_up, backups, strike_out
from scrutineer.ui.safekeeping.backups import Made
from scrutineer.ui.safekeeping.borrowing import borrow
from scrutineer.ui.screen import Screen
from scrutineer.ui.widgets.card import Card, Cards
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import Panel, button
from scrutineer.ui.widgets.words import Words

_RECORDS = "Scrutineer record (*.scrutiny)"
_CHECK = (
    "Reads every page of the file, follows the history from its first line to its last, and compares the record with "
    "it. It changes nothing."
)
_RESTORE = (
    "Goes back to how things stood when a backup was made. This record is closed first, and a safety copy of it is "
    "laid beside it; you are asked for the backup’s passphrase."
)
_SAMPLE = "The demonstration is written anew each time, so there is nothing to bring back."
_STRIKE = (
    "For a child’s details entered by mistake, or an erasure that the law requires: the words go from the record and "
    "from its history, for good."
)


class SafeKeepingScreen(Screen):
    """The backups on one side, what proves and mends on the other."""

    title = "Safe keeping"
    question = "Is it safe, and can I prove it?"
    shows = frozenset({"backup", *BY_KIND})      # anything written makes the last backup older

    def build(self) -> None:
        """The button, the backups, and the three things that are done now and then."""
        make = button("Back up now", "back-up", primary=True, icon="safekeeping")
        make.clicked.connect(lambda _checked=False: back_up.ask(self.tools, self))
        self.add_to_header(make)
        self._state = Words("", "strong")
        self._folder = Words("", "soft")
        self._made = Card("Backups", "Each backup that you make is listed here, with where it lies.")
        self._made.acted.connect(self._act)
        self._made.opened.connect(lambda _kind, file: self._verify(Path(file)))
        self._checked = Words("Not checked since it was opened.", "soft")
        check = _Now("Check this record", _CHECK, "Check now", "check", self.check)
        check.body.insertWidget(check.body.count() - 1, self._checked)
        self._bring_back = _Now("Bring a backup back", _RESTORE, "Choose a backup", "restore", self._choose_backup)
        strike = _Now("Strike out", _STRIKE, "Strike out", "strike-out", self.strike_out)
        self.add(Cards([self._made, check, self._bring_back, strike], self._where()), 1, to_edge=True)

    def _where(self) -> QWidget:
        self._change = button("", "folder", small=True)
        self._change.clicked.connect(lambda _checked=False: self._choose_folder())
        row = FlowRow()
        row.add(self._folder)
        row.add(self._change)
        return Panel(self._state, row)

    def refresh(self, _ids: frozenset[str]) -> None:
        """Say how things stand, and look which backups are still there."""
        keeping = self.register.safekeeping
        if self.register.partnership.is_sample:
            self._bring_back.rule_out(_SAMPLE)
        made = keeping.made()
        self._state.say(_how_it_stands(made, keeping.changed_since_backup()))
        folder = self.tools.preferences.backup_folder
        self._folder.say(f"Backups go to {folder}" if folder else "No folder for backups was chosen yet.")
        self._change.setText("Choose another folder" if folder else "Choose a folder")
        shown = made[: backups.MOST_SHOWN]
        self._made.show_rows((), counted(len(made), "backup") + " made" if made else "")
        self.tools.jobs.run(lambda _progress: backups.look(shown), self._show_made)

    def _show_made(self, made: list[Made]) -> None:
        self._made.show_rows(backups.row(one, may_restore=not self.register.partnership.is_sample) for one in made)

    def _choose_folder(self) -> None:
        if back_up.choose_folder(self.tools):
            self.refresh(frozenset())

    # Proving

    def check(self) -> None:
        """Look this record over from end to end."""
        borrow(self.tools, self, "Checking this record", self.register.safekeeping.check, self._show_checked)

    def _show_checked(self, found: Checked) -> None:
        when = backups.moment(self.register.now())
        if found.faults:
            faults = "\n".join(found.faults)
            self._checked.say(f"Checked {when}: something is wrong. Bring back the newest backup.\n{faults}")
            return
        entries, lines = counted(found.records, "entry", "entries"), counted(found.lines, "line")
        self._checked.say(f"Checked {when}: whole. {entries}; the history’s {lines} prove them.")

    def _verify(self, file: Path) -> None:
        look_over = self.register.safekeeping.look_over
        self.tools.jobs.run(lambda progress: look_over(file, progress), self._say_verified, title="Checking a backup")

    def _say_verified(self, found: Backup) -> None:
        entries = counted(found.records, "entry", "entries")
        self.tools.say(f"“{found.path.name}” is whole: {entries}, written by {found.program}.")

    # Bringing back, and striking out

    def _act(self, code: str, _kind: str, file: str) -> None:
        if code == "verify":
            self._verify(Path(file))
        else:
            self._restore(Path(file))

    def _choose_backup(self) -> None:
        habits = self.tools.preferences
        start = habits.backup_folder or habits.last_folder
        file = self.tools.messages.file_to_open("Choose a backup", start, _RECORDS)
        if file:
            self._restore(file)

    def _restore(self, file: Path) -> None:
        if self.tools.messages.ask("Bring a backup back", _RESTORE, "Close this record and go on"):
            self.tools.restore(file)

    def strike_out(self) -> None:
        """Ask what is to be struck out, and say what was."""
        said = strike_out.ask(self.tools, self, "")
        if said:
            self.refresh(frozenset())
            self.tools.say(said)


class _Now(Panel):
    """Something that is done now and then: what it is, and the button."""

    def __init__(self, title: str, sentence: str, words: str, name: str, act: Callable[[], object]) -> None:
        self._sentence = Words(sentence, "soft")
        super().__init__(Words(title, "strong"), self._sentence)
        self._button = button(words, name)
        self._button.clicked.connect(lambda _checked=False: act())
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def rule_out(self, why: str) -> None:
        """It cannot be done here, and why."""
        self._sentence.say(why)
        self._button.setEnabled(False)


def _how_it_stands(made: Sequence[tuple[datetime, Path]], has_changed: bool) -> str:
    if not made:
        return "This record has not been backed up yet: it stands on this computer alone."
    since = "It has changed since." if has_changed else "Nothing has changed since."
    return f"Last backed up {backups.moment(made[0][0])}: opened and checked. {since}"
