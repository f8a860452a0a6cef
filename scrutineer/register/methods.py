"""Ways of looking that can be used again, and given away."""

from __future__ import annotations

from scrutineer.domain.method import Method
from scrutineer.register.desk import Records


class Methods(Records[Method]):
    """Methods, own and brought in."""

    cls = Method
