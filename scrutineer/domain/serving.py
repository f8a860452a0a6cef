"""What follows from whom a partnership serves: words, themes, sources of reviews and whose voices are offered.

The one place that knows. What a record holds already stays and keeps its code; here it is only said what is
offered first, and what things are called.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scrutineer.domain.activity import THEMES, ActivityType, AskedBy, LedBy
from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.learning import Whose
from scrutineer.domain.organisation import Serves
from scrutineer.domain.paper import SectionCode
from scrutineer.domain.recommendation import RecommendationSource
from scrutineer.domain.vocabulary import Term

ADULT_THEMES = (
    "Self-neglect and hoarding", "Making safeguarding personal", "Mental capacity and consent", "Domestic abuse",
    "Financial abuse", "Organisational abuse", "Care and nursing homes", "Care at home", "Modern slavery",
    "Exploitation and cuckooing", "Homelessness", "Substance use", "Mental health", "Suicide and self-harm",
    "Pressure ulcers", "Transitions", "Advocacy", "Carers", "Front door and thresholds", "Information sharing",
    "Equality and identity", "Workforce and capacity", "Governance",
)  # fmt: skip
ALL_AGE_THEMES = (
    "Transitions", "Whole-family working", "Neglect", "Self-neglect and hoarding", "Early help", "Exploitation",
    "Missing", "Domestic abuse", "Mental health", "Mental capacity and consent", "Substance use", "Sexual abuse",
    "Serious violence", "Modern slavery", "Online harm", "Homelessness", "Organisational abuse", "Disability",
    "Under ones", "Carers and young carers", "Front door and thresholds", "Information sharing",
    "Equality and identity", "Workforce and capacity", "Governance",
)  # fmt: skip
_THEMES: Mapping[Serves, tuple[str, ...]] = {
    Serves.CHILDREN: THEMES, Serves.ADULTS: ADULT_THEMES, Serves.ALL_AGES: ALL_AGE_THEMES,
}

# Reviews of the other age are not offered; a death that domestic abuse led to concerns children and adults alike.
_NOT_A_SOURCE: Mapping[Serves, frozenset[RecommendationSource]] = {
    Serves.CHILDREN: frozenset({RecommendationSource.SAR}),
    Serves.ADULTS: frozenset({RecommendationSource.LCSPR, RecommendationSource.RAPID_REVIEW}),
    Serves.ALL_AGES: frozenset(),
}
_NOT_HEARD: Mapping[Serves, frozenset[Whose]] = {
    Serves.CHILDREN: frozenset({Whose.ADULT}),
    Serves.ADULTS: frozenset({Whose.CHILD, Whose.YOUNG_PERSON}),
    Serves.ALL_AGES: frozenset(),
}

# What is called otherwise where not children alone are served.
_CALLED: Mapping[Serves, Mapping[Term, str]] = {
    Serves.CHILDREN: {},
    Serves.ADULTS: {
        ImpactLevel.DIFFERENCE: "4 Difference to adults at risk",
        ActivityType.CHILDREN_ENGAGEMENT: "Hearing adults with care and support needs",
        ActivityType.PARENT_CARER_ENGAGEMENT: "Hearing families and carers",
        ActivityType.YOUNG_SCRUTINEER_ACTIVITY: "Experts by experience: their activity",
        ActivityType.LCSPR_OVERSIGHT: "Oversight of a safeguarding adults review",
        AskedBy.CHILDREN_FAMILIES: "Adults or their families",
        LedBy.YOUNG_PEOPLE: "Experts by experience",
        SectionCode.CHILDREN: "Adults’ voice",
        EvidenceKind.CHILDREN: "Adults’ voice",
        EvidenceKind.FAMILIES: "Families’ and carers’ voice",
        Whose.PARENT_CARER: "Family member or carer",
    },
    Serves.ALL_AGES: {
        ImpactLevel.DIFFERENCE: "4 Difference to people",
        ActivityType.CHILDREN_ENGAGEMENT: "Hearing children, young people and adults",
        ActivityType.PARENT_CARER_ENGAGEMENT: "Hearing parents, families and carers",
        AskedBy.CHILDREN_FAMILIES: "Children, adults or families",
        SectionCode.CHILDREN: "People’s voice",
        EvidenceKind.CHILDREN: "Voice of those who are served",
        EvidenceKind.FAMILIES: "Parents’, families’ and carers’ voice",
        Whose.PARENT_CARER: "Parent, family member or carer",
    },
}  # fmt: skip


class Served(NamedTuple):
    """The words for those who are served: `one` with its article, `many`, and whom scrutiny is led with."""

    one: str
    many: str
    scrutineers: str


_SERVED: Mapping[Serves, Served] = {
    Serves.CHILDREN: Served("a child", "children", "Young scrutineers"),
    Serves.ADULTS: Served("an adult", "adults at risk", "Experts by experience"),
    Serves.ALL_AGES: Served("a person", "people", "Young scrutineers"),
}


def served(serves: Serves) -> Served:
    """What those who are served are called."""
    return _SERVED[serves]


def themes_for(serves: Serves) -> tuple[str, ...]:
    """The themes that are offered; any other may be typed."""
    return _THEMES[serves]


def sources_for(serves: Serves) -> tuple[RecommendationSource, ...]:
    """From where recommendations come, with the reviews of those who are served."""
    return tuple(one for one in RecommendationSource if one not in _NOT_A_SOURCE[serves])


def whose_for(serves: Serves) -> tuple[Whose, ...]:
    """Whose voices are offered."""
    return tuple(one for one in Whose if one not in _NOT_HEARD[serves])


def label_for(term: Term, serves: Serves) -> str:
    """The label of a term, in the words of those who are served."""
    return _CALLED[serves].get(term, term.label)


def no_names(serves: Serves) -> str:
    """What stands beside words that people said: roles and ages, never who.

    The wording that many partnerships print on their pages, the emergency in it included.
    """
    one = _SERVED[serves].one
    return (
        f"Roles and ages, never who: do not record {one}’s details here. If {one} may be at immediate risk, follow "
        "the procedures now; in an emergency call 999."
    )
