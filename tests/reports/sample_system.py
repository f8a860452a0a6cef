"""The invented quarter’s views, recommendations, coverage and answers: what their sections are tried with."""

from datetime import date

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.assurance import Confidence, ConfirmationState, Direction, JudgedKind
from scrutineer.domain.recommendation import Decision, Embedded, RecommendationSource
from scrutineer.domain.scale import NOT_ASSESSED, UNABLE, Rating
from scrutineer.domain.system_figures import (
    AssuranceFigures,
    ConfirmationFigure,
    CoverageFigures,
    FeelingFigures,
    JudgementFigure,
    PlannedFigure,
    PrincipleFigure,
    RecommendationFigure,
    SystemFigures,
)

REASONABLE = Rating("reasonable", "Reasonable assurance", "Generally effective; some gaps.", "fair")
LIMITED = Rating("limited", "Limited assurance", "Significant gaps.", "caution")


def judgement(kind: JudgedKind, about: str, rating: Rating, **over: object) -> JudgementFigure:
    usual = {"group": "", "before": "", "direction": Direction.FIRST, "confidence": Confidence.MEDIUM,
             "bottom_line": "", "rationale": ""}  # fmt: skip
    return JudgementFigure(kind=kind, about=about, rating=rating, **usual | over)  # type: ignore[arg-type]


def recommendation(number: int, text: str, **over: object) -> RecommendationFigure:
    usual = {"source": RecommendationSource.SCRUTINEER, "source_title": "", "agencies": (),
             "decision": Decision.AWAITED}  # fmt: skip
    return RecommendationFigure(reference=f"EX-R-2026-00{number}", text=text, **usual | over)  # type: ignore[arg-type]


OVERALL = judgement(
    JudgedKind.OVERALL, "Overall opinion", REASONABLE, before="Limited assurance", direction=Direction.IMPROVING,
    bottom_line="So, on balance: it works by day.", rationale="Seen at noon and at midnight.",
)
VOICE = judgement(
    JudgedKind.FRAMEWORK_ITEM, "Children are aware and involved", LIMITED, group="Six Steps",
    confidence=Confidence.HIGH, bottom_line="Asked, and seldom told", kinds=("Data", "Direct observation"),
)
HOUSING = judgement(JudgedKind.AGENCY, "Housing", REASONABLE, stands_in="Two kinds so far.")
SYSTEM = SystemFigures(
    assurance=AssuranceFigures(
        period="2026–27, quarter 3", scale="CIPFA", framework="Six Steps (2019)", judgements=(OVERALL, VOICE, HOUSING),
        definitions=(REASONABLE, LIMITED, NOT_ASSESSED, UNABLE),
        confirmations=(ConfirmationFigure(about="Audit is effective", state=ConfirmationState.PARTLY,
                                          confirmed_on=date(2026, 11, 20), text=""),),
    ),
    asked=(recommendation(4, "That one partner bring a plan", agencies=("ICB",)), recommendation(5, "That all ask.")),
    earlier=(
        recommendation(1, "That two days be kept.", source=RecommendationSource.PEER, source_title="Workshop 1",
                       decision=Decision.ACCEPTED, decided="Board, 14 Jan 2026", minute_ref="SB 1.4",
                       embedded=Embedded.EMBEDDED, embedded_on=date(2026, 10, 2), seen="Both were held."),
        recommendation(2, "That there be one officer.", decision=Decision.DECLINED, decided="Board, 14 Jan 2026",
                       reason="Two are nearer"),
        recommendation(3, "That the tool be used twice.", decision=Decision.AMENDED, actions=2, actions_open=1),
    ),
    ahead=(PlannedFigure(title="Under ones", form=ActivityType.THEMATIC_DEEP_DIVE, planned_on=date(2027, 1, 1),
                         agencies=("ICB", "Hospital Trust")),),
    coverage=CoverageFigures(
        since="in the last twelve months", columns=("Visits", "Audits", "Data"),
        rows=(("ICB", (2, 0, 1)), ("Housing", (0, 0, 0))),
        blind_spots=("Nobody has looked at Housing", "Nobody has looked at Cafcass", "No data", "No audit", "No Board"),
    ),
    feeling=FeelingFigures(
        asked="After the first year", asked_on=date(2026, 9, 14), note="Managers feel it most.",
        answers=(("Welcoming scrutiny", "We are glad of it.", "60 of 92 agree, 23 partly, 9 do not"),),
        tally="Of 6 who answered, 5 found it fair and 4 said that it helped.",
        shaped=(("Front door", "I send a brief before each visit now"),),
    ),
    principles=(PrincipleFigure(title="Learning first", text="It ends with something of use.",
                                examples=((date(2026, 8, 15), "An audit was shown before it was asked for."),)),),
    conflicts=(("I was a governor of the college", "Somebody else leads there"),),
)  # fmt: skip
