"""Whose an e-mail seems to be, told by the work addresses of the contacts; only ever a guess that orders a list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scrutineer.domain.organisation import Agency, Contact

_ADDRESS = re.compile(r"[^\s<>\"(),;:]+@[^\s<>\"(),;:]+")


def agencies_of(sender: str, contacts: Iterable[Contact], agencies: Iterable[Agency]) -> frozenset[str]:
    """The agency of `Designated Doctor <doctor@icb.example>`, with what it is part of and its own parts.

    The contact with that address says which; failing that, the one agency whose contacts share the domain.
    A domain that several agencies share says nothing.
    """
    found = _ADDRESS.search(sender)
    if not found:
        return frozenset()
    address = found[0].casefold().rstrip(".")
    known = [(one.email.strip().casefold(), one.agency_id) for one in contacts if one.email and one.agency_id]
    theirs = {agency_id for email, agency_id in known if email == address}
    theirs = theirs or {agency_id for email, agency_id in known if _domain(email) == _domain(address)}
    if len(theirs) != 1:
        return frozenset()
    parents = {one.id: one.parent_id for one in agencies}
    whole = parents.get(next(iter(theirs))) or next(iter(theirs))
    return frozenset({*theirs, whole, *(id_ for id_, parent in parents.items() if parent in theirs)})


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
