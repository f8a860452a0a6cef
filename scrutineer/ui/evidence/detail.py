"""One piece of evidence in full: what it is, where it is held, what it shows and about what, and its files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtWidgets import QPushButton

from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity, label_of
from scrutineer.domain.evidence import Attachment, Evidence, in_megabytes
from scrutineer.domain.records import said
from scrutineer.domain.reply import Reply
from scrutineer.domain.serving import label_for
from scrutineer.domain.update import ProgressUpdate
from scrutineer.ui.evidence.words import about_what, counts, name_of, title_of
from scrutineer.ui.list_screen import EVERY_CHANGE, RecordDetail, edit
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.steps import Step
from scrutineer.ui.widgets.words import Words

_FACTS = ("held_by", "where_held")
_OF_A_FILE = (Step("open_file", "Open"), Step("save_file", "Save a copy"))
_OF_THE_LATEST = (Step("new_version", "Add a new version", quiet=True), Step("take_out", "Take it out", quiet=True))


class EvidenceDetail(RecordDetail):
    """Written anew from the register each time."""

    def write(self, id_: str) -> None:
        """Everything about one source."""
        register = self.register
        source = register.evidence.linked(id_)
        kind, is_independent = register.evidence.as_shown(source)
        self._head(source)
        chips = [Chip(label_for(kind, register.partnership.serves))]
        if isinstance(source, Evidence):
            chips.append(Chip(source.strength.label))
        self.chips(chips)
        self.words(counts(kind, is_independent=is_independent), "small")
        self._steps(source)
        if isinstance(source, Evidence):
            self._entry(source)
        elif text := getattr(source, "text", "") or getattr(source, "note", ""):
            self.narrative(text)
        self._links(id_)
        self._files(register.attachments.of(id_))
        self.notes(id_)

    def _head(self, source: Entity) -> None:
        days = (getattr(source, name, None) for name in ("dated_on", "held_on", "received_on", "noted_on"))
        day = next(filter(None, days), None)
        self.kicker(" · ".join(filter(None, (name_of(source), short_date(day)))))
        self.title(title_of(self.register, source).removeprefix(f"{getattr(source, 'reference', '')} "))

    def _steps(self, source: Entity) -> None:
        found = [Step("link_to", "Say what it shows")]
        mends = [edit("edit_entry")] if isinstance(source, Evidence) else []
        if isinstance(source, ProgressUpdate):
            found.append(Step("open", "Open what it is about"))
        elif self._stands_elsewhere(source):
            found.append(Step("open", f"Open the {said(type(source))}"))
        if isinstance(source, Evidence | Reply):
            found.append(Step("add_file", "Add a file"))
        self.steps([*found, *mends, EVERY_CHANGE], source.id)

    def _stands_elsewhere(self, source: Entity) -> bool:
        """Whether it is read in a room of its own; a holding reply is not, before it belongs to a challenge."""
        if isinstance(source, Reply):
            return bool(self.register.challenges_of([source.id]))
        return not isinstance(source, Evidence)

    def _entry(self, entry: Evidence) -> None:
        if entry.text.strip():
            self.section(label_of(Evidence, "text") + (" · private to me" if "text" in entry.private else ""))
            self.narrative(entry.text)
        agency = self.register.desk.names().get(entry.agency_id or "", "")
        facts = [(label_of(Evidence, name), getattr(entry, name)) for name in _FACTS]
        for label, words in [("Agency", agency), *facts]:
            if words:
                self.section(label)
                self.words(words)
        if entry.is_sampled:
            self.words(f"{label_of(Evidence, 'is_sampled')}.", "soft")

    def _links(self, id_: str) -> None:
        self.section("Shows something about")
        links = self.register.evidence.used_by(id_)
        if not links:
            self.words("Nothing is linked to it yet.", "soft")
        for one in links:
            subject = self.register.evidence.linked(one.subject_id or "")
            words = about_what(self.register, subject)
            self.words(f"{words[:1].upper()}{words[1:]}", "strong")
            self.words(one.shows or "What it shows is not said yet.", "" if one.shows else "soft")
            row = FlowRow()
            row.add(self._asking("open", "Open", subject.id, words))
            row.add(self._asking("unlink", "Take this link back", one.id, words))
            self.add(row)

    def _asking(self, code: str, words: str, id_: str, about: str) -> QPushButton:
        """A small button for one of several records on the sheet; a screen reader hears which."""
        made = button(words, f"{code}-{id_}", small=code == "open", quiet=code != "open")
        made.setAccessibleName(f"{words}: {about}")
        made.clicked.connect(lambda: self.acted.emit(code, id_))
        return made

    def _files(self, files: Iterable[Attachment]) -> None:
        """Each file once, with its newest version on top and the earlier ones beneath."""
        by_name = sorted(files, key=lambda one: (one.file_name.casefold(), -one.version))
        if by_name:
            self.section("Files kept in this record")
        for _, versions in groupby(by_name, key=lambda one: one.file_name.casefold()):
            self._file(list(versions))

    def _file(self, versions: Sequence[Attachment]) -> None:
        for number, one in enumerate(versions):
            is_latest = number == 0
            which = f"version {one.version}, " if len(versions) > 1 or one.version > 1 else ""
            if is_latest:
                self.words(one.file_name, "strong")
            self.words(f"{which}{in_megabytes(one.size)}, added on {short_date(one.received_on)}", "small")
            if one.note:
                self.words(one.note)
            self.add(_Digest(one))
            self.steps([*_OF_A_FILE, *(_OF_THE_LATEST if is_latest else ())], one.id)


class _Digest(FlowRow):
    """The beginning of a file's digest, and all of it when it is asked for."""

    def __init__(self, file: Attachment) -> None:
        super().__init__()
        self._digest = file.sha256
        self._words = Words(f"SHA-256 begins with {file.sha256[:8]}", "small")
        self._whole = button("Show the whole", f"digest-{file.id}", quiet=True)
        self._whole.setAccessibleName(f"Show the whole digest of {file.file_name}, version {file.version}")
        self._whole.clicked.connect(self._show)
        self.add(self._words)
        self.add(self._whole)

    def _show(self) -> None:
        self._words.say(f"SHA-256 {self._digest}")
        self._whole.hide()
