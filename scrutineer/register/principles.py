"""The principles of scrutiny that were agreed, and the examples of living by them."""

from __future__ import annotations

from scrutineer.domain.principle import Principle, PrincipleExample
from scrutineer.register.desk import Records


class Principles(Records[Principle]):
    """The partnership's own set, in versions."""

    cls = Principle


class PrincipleExamples(Records[PrincipleExample]):
    """What happened that was like the principle."""

    cls = PrincipleExample
