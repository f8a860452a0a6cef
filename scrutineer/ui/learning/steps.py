"""What can be done next with something that was found, and which of it stands out."""

from __future__ import annotations

from collections.abc import Sequence

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.ui.activities.found import MAY_BE_PASSED_ON, next_steps
from scrutineer.ui.widgets.steps import Step

_EDIT = "edit_finding"


def steps_for(finding: Finding, adoptions: Sequence[Adoption], voice: VoiceEntry | None) -> list[Step]:
    """The steps of any finding, and those of its further life; editing comes last."""
    steps = next_steps(finding)
    if finding.kind in MAY_BE_PASSED_ON:
        is_lesson = finding.kind is FindingKind.LEARNING
        more = [Step("adopt", "Taken up by…"),
                Step("practice", "What changed in practice", primary=is_lesson and not finding.practice_changed)]
        if adoptions:      # whoever took it up has heard of it
            steps = [one._replace(primary=False) if one.code == "pass_on" else one for one in steps]
        return _before_edit(steps, more)
    if finding.kind is FindingKind.VOICE and voice is not None:
        steps = [one._replace(words="Change when and where", primary=False) if one.code == "voice" else one
                 for one in steps]  # fmt: skip
    return steps


def _before_edit(steps: list[Step], more: list[Step]) -> list[Step]:
    place = next((place for place, one in enumerate(steps) if one.code == _EDIT), len(steps))
    return [*steps[:place], *more, *steps[place:]]
