"""What an activity's own short form holds: answers to its prompts, gradings and readings of data."""

from __future__ import annotations

from scrutineer.domain.activity_form import FormEntry, Grading, Reading
from scrutineer.register.desk import Records


class FormEntries(Records[FormEntry]):
    """Answers to prompts."""

    cls = FormEntry


class Gradings(Records[Grading]):
    """Agencies' own grades beside the moderated ones."""

    cls = Grading


class Readings(Records[Reading]):
    """Figures that were read."""

    cls = Reading
