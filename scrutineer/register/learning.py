"""What became of what was found: strengths taken up elsewhere, and voices that were answered."""

from __future__ import annotations

from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.register.desk import Records


class Adoptions(Records[Adoption]):
    """Where strengths were taken up."""

    cls = Adoption


class Voices(Records[VoiceEntry]):
    """What was heard, asked and told."""

    cls = VoiceEntry
