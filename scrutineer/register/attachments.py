"""Files kept in the record: letters, e-mails, papers, with a reply or an entry of evidence, version by version."""

from __future__ import annotations

import hashlib

from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Damaged, Invalid, Problem
from scrutineer.domain.evidence import LARGEST_FILE, Attachment, in_megabytes
from scrutineer.domain.text import one_line
from scrutineer.register.desk import Records
from scrutineer.storage import contents


class Attachments(Records[Attachment]):
    """Attached files and their content."""

    cls = Attachment

    def attach(self, subject: Entity, file_name: str, data: bytes, note: str = "") -> Attachment:
        """Keep a file with a record; a file of the same name there before is its earlier version.

        The same content under the same name is kept once. Raises Invalid for an empty or too large file.
        """
        problems = []
        if not data:
            problems.append(Problem("file_name", "The file is empty, so there is nothing to keep."))
        if len(data) > LARGEST_FILE:
            problems.append(Problem("file_name", f"A file may have 25 MB; this one has {in_megabytes(len(data))}."))
        if problems:
            raise Invalid(problems)
        name, digest = one_line(file_name), hashlib.sha256(data).hexdigest()
        ever = self.desk.reader.all(Attachment, with_deleted=True, subject_id=subject.id)
        versions = [one for one in ever if one.file_name.casefold() == name.casefold()]
        kept = [one for one in versions if one.deleted_at is None]
        if kept and kept[-1].sha256 == digest:
            return kept[-1]
        with self.desk.act() as act:
            contents.keep(act.database, digest, data)
            return act.put(Attachment(
                subject_kind=subject.KIND, subject_id=subject.id, file_name=name,
                version=max((one.version for one in versions), default=0) + 1,
                size=len(data), sha256=digest, received_on=self.desk.today(), note=note, scrutineer_id=self.desk.me,
            ))

    def of(self, *subject_ids: str) -> list[Attachment]:
        """The files kept with some records, in the order in which they came."""
        return self.all(subject_id=subject_ids)

    def content(self, attachment: Attachment) -> bytes:
        """The file itself. Raises Damaged when it is not what was kept."""
        data = self.desk.record.content_of(attachment.sha256)
        if data is None or hashlib.sha256(data).hexdigest() != attachment.sha256:
            raise Damaged(f"“{attachment.file_name}” is not in the record as it was kept.", "Look for it in a backup.")
        return data

    def let_go(self, attachment_id: str, why: str) -> None:
        """Take a file out of the record: its name and digest stay in the history, its content goes. Raises Invalid."""
        if not one_line(why):
            raise Invalid([Problem("why", "Say why the file goes.")])
        self.remove(self.get(attachment_id), why)

    def remove(self, entity: Attachment, why: str = "") -> None:
        """Take one file out of every list; its content goes with the last that names it."""
        with self.desk.act(why) as act:
            act.remove(entity)
            if not self.all(sha256=entity.sha256):
                contents.forget(act.database, entity.sha256)
