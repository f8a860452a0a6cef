"""An invented quarter of an invented partnership, as rich as a real one: what the papers are tried with."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.activity import ActivityType, AskedBy, LedBy, Level, MyPart
from scrutineer.domain.challenge import ImpactLevel, Outcome, Position, Priority, Stage, Status, clock, is_late
from scrutineer.domain.challenge_figures import (
    ActionFigure,
    AnswerFigure,
    AskedFigure,
    ChallengeCounts,
    ChallengeFigure,
    EndingCounts,
    EscalationFigure,
    EvidenceFigure,
    MoveFigure,
    PartyFigure,
    ReopenedFigure,
    RetestFigure,
    RewordingFigure,
    UpdateFigure,
)
from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.figures import (
    ActivityFigure,
    ChallengeLog,
    Figures,
    FindingFigure,
    Masthead,
)
from scrutineer.domain.paper import Paper, SectionCode
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.update import Side

TODAY = date(2026, 11, 23)
FROZEN_AT = datetime(2026, 11, 23, 13, 40, tzinfo=UTC)

COUNCIL, POLICE, ICB = "County Council children’s services", "Constabulary", "Integrated Care Board (ICB)"
HOSPITAL, EARLY_HELP, SCHOOLS = "Hospital Trust", "Early help alliance", "Schools and colleges (group)"
PROBATION, DISTRICTS = "Probation Service", "District councils (group)"
PARTNERS = "The three statutory partners jointly"

MASTHEAD = Masthead(
    partnership="Exampleshire Safeguarding Children Partnership",
    short_code="EX",
    author="Independent Scrutineer",
    author_title="Independent Scrutineer",
    is_sample=True,
    mark="OFFICIAL-SENSITIVE",
    business_unit="Partnership business unit, scp.unit@example.org, 01632 960 001",
)

PAPER = Paper(
    reference="EX-P-2026-003",
    agenda_item="7",
    starts_on=date(2026, 9, 1),
    ends_on=date(2026, 11, 23),
    mark="OFFICIAL-SENSITIVE",
    sponsor="Chair of the Strategic Board",
    previously="Executive Group, 12 November 2026",
    accuracy="Business unit and each agency named, 16 to 20 November 2026",
)

SECTIONS = {
    SectionCode.SUMMARY: (
        "On balance I have **reasonable assurance** that the arrangements keep children safe, and more of it "
        "than in June. Plans now show what children said; the front door answers at weekends. Health is still "
        "absent from one strategy meeting in four.\n\n"
        "The Board is asked to note the judgement and what it rests on, to agree that the ICB reports in "
        "January, and to thank the early help teams whose practice two districts are taking up."
    ),
    SectionCode.BOTTOM_LINE: (
        "On balance I have **reasonable assurance** that the arrangements keep children safe, and more of it "
        "than in June.\n\n"
        "Three things moved. Plans now show what children said after going missing in 17 of the 22 that I "
        "read. The front door answers at weekends. Health is still absent from one strategy meeting in four.\n\n"
        "The Board is asked:\n"
        "1. to note the judgement and what it rests on;\n"
        "2. to agree that the ICB reports in January on strategy meetings;\n"
        "3. to thank the early help teams whose practice is being taken up by two districts."
    ),
    SectionCode.WHAT_I_DID: (
        "I looked mainly at the front door and at children who go missing, because both were priorities of the "
        "plan and neither had been seen by me since the spring."
    ),
    SectionCode.WHAT_I_HEARD: "I heard forty children and young people, eleven parents and some sixty practitioners.",
    SectionCode.CHILDREN: (
        "The young scrutineers’ questions are in section 4; they were told the answers on 6 November."
    ),
    SectionCode.LEGAL: "Serves the duty of independent scrutiny in the published arrangements.",
    SectionCode.RESOURCES: "Two challenges ask for analyst time; costs are with the agencies.",
}


def activity(day: date, title: str, kind: ActivityType, level: Level, *agencies: str, days: float = 0.5,
             led_by: LedBy = LedBy.SCRUTINEER, my_part: MyPart = MyPart.LED,
             asked_by: AskedBy = AskedBy.SCRUTINEER) -> ActivityFigure:
    return ActivityFigure(held_on=day, title=title, type=kind, level=level, agencies=agencies, led_by=led_by,
                          my_part=my_part, asked_by=asked_by, days=days)


ACTIVITIES = (
    activity(date(2026, 9, 8), "Strategic Board: how the plan is owned", ActivityType.MEETING_OBSERVATION,
             Level.BOARD, COUNCIL, POLICE, ICB, led_by=LedBy.SUB_GROUP, my_part=MyPart.TOOK_PART,
             asked_by=AskedBy.BOARD),
    activity(date(2026, 9, 17), "Front door, a Saturday shift", ActivityType.FRONT_LINE_VISIT, Level.FRONT_LINE,
             COUNCIL, POLICE, days=1),
    activity(date(2026, 9, 24), "Return conversations after going missing", ActivityType.MULTI_AGENCY_AUDIT,
             Level.MANAGERS, COUNCIL, POLICE, SCHOOLS, days=1.5, led_by=LedBy.SUB_GROUP, my_part=MyPart.OVERSAW),
    activity(date(2026, 10, 1), "Young scrutineers walk through the hospital’s reception",
             ActivityType.YOUNG_SCRUTINEER_ACTIVITY, Level.FRONT_LINE, HOSPITAL, led_by=LedBy.YOUNG_PEOPLE,
             my_part=MyPart.TOOK_PART, asked_by=AskedBy.CHILDREN_FAMILIES),
    activity(date(2026, 10, 13), "When early help works at its best", ActivityType.APPRECIATIVE_INQUIRY,
             Level.FRONT_LINE, EARLY_HELP, DISTRICTS, days=1, asked_by=AskedBy.AGENCY),
    activity(date(2026, 10, 22), "Health visitors and midwives on unborn babies",
             ActivityType.PRACTITIONER_FOCUS_GROUP, Level.FRONT_LINE, ICB, HOSPITAL,
             asked_by=AskedBy.PRACTITIONERS),
    activity(date(2026, 11, 4), "A neighbouring area looks at our thresholds", ActivityType.PEER_CHALLENGE,
             Level.EXECUTIVE, COUNCIL, POLICE, ICB, days=1, led_by=LedBy.PEER_AREA, my_part=MyPart.TOOK_PART,
             asked_by=AskedBy.AGENCY),
    activity(date(2026, 11, 12), "Quarter 2 figures: re-referrals and repeat plans", ActivityType.DATA_REVIEW,
             Level.EXECUTIVE, COUNCIL, led_by=LedBy.AGENCY, my_part=MyPart.READ_RESULT),
)  # fmt: skip


def finding(text: str, day: date, source: str, *agencies: str, who: str = "", passed: str = "") -> FindingFigure:
    return FindingFigure(text=text, agencies=agencies, found_on=day, activity=source, who_could_use=who,
                         passed_on_to=passed)


STRENGTHS = (
    finding("The weekend front door is staffed by a social worker and a sergeant at one desk. Each of the six "
            "contacts that I followed was decided within **two hours**.", date(2026, 9, 17), "Front door",
            COUNCIL, POLICE, who="the out-of-hours health team"),
    finding("Return conversations are held by someone whom the child chose. In 17 of 22 records the child’s own "
            "words stand in the plan.", date(2026, 9, 24), "Audit", COUNCIL, passed="residential homes’ forum"),
    finding("Families in early help write the first page of their plan themselves.", date(2026, 10, 13),
            "Inquiry", EARLY_HELP, passed="two district housing teams"),
    finding("Midwives and health visitors meet weekly about unborn babies, with one shared list.",
            date(2026, 10, 22), "Focus group", HOSPITAL, ICB, who="substance misuse services"),
)  # fmt: skip

LEARNING = (
    finding("Where the three partners plan an audit together, its findings are acted on within a month.",
            date(2026, 9, 24), "Audit", who="the section 11 review group"),
)  # fmt: skip

VOICES = (
    finding("“They asked me what I wanted to be called, and used it.” Young people would like every reception to "
            "ask.", date(2026, 10, 1), "Young scrutineers’ walk-through", HOSPITAL),
    finding("Parents said that the first telephone call decides whether they trust what follows.",
            date(2026, 10, 13), "Appreciative inquiry", EARLY_HELP),
    finding("Practitioners feel listened to in supervision, and ask for time to read what others have written.",
            date(2026, 10, 22), "Focus group", ICB),
)  # fmt: skip


def answer(day: date, short_form: str, position: Position = Position.ACCEPTED, text: str = "", *,
           heard: bool = False, view: str = "", **more: Any) -> AnswerFigure:
    words = text or f"Thank you for your challenge. {short_form} We will report progress to the Executive Group."
    return AnswerFigure(came_on=day, text=words, short_form=short_form, position=position, as_i_heard_it=heard,
                        my_view=view, **more)


def party(name: str, status: Status, due_on: date | None, *answers: AnswerFigure, first: date | None = None,
          role: str = "", outcome: Outcome | None = None, level: ImpactLevel | None = None, changed: str = "",
          closed: date | None = None, **more: Any) -> PartyFigure:
    words = clock(due_on, TODAY, WorkingDays()) if status.awaits_answer else ""
    return PartyFigure(name=name, role=role, status=status, first_due_on=first or due_on, due_on=due_on,
                       clock=words, is_late=is_late(status, due_on, TODAY), answers=answers, outcome=outcome,
                       impact_level=level, what_changed=changed, closed_on=closed, **more)


def challenge(number: int, title: str, text: str, day: date, *parties: PartyFigure,
              priority: Priority = Priority.ROUTINE, words: str = "", stage: Stage = Stage.DIRECT,
              in_full: bool = False, works: str = "", forum: str = "Executive Group",
              withdrawn: str = "", **more: Any) -> ChallengeFigure:
    status = min((one.status for one in parties), key=list(Status).index)
    last = parties[-1]
    return ChallengeFigure(
        reference=f"EX-C-2026-{number:03d}", title=title, text=text, what_works=works,
        why_it_matters="Children told us that it matters to them.", what_good_looks_like="It is seen in records.",
        priority=priority, raised_on=day, forum=forum, status=status, status_words=words or status.label,
        stage=stage, impact_level=last.impact_level, closed_on=last.closed_on, parties=parties, in_full=in_full,
        withdrawn_because=withdrawn, stage_words="" if stage is Stage.DIRECT else stage.label, **more,
    )  # fmt: skip


SAMPLE_OF_MINUTES = EvidenceFigure(
    kind=EvidenceKind.DATA, what="E-2026-004 Attendance, 31 Oct 2026", shows="nine of twelve", is_independent=True)
SEEN_THERE = EvidenceFigure(kind=EvidenceKind.OBSERVATION, what="Strategy meetings, 5 Nov 2026", is_independent=True)
POLICY = EvidenceFigure(kind=EvidenceKind.POLICY, what="E-2026-002 Invitation protocol")
FIRST_STAGE = Stage.AGENCY_LEAD.label
CLIMBED = EscalationFigure(
    rung=FIRST_STAGE, goes_up=True, stepped_on=date(2026, 11, 16), to_whom="The chief nurse", document="letter 14/2",
    reply_due_on=date(2026, 11, 30), why="Two dates have passed.",
)  # fmt: skip
MOVED = (
    MoveFigure(from_on=date(2026, 10, 1), to_on=date(2026, 10, 20), agreed_on=date(2026, 9, 30),
               asked_by="head of safeguarding", why="The post was vacant.", agreed_by="Independent Scrutineer"),
    MoveFigure(from_on=date(2026, 10, 20), to_on=date(2026, 11, 10), agreed_on=date(2026, 10, 19),
               why="The new lead asked for time."),
)  # fmt: skip
MAILBOX = ActionFigure(
    challenge_reference="EX-C-2026-014", text="One health *mailbox* for invitations", agency=POLICE,
    owner_role="detective inspector", measure="Counted monthly", due_on=date(2026, 9, 30), status=ActionStatus.DONE,
    done_on=date(2026, 9, 21), is_overdue=False, seen=Seen.IN_PART, seen_on=date(2026, 11, 5),
    updates=(
        UpdateFigure(side=Side.REPORTED, noted_on=date(2026, 9, 21), status=ActionStatus.DONE, text="It is open.",
                     source="detective inspector"),
        UpdateFigure(side=Side.SEEN, noted_on=date(2026, 11, 5), seen=Seen.IN_PART, text="Two of three teams use it.",
                     shown_by=(SEEN_THERE,)),
    ),
)  # fmt: skip

WEIGHTY = (
    challenge(
        14, "Health at strategy meetings",
        "What keeps health from one strategy meeting in four, and what will make sure that someone who knows "
        "the child is there, or is heard?", date(2026, 9, 3),
        party(ICB, Status.RESPONDED, date(2026, 10, 1), answer(
            date(2026, 9, 30), "A duty rota of named nurses starts in December; it will be counted monthly.",
            view="A full answer. I shall look at January’s meetings.", seen=Seen.NOT_YET, seen_on=date(2026, 11, 5),
            updates=(UpdateFigure(side=Side.SEEN, noted_on=date(2026, 11, 5), seen=Seen.NOT_YET,
                                  text="No rota was on the wall."),)),
              role="designated nurse"),
        party(HOSPITAL, Status.RAISED, date(2026, 11, 10), first=date(2026, 10, 1), role="head of safeguarding",
              ledger="third date, 28 working days later than first agreed", first_agreed_on=date(2026, 10, 1),
              moves=MOVED, stage_words=FIRST_STAGE, escalations=(CLIMBED,)),
        party(POLICE, Status.TESTING_IMPACT, date(2026, 10, 1), answer(
            date(2026, 9, 21), "Invitations now go to one health mailbox, by noon."), actions=(MAILBOX,),
              test_on=date(2027, 1, 12), test_plan="Sit in on three meetings.",
              evidence=(SEEN_THERE, SAMPLE_OF_MINUTES)),
        priority=Priority.URGENT, words="Raised · 2 of 3 answered", in_full=True, stage=Stage.AGENCY_LEAD,
        works="Where health attends, its view changes the plan: in nine of the twelve minutes that I read.",
        forum="Executive Group",
    ),
    challenge(
        17, "Children who wait for a first assessment",
        "How many children wait longer than 45 days, what happens meanwhile, and who looks at the list each "
        "week?", date(2026, 9, 17),
        party(COUNCIL, Status.FURTHER_INFORMATION, date(2026, 12, 4), answer(
            date(2026, 10, 14), "Thirty-one children waited in September; each was rung weekly.",
            Position.PARTLY_ACCEPTED, "Thirty-one children waited in September.\n\n- each was rung weekly\n"
            "- a manager reads the list on Mondays\n\nWe do not share the view that the list is too long."),
              asked=(AskedFigure(asked_on=date(2026, 10, 20), question="What do they *wait* for?"),)),
        priority=Priority.URGENT, in_full=True, works="The list exists and is honest.",
    ),
    challenge(
        21, "One page for every partner on information sharing",
        "Will the three partners say with one voice what may be shared, when, and by whom, so that nobody at the "
        "front line has to decide alone?", date(2026, 10, 6),
        party(PARTNERS, Status.RAISED, date(2026, 11, 12), role="lead: Constabulary"),
        priority=Priority.IMPORTANT, in_full=True, forum="Strategic Board",
        works="Practitioners share well where they know each other by name.",
        rewordings=(RewordingFigure(
            reworded_on=date(2026, 10, 12), before="Will the police say what may be shared?",
            why="It was not theirs alone.",
            after="Will the three partners say with one voice what may be shared?"),),
    ),
)  # fmt: skip

OPEN = (
    ("Return conversations for children placed outside the county", COUNCIL, Status.RAISED, date(2026, 12, 3)),
    ("Fathers in pre-birth planning", HOSPITAL, Status.ACTION_AGREED, date(2026, 10, 20)),
    ("Weekend contact with out-of-hours health", ICB, Status.RAISED, date(2026, 11, 26)),
    ("Interpreters at child protection conferences", COUNCIL, Status.RESPONDED, date(2026, 11, 9)),
    ("Electively home-educated children seen and heard", SCHOOLS, Status.ACKNOWLEDGED, date(2026, 11, 18)),
    ("Housing at early help meetings", DISTRICTS, Status.ACTION_AGREED, date(2026, 10, 12)),
    ("Feedback to referrers within five days", COUNCIL, Status.TESTING_IMPACT, date(2026, 9, 30)),
    ("Probation’s part in planning for release", PROBATION, Status.RAISED, date(2026, 12, 10)),
    ("Disabled children in the missing figures", POLICE, Status.ACTION_AGREED, date(2026, 10, 30)),
    ("Training that reaches night staff", HOSPITAL, Status.TESTING_IMPACT, date(2026, 10, 5)),
    ("Seven-minute briefings: who reads them?", "Learning sub-group", Status.RESPONDED, date(2026, 11, 16)),
)  # fmt: skip

ENDED = (
    ("Weekend cover at the front door", COUNCIL, ImpactLevel.PRACTICE_CHANGED,
     Outcome.PRACTICE_CHANGE_EVIDENCED, "I saw six contacts decided within two hours on a Saturday."),
    ("Children’s words in missing plans", COUNCIL, ImpactLevel.PRACTICE_CHANGED,
     Outcome.PRACTICE_CHANGE_EVIDENCED, "17 of 22 plans hold the child’s own words, against 6 of 20 a year ago."),
    ("A named link for each school", SCHOOLS, ImpactLevel.PROCESS_CHANGED, Outcome.PROCESS_CHANGED_ONLY,
     "Every school has a named link; whether they are rung is to be seen in spring."),
    ("Who chairs the audit group", POLICE, ImpactLevel.REPLY_ONLY, Outcome.ASSURED_NO_CHANGE_NEEDED,
     "The deputy chief constable chairs it."),
    ("Hospital discharge planning", HOSPITAL, ImpactLevel.PROCESS_CHANGED, Outcome.PROCESS_CHANGED_ONLY,
     "A checklist is in use on two wards."),
    ("Section 11 returns from small agencies", DISTRICTS, ImpactLevel.PROCESS_CHANGED,
     Outcome.PROCESS_CHANGED_ONLY, "A shorter form was sent out, and all returned it."),
    ("Induction for new Board members", "Strategic Board", ImpactLevel.NONE_SEEN,
     Outcome.OVERTAKEN_BY_EVENTS, "The Board was re-formed in September."),
)  # fmt: skip


def _open(number: int, row: tuple[str, str, Status, date]) -> ChallengeFigure:
    title, name, status, due_on = row
    answers = () if status.awaits_answer else (
        answer(date(2026, 10, 19), "We agree, and will make the change by the new year."),)
    return challenge(number, title, f"{title}: what do you know of it, and what will you do next?",
                     date(2026, 9, 21), party(name, status, due_on, *answers))


_MORE: dict[int, dict[str, Any]] = {
    3: {"evidence": (POLICY, SEEN_THERE), "retests": (
        RetestFigure(planned_on=date(2026, 11, 16), done_on=date(2026, 11, 14), result=RetestResult.SUSTAINED,
                     words="Four of four, again on a Saturday.", days=0.5),)},
    4: {"stands_in": "The audit cannot be repeated before *spring*.", "reopened": (
        ReopenedFigure(ended_on=date(2026, 8, 3), outcome=Outcome.PROCESS_CHANGED_ONLY,
                       impact_level=ImpactLevel.PROCESS_CHANGED, words="A form was in use.",
                       reopened_on=date(2026, 9, 1), because="The form had lapsed."),)},
    5: {"evidence": (POLICY,), "retests": (RetestFigure(planned_on=date(2027, 5, 3), days=0.5),)},
    6: {"keeps_reason": True},
    9: {"ended_because": "A new Board sits.", "answers": (), "no_answer_by": TODAY},
}  # fmt: skip


def _ended(number: int, row: tuple[str, str, ImpactLevel, Outcome, str]) -> ChallengeFigure:
    title, name, level, outcome, changed = row
    more = _MORE.get(number, {})
    said = answer(date(2026, 9, 22), "The change was made in September.")
    part = party(name, Status.CLOSED, date(2026, 9, 25), said, outcome=outcome, level=level, changed=changed,
                 closed=date(2026, 11, 2))
    return challenge(number, title, f"{title}: how will it be made sure?", date(2026, 7, 2), replace(part, **more))


CHALLENGES = (
    *(_ended(number, row) for number, row in enumerate(ENDED, start=3)),
    challenge(10, "Attendance at core groups", "Who attends, and how is it counted?", date(2026, 7, 9),
              party(COUNCIL, Status.WITHDRAWN, date(2026, 8, 6), closed=date(2026, 9, 9)),
              withdrawn="The figures that I had read were of another quarter; I was shown the right ones."),
    *WEIGHTY,
    *(_open(number, row) for number, row in enumerate(OPEN, start=22)),
)  # fmt: skip


def action(number: int, text: str, whose: tuple[str, str], due_on: date, *,
           status: ActionStatus = ActionStatus.OPEN, done_on: date | None = None, **more: Any) -> ActionFigure:
    agency, owner = whose
    return ActionFigure(challenge_reference=f"EX-C-2026-{number:03d}", text=text, agency=agency, owner_role=owner,
                        measure="Counted monthly", due_on=due_on, status=status, done_on=done_on,
                        is_overdue=not status.is_settled and due_on < TODAY, **more)


ACTIONS = (
    action(14, "Rota of named nurses for strategy meetings", (ICB, "designated nurse"), date(2026, 12, 1)),
    MAILBOX,
    action(23, "Invite fathers by name to pre-birth planning", (HOSPITAL, "head of midwifery"), date(2026, 11, 13),
           ledger="second date, 5 working days later than first agreed"),
    action(27, "Housing officer at each weekly meeting", (DISTRICTS, "housing managers"), date(2027, 1, 15),
           status=ActionStatus.IN_PROGRESS),
    action(28, "Feedback letter sent from the record itself", (COUNCIL, "head of front door"), date(2026, 10, 30),
           status=ActionStatus.DONE, done_on=date(2026, 10, 27), seen=Seen.AS_REPORTED, seen_on=date(2026, 11, 3)),
    action(30, "Mark disability in each missing report", (POLICE, "missing persons lead"), date(2026, 12, 18)),
    action(31, "Short training at 10 pm, monthly", (HOSPITAL, "practice educator"), date(2026, 10, 31),
           status=ActionStatus.DROPPED, dropped_on=date(2026, 10, 20),
           dropped_because="Night staff asked for *mornings*."),
)  # fmt: skip

ENDINGS = EndingCounts(
    by_level={ImpactLevel.PRACTICE_CHANGED: 2, ImpactLevel.PROCESS_CHANGED: 2, ImpactLevel.REPLY_ONLY: 1},
    otherwise={Outcome.OVERTAKEN_BY_EVENTS: 1}, withdrawn=1, wordless=1,
)
COUNTS = ChallengeCounts(
    raised=14, answered=13, ended=8, open_now=14, awaited=6, awaited_late=3, waiting_for_me=5, escalated=1,
    by_stage={FIRST_STAGE: 1}, extended=2, reopened=1, endings=ENDINGS,
    party_endings=replace(ENDINGS, by_level={**ENDINGS.by_level, ImpactLevel.NONE_SEEN: 1}),
    retests={RetestResult.SUSTAINED: 1, RetestResult.NOT_SUSTAINED: 1}, retest_days=1.5, retests_planned=1,
)  # fmt: skip

FIGURES = Figures(
    masthead=MASTHEAD, paper=PAPER, body="Strategic Board", meeting_on=date(2026, 12, 18),
    starts_on=date(2026, 9, 1), ends_on=TODAY, frozen_at=FROZEN_AT, sections=SECTIONS,
    considered=frozenset({SectionCode.DATA_PROTECTION}), activities=ACTIVITIES, days_spent=6.5, days_budget=5,
    strengths=STRENGTHS, learning=LEARNING, voices=VOICES, counts=COUNTS, challenges=CHALLENGES, actions=ACTIONS,
)  # fmt: skip

EMPTY = replace(
    FIGURES, sections={}, considered=frozenset(), activities=(), days_spent=0.0, strengths=(), learning=(),
    voices=(), challenges=(), actions=(),
    counts=ChallengeCounts(raised=0, answered=0, ended=0, open_now=0, awaited=0, awaited_late=0, waiting_for_me=0,
                           escalated=0),
)  # fmt: skip

LOG = ChallengeLog(masthead=MASTHEAD, frozen_at=FROZEN_AT, challenges=CHALLENGES)
