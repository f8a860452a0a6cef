"""What is loaded when it is first wanted: most mornings one screen of seven is seen, and hardly a sheet.

Named as text and found here alone, so that the window stands in half the time; a test finds every name.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOME = "scrutineer.ui."


def found(name: str) -> Any:
    """What `module:name` names within `scrutineer.ui`, such as `papers.page:PapersScreen`."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(_HOME + module), attribute)
