"""Freezes what was found, with its further life: who took a strength up, what changed, what a voice led to."""

from __future__ import annotations

from collections.abc import Mapping

from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.figures import FindingFigure
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.register.shelves import Shelves


def finding_figure(
    shelves: Shelves, names: Mapping[str, str], raw: Finding, activity: Activity
) -> FindingFigure | None:
    """One finding of an activity as it may be printed; None where its words are private."""
    one = raw.for_others()
    if not one.text.strip():
        return None
    adoptions = shelves.of(Adoption, "finding_id", one.id)
    voice = next((entry.for_others() for entry in shelves.of(VoiceEntry, "finding_id", one.id)), VoiceEntry())
    taken_up = (names.get(adoption.agency_id or "", "") or adoption.elsewhere for adoption in adoptions)
    return FindingFigure(
        text=one.text, agencies=tuple(names[id_] for id_ in one.agency_ids if id_ in names),
        found_on=activity.held_on, activity=activity.title, who_could_use=one.who_could_use,
        passed_on_to=one.passed_on_to, taken_up_by=tuple(dict.fromkeys(filter(None, taken_up))),
        practice_changed=one.practice_changed, asked=voice.asked, told_on=voice.told_on,
    )
