"""What I may say, and how I know: judgements, statutory confirmations, conflicts of interest."""

from __future__ import annotations

from scrutineer.domain.assurance import Confirmation, Conflict, Judgement
from scrutineer.register.desk import Records


class Judgements(Records[Judgement]):
    """Judgements, period by period."""

    cls = Judgement


class Confirmations(Records[Confirmation]):
    """Whether statutory items could be confirmed."""

    cls = Confirmation


class Conflicts(Records[Conflict]):
    """Conflicts of interest, and how they are handled."""

    cls = Conflict
