"""The scales on which judgements are made: data that come with the program."""

from __future__ import annotations

from scrutineer.domain.scale import Scale, parse
from scrutineer.register.data_files import shipped

DEFAULT = "CIPFA4"      # of a partnership that has chosen none


def all_scales() -> list[Scale]:
    """Every scale, the usual one first."""
    return sorted(shipped("scales", parse).found.values(), key=lambda one: (one.code != DEFAULT, one.code))


def scale(code: str) -> Scale:
    """The scale with this code, "" being the usual one; of a scale that is not here, its codes are all there is."""
    wanted = code or DEFAULT
    return next((one for one in all_scales() if one.code == wanted), Scale(wanted, wanted, "", ()))


def malformed() -> list[str]:
    """A sentence for each file that could not be read, and so is left out."""
    return [str(refusal) for refusal in shipped("scales", parse).malformed]
