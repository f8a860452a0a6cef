"""The frameworks that scrutiny is held against: those that come with the program, and those brought in."""

from __future__ import annotations

from scrutineer.domain.framework import LocalFramework, LocalWording
from scrutineer.register.desk import Records


class Frameworks(Records[LocalFramework]):
    """Frameworks, by their editions."""

    cls = LocalFramework


class LocalWordings(Records[LocalWording]):
    """How items are worded here."""

    cls = LocalWording
