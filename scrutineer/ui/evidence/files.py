"""Files kept in the record: opened as a copy that does no harm and does not stay, saved, added to, taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from PySide6.QtWidgets import QWidget

from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import CannotWrite, Invalid, Problem
from scrutineer.domain.evidence import Attachment, in_megabytes
from scrutineer.domain.reply import Response
from scrutineer.domain.text import listed
from scrutineer.exchange.dropped import Dropped
from scrutineer.exchange.opened import is_safe_to_open, safe_name
from scrutineer.ui.dropping import Dropping
from scrutineer.ui.evidence.files_field import FilesField
from scrutineer.ui.evidence.words import title_of
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

_NOT_OPENED = (
    "“{}” is of a kind that is not opened from here, because it could run as a program. Save a copy only if you know "
    "who sent it."
)


@dataclass(frozen=True, kw_only=True)
class Adding(Entity):
    """What the sheets about files ask; it is never stored as such."""

    files: tuple[Dropped, ...] = field(default=(), metadata={"label": "File"})
    note: str = said("About this version")
    why: str = said("Why", required=True)


def open_file(tools: Tools, parent: QWidget, attachment_id: str) -> str:
    """Open a copy; of a kind that is not safe to open a copy can be saved."""
    attachment = tools.register.attachments.get(attachment_id)
    if not is_safe_to_open(attachment.file_name):
        sentence = _NOT_OPENED.format(attachment.file_name)
        wanted = tools.messages.ask("Save a copy", sentence, "Save a copy")
        return save_file(tools, parent, attachment_id) if wanted else ""
    if not tools.open_copy(attachment.file_name, tools.register.attachments.content(attachment)):
        return f"No program of this computer opens “{attachment.file_name}”. Save a copy of it instead."
    return f"A copy of “{attachment.file_name}” is opened to be read. Changes made in it are not kept."


def save_file(tools: Tools, _parent: QWidget, attachment_id: str) -> str:
    """Save a copy where the person says."""
    attachments, preferences = tools.register.attachments, tools.preferences
    attachment = attachments.get(attachment_id)
    data = attachments.content(attachment)
    name = safe_name(attachment.file_name)
    path = tools.messages.file_to_save("Save a copy", preferences.last_folder / name, "All files (*)")
    if path is None:
        return ""
    preferences.last_folder = path.parent
    _write(data, path)
    return f"A copy is saved as “{path.name}”. It lies outside the record, and is yours to delete."


def add(tools: Tools, parent: QWidget, subject_id: str) -> str:
    """Keep a file, or several, with an entry or a reply; the id of an answer means the reply it is part of."""
    subject = tools.register.evidence.linked(subject_id)
    if isinstance(subject, Response):
        subject = tools.register.replies.get(subject.reply_id)
    called = title_of(tools.register, subject)

    def keep(typed: Adding) -> list[Attachment]:
        return [tools.register.attachments.attach(subject, one.file_name, one.data, typed.note)
                for one in typed.files]  # fmt: skip

    kept = _ask(tools, parent, ("Add a file", called, f"file:{subject_id}"), keep)
    names = listed([f"“{one.file_name}” ({in_megabytes(one.size)})" for one in kept])
    return f"Kept in the record: {names}." if kept else ""


def add_version(tools: Tools, parent: QWidget, attachment_id: str) -> str:
    """Keep a newer version of a file beside the earlier ones, under the same name."""
    attachments = tools.register.attachments
    before = attachments.get(attachment_id)
    subject = tools.register.evidence.linked(before.subject_id or "")

    def keep(typed: Adding) -> list[Attachment]:
        (file,) = typed.files
        ending, theirs = Path(before.file_name).suffix.lower(), Path(file.file_name).suffix.lower()
        if ending != theirs:
            sentence = f"This is another kind of file than “{before.file_name}”: add it as a file of its own."
            raise Invalid([Problem("files", sentence)])
        return [attachments.attach(subject, before.file_name, file.data, typed.note)]

    kept = _ask(tools, parent, ("Add a new version", before.file_name, f"version:{attachment_id}"), keep, one_only=True)
    if not kept:
        return ""
    if kept[0].id == before.id or kept[0].version <= before.version:
        return f"That is what is kept already, as version {kept[0].version}."
    return f"Version {kept[0].version} of “{before.file_name}” is kept; the earlier ones stay."


def take_out(tools: Tools, parent: QWidget, attachment_id: str) -> str:
    """Let a file go, with a reason."""
    attachments = tools.register.attachments
    attachment = attachments.get(attachment_id)
    form = Form(Adding, ["why"], tools.desk)
    form.load(Adding())
    question = (
        f"“{attachment.file_name}”, version {attachment.version}. Its name and digest stay in the history; what it "
        "holds goes from the record. Older backups hold it still."
    )
    shown = sheet(
        tools, parent, "Take the file out", question, form,
        lambda: attachments.let_go(attachment_id, form.values()["why"]), save_words="Take it out",
    )  # fmt: skip
    return f"“{attachment.file_name}” is taken out of the record." if shown.ask() else ""


def _ask(
    tools: Tools, parent: QWidget, words: tuple[str, str, str], keep: Callable[[Adding], list[Attachment]],
    *, one_only: bool = False,
) -> list[Attachment]:
    """Ask for files and a note; `words` are the title, what it is about, and the place of the draft."""
    title, called, draft = words
    files, kept = FilesField(tools, one_only=one_only), list[Attachment]()
    form = Form(Adding, [("files", files), "note"], tools.desk)
    form.load(Adding())

    def save() -> None:
        typed = form.replace(Adding())
        if not typed.files:
            raise Invalid([Problem("files", "Choose the file.")])
        with tools.register.desk.act():
            kept.extend(keep(typed))

    shown = sheet(tools, parent, title, called, form, save, save_words="Keep", draft=draft)
    Dropping(shown, files.take, on_fields=True)
    return kept if shown.ask() else []


def _write(data: bytes, path: Path) -> None:
    """The whole file or nothing; the person was asked before another one gives way. Raises CannotWrite."""
    draft = path.with_name(f".{token_hex(8)}.part")
    try:
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"“{path.name}” could not be saved in “{path.parent}”.",
            "The folder may be full, read-only or not yours. The file is safe in the record; choose another place.",
        ) from error
