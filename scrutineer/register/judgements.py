"""What I may say, and how I know: judgements and statutory confirmations."""

from __future__ import annotations

from scrutineer.domain.assurance import Confirmation, Judgement
from scrutineer.register.desk import Records


class Judgements(Records[Judgement]):
    """Judgements, period by period."""

    cls = Judgement


class Confirmations(Records[Confirmation]):
    """Whether statutory items could be confirmed."""

    cls = Confirmation
