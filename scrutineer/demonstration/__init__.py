"""The demonstration record: an invented partnership's year, told with the register's own verbs.

The words live in `resources/demonstration/*.toml`; here they are only brought to the day on which they are
written. Nothing in the record could not have been entered by hand.
"""

from __future__ import annotations

from scrutineer.demonstration.writing import PASSPHRASE, write

__all__ = ["PASSPHRASE", "write"]
