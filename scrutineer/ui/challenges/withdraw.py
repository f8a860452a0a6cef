"""“Withdraw”: end a whole challenge, or one party's part, before an outcome; why, and who was told, are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.step import Step
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Form

_ASKED: tuple[Asked, ...] = ("withdrawn_because", "told", "closed_on")


def ask(tools: Tools, parent: QWidget, challenge_id: str) -> str:
    """Ask why a challenge is withdrawn, who was told, and when."""
    challenges = tools.register.challenges
    challenge = replace(challenges.get(challenge_id), closed_on=tools.register.today())
    form = Form(Challenge, [one for one in _ASKED if one != "told" or challenge.status is not Status.DRAFT],
                tools.desk, preview=False)  # fmt: skip
    form.load(challenge)

    def save() -> None:
        typed = form.replace(challenge)
        tools.register.courses.withdraw(challenge_id, typed.withdrawn_because, typed.told, typed.closed_on)

    shown = sheet(
        tools, parent, "Withdraw", challenge.title, form, save, save_words="Withdraw it",
        draft=f"withdraw:{challenge_id}",
    )  # fmt: skip
    return f"{challenge.reference} is withdrawn." if shown.ask() else ""


def ask_part(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask why one party is asked no longer, who was told, and when; the other parts go on."""
    challenges = tools.register.challenges
    part = replace(challenges.part(addressee_id), closed_on=tools.register.today())
    name = challenges.party_name(part)
    form = Form(Addressee, _ASKED, tools.desk, privacy=True, preview=False)
    form.load(part)

    def save() -> None:
        tools.register.courses.take(Step.WITHDRAW, form.replace(part))

    shown = sheet(
        tools, parent, f"Withdraw this part: {name}", "The other parts go on.", form, save, save_words="Withdraw it",
        draft=f"withdraw:{addressee_id}",
    )  # fmt: skip
    return f"The part of {name} is withdrawn." if shown.ask() else ""
