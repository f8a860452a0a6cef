"""The scale on which this partnership is judged, and the framework whose items are expected every period."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.framework import Use
from scrutineer.domain.organisation import Partnership
from scrutineer.register import scales
from scrutineer.ui.challenges.told import Told
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Beside, Form

_KEPT = "A period in which judgements stand keeps the scale on which they were made; the new one begins with the next."


def ask(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Choose both; a file that cannot be read is said here, and is not among them."""
    register = tools.register
    frameworks = register.frameworks
    scale = ChoiceField([Option(one.code, one.title) for one in scales.all_scales()], optional=False)
    framework = ChoiceField(
        [Option(one.name, f"{one.title} ({one.edition})") for one in frameworks.loaded(Use.JUDGEMENT)], optional=False
    )
    meanings, purpose = Told(), Told()
    asked: list[Asked] = [
        ("rating_scale", scale), Beside("meanings", "What its words mean", meanings),
        ("framework", framework), Beside("purpose", "What it is for", purpose),
    ]  # fmt: skip
    left_out = [*frameworks.malformed(), *scales.malformed()]
    if left_out:
        asked.append(Beside("left_out", "Could not be read, and is left out", Told(" ".join(left_out))))
    form = Form(Partnership, asked, tools.desk)
    chosen = frameworks.chosen()
    now = register.partnership
    form.load(replace(now, rating_scale=scales.scale(now.rating_scale).code, framework=chosen.name if chosen else ""))

    def say() -> None:
        words = scales.scale(scale.value() or "").ratings
        meanings.say("\n".join(f"{one.word}: {one.definition}" for one in words))
        found = frameworks.find_framework(framework.value() or "")
        purpose.say(f"{found.purpose} {found.source}".strip() if found else "")

    for editor in (scale, framework):
        editor.edited.connect(say)
    say()

    def save() -> None:
        values = {name: form.field(name).value() for name in ("rating_scale", "framework")}
        register.partnerships.save(replace(register.partnership, **values))

    shown = sheet(tools, parent, "Scale and framework", _KEPT, form, save, draft="assurance:choosing")
    return "From now on it is judged so." if shown.ask() else ""
