"""Recommendations, from the paper in which they stand to what became of them."""

from __future__ import annotations

from scrutineer.domain.recommendation import Recommendation
from scrutineer.register.desk import Records


class Recommendations(Records[Recommendation]):
    """Recommendations, own and others'."""

    cls = Recommendation
