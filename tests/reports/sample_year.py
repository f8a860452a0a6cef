"""An invented year of an invented partnership: what the sections that only the annual report has are tried with."""

from dataclasses import fields, replace
from datetime import date

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.activity import ActivityType, AskedBy, LedBy, Level, MyPart
from scrutineer.domain.agency_figures import PromiseFigure
from scrutineer.domain.challenge import ImpactLevel, Outcome, Status
from scrutineer.domain.figures import ActivityFigure, FindingFigure, LetterPart
from scrutineer.domain.paper import PaperKind
from scrutineer.domain.recommendation import Decision, Embedded, RecommendationSource
from scrutineer.domain.year_figures import AgencyYear, AnnualFigures, ReadingFigure, TermFigure, YearFigures
from tests.reports.sample_figures import ACTIONS, FIGURES, ICB, PAPER, TODAY, challenge, party
from tests.reports.sample_figures import answer as answered
from tests.reports.sample_system import SYSTEM, recommendation


def activity(title: str, form: ActivityType, **over: object) -> ActivityFigure:
    usual = {"held_on": date(2026, 5, 12), "level": Level.MANAGERS, "agencies": (ICB,), "led_by": LedBy.SCRUTINEER,
             "my_part": MyPart.LED, "asked_by": AskedBy.SCRUTINEER, "days": 0.5}  # fmt: skip
    return ActivityFigure(title=title, type=form, **usual | over)  # type: ignore[arg-type]


OWN_AUDIT = activity("Our own audit", ActivityType.SINGLE_AGENCY_AUDIT_REVIEW, led_by=LedBy.AGENCY,
                     asked_by=AskedBy.AGENCY, came_of="Supervision is *read*, not filed.")  # fmt: skip
VISIT = activity("The ward at night", ActivityType.FRONT_LINE_VISIT, level=Level.FRONT_LINE)
WORKSHOP = activity("Half a morning", ActivityType.WORKSHOP, led_by=LedBy.YOUNG_PEOPLE, came_of="Six principles.")
TRAINING = activity("Joint training", ActivityType.TRAINING_OBSERVATION)
REVIEW = activity("Is the learning landing?", ActivityType.LCSPR_OVERSIGHT)
MEDIATION = activity("A disagreement", ActivityType.ESCALATION_MEDIATION)

CLOSED = party(ICB, Status.CLOSED, date(2026, 9, 25), answered(date(2026, 9, 22), "We have changed it."),
               outcome=Outcome.PRACTICE_CHANGE_EVIDENCED, level=ImpactLevel.PRACTICE_CHANGED, changed="It is so.",
               closed=date(2026, 11, 2))  # fmt: skip
WAITING = party(ICB, Status.RAISED, date(2026, 12, 4))
PARTS = (
    LetterPart(challenge=challenge(3, "Who is told?", "Who?", date(2026, 7, 2), CLOSED), party=CLOSED),
    LetterPart(challenge=challenge(22, "Who waits?", "Who?", date(2026, 9, 2), WAITING), party=WAITING),
)
DONE = replace(ACTIONS[0], status=ActionStatus.DONE, done_on=date(2026, 10, 1), seen=Seen.AS_REPORTED)
PARTNER = AgencyYear(
    name=f"{ICB} (formerly CCG)", called=ICB, is_partner=True, services=("Night team",), view="It asks first",
    scrutiny=(OWN_AUDIT, VISIT), led=(OWN_AUDIT,), asked_for=(OWN_AUDIT,),
    strengths=(FindingFigure(text="They *ring* back. Each evening.", agencies=(ICB,), found_on=TODAY, activity=""),),
    parts=PARTS, actions=(DONE, ACTIONS[2]), recommendations=(recommendation(3, "Twice.", decision=Decision.ACCEPTED),),
    kept=(PromiseFigure(text="Send the tool", to_whom="Nurse", due_on=date(2026, 6, 1)),),
    promised=(PromiseFigure(text="Come back", to_whom="Nurse", due_on=date(2026, 12, 1)),),
)  # fmt: skip
QUIET = AgencyYear(name="Ambulance", called="Ambulance", is_partner=False)
RELEVANT = replace(PARTNER, name="College", called="College", is_partner=False)

YEAR = YearFigures(
    agencies=(PARTNER, RELEVANT, QUIET), answers=12, mean_days=9.25,
    gradings={"moderated as graded": 3, "moderated lower": 1},
    readings=(ReadingFigure(indicator="Episodes", period="Last quarter", value="fewer than 5", source="Data set",
                            read_on=TODAY, question="Who *knows*?"),),
    terms=(TermFigure(title="Independent Scrutineer", arrangement="A single scrutineer", starts_on=date(2025, 10, 24),
                      ends_on=None, days_per_year=20.0, independence="I hold *no* contract."),),
    rungs=("Direct", "Named person", "Director"),
)  # fmt: skip
REVIEWED = recommendation(6, "That learning be shared.", source=RecommendationSource.RAPID_REVIEW,
                          source_title="A baby’s first weeks", decision=Decision.ACCEPTED,
                          embedded=Embedded.NOT_EMBEDDED)  # fmt: skip
ANNUAL = AnnualFigures(
    **{spec.name: getattr(FIGURES, spec.name) for spec in fields(FIGURES)} | {
        "paper": replace(PAPER, kind=PaperKind.ANNUAL),
        "activities": (OWN_AUDIT, VISIT, WORKSHOP, TRAINING, REVIEW, MEDIATION),
        "system": replace(SYSTEM, earlier=(*SYSTEM.earlier, REVIEWED), months_ahead=12),
    },
    year=YEAR,
)
