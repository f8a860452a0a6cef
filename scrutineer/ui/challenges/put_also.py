"""“Put it to others too”: a challenge that was put already goes to further parties, each with its own clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee
from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.text import listed
from scrutineer.ui.challenges.parties import PartiesField, offered, surroundings
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


@dataclass(frozen=True, kw_only=True)
class PuttingAlso(Entity):
    """What the sheet asks; it is never stored as such."""

    parties: tuple[Addressee, ...] = said("Put also to", ())
    on: date | None = said("Put on", None)


def ask(tools: Tools, parent: QWidget, challenge_id: str) -> str:
    """Ask to whom else a challenge is put, and since when."""
    register, challenges = tools.register, tools.register.challenges
    challenge = challenges.get(challenge_id)
    began = PuttingAlso(on=register.today())

    def due(meeting_id: str | None) -> date | None:
        return challenges.due_date(form.field("on").value() or register.today(), challenge.priority, meeting_id)

    def save() -> None:
        typed = form.replace(began)
        if not typed.parties:
            raise Invalid([Problem("parties", "Say to whom it is put.")])
        beside("parties", {"on", "parties"}, lambda: challenges.put_also_to(challenge_id, typed.parties, typed.on))

    parties = PartiesField(surroundings(tools, due), offered(register, but=challenges.parts(challenge_id)))
    form = Form(PuttingAlso, [("parties", parties), "on"], tools.desk)
    form.load(began)
    form.field("on").edited.connect(parties.suggest_dates)
    shown = sheet(
        tools, parent, "Put it to others too", challenge.title, form, save, save_words="Put it",
        draft=f"put_also:{challenge_id}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    names = listed([challenges.party_name(party) for party in form.values()["parties"]])
    return f"{challenge.reference} was put to {names} as well."
