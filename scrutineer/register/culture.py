"""How scrutiny feels: statements, the answers to them, and what was said of the scrutiny itself."""

from __future__ import annotations

from scrutineer.domain.culture import CultureAnswer, CultureRound, CultureStatement, Feedback
from scrutineer.register.desk import Records


class CultureStatements(Records[CultureStatement]):
    """What people are asked."""

    cls = CultureStatement


class CultureRounds(Records[CultureRound]):
    """Times of asking."""

    cls = CultureRound


class CultureAnswers(Records[CultureAnswer]):
    """How many said what."""

    cls = CultureAnswer


class FeedbackKept(Records[Feedback]):
    """Was it fair, did it help?"""

    cls = Feedback
