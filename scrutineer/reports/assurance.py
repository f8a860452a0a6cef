"""The assurance paper: what a board reads from its scrutineer, about four sides and the log behind them.

The report of a year is the same paper with five sections more: what each agency contributed, audits and data,
training and learning, how scrutiny feels, and the principles; and with the year of challenge in figures.

In each section the scrutineer's own words stand first, then what the figures show. Only frozen figures
come in, so that nothing private and nothing later can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.activity import AskedBy, LedBy, MyPart
from scrutineer.domain.challenge_figures import ActionFigure
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.figures import ActivityFigure, Figures, FindingFigure, Masthead
from scrutineer.domain.paper import SectionCode, chapters_of
from scrutineer.domain.reference import short
from scrutineer.domain.serving import served
from scrutineer.domain.text import counted, listed
from scrutineer.domain.year_figures import AnnualFigures, YearFigures
from scrutineer.reports import (
    annex,
    challenge_log,
    challenge_section,
    cover,
    judgement_section,
    leadership_section,
    learning_section,
    recommendation_section,
    system_section,
    year_section,
)
from scrutineer.reports.blocks import (
    Block,
    Blocks,
    BulletList,
    Document,
    Heading,
    Landscape,
    Paragraph,
    Table,
    numbered,
    shifted,
)
from scrutineer.reports.markdown import parse, plain
from scrutineer.reports.party_words import reported, seen_words
from scrutineer.reports.wording import (
    TO_BE_COMPLETED,
    counted_days,
    enclosed,
    full_stop,
    in_voice,
    opened,
    run_in,
    seen_at,
    taken_up,
    term_words,
)

_PARTS = {
    MyPart.LED: "led", MyPart.TOOK_PART: "took part in", MyPart.OVERSAW: "oversaw",
    MyPart.READ_RESULT: "read the result of",
}  # fmt: skip
_LEADERS = {
    LedBy.SUB_GROUP: "a sub-group", LedBy.AGENCY: "an agency", LedBy.YOUNG_PEOPLE: "young people",
    LedBy.PEER_AREA: "a peer area", LedBy.INSPECTORATE: "an inspectorate",
    LedBy.INVITED_EXPERT: "an invited expert",
}  # fmt: skip
_LISTED = "What was looked at, and what not"
_AGREED = "Agreed actions, and recommendations made before"
_DEFINED = "What the words of judgement mean"
_ACTION_WIDTHS = (2.5, 6.6, 2.5, 2.8, 2.6)


def document(figures: Figures) -> Document:
    """The assurance paper over one period: cover sheet, sections, the log and the agencies' own words."""
    masthead, paper = figures.masthead, figures.paper
    answers = annex.in_their_words(figures.challenges, masthead)
    in_full_at = "Appendix B" if answers else ""
    log = Landscape(challenge_log.table(figures.challenges, masthead, in_full_at))
    appended: dict[str, Blocks] = {
        "Challenge log": (log,), annex.TITLE: answers,
        _AGREED: (*_each_action(figures), *recommendation_section.earlier(figures)),
        _LISTED: (*_each_activity(figures), *system_section.coverage(figures.system.coverage, masthead)),
        _DEFINED: judgement_section.definitions(figures.system.assurance),
    }  # fmt: skip
    lettered = dict(zip("ABCDE", (title for title, blocks in appended.items() if blocks), strict=False))
    where = {title: f"Appendix {letter}" for letter, title in lettered.items()}
    status = cover.status_line(figures)
    return Document(
        title=paper.title,
        subtitle=_subtitle(figures),
        blocks=(
            cover.sheet(figures, tuple(f"{letter}: {title}" for letter, title in lettered.items())),
            *_sections(figures, where),
            *(block for letter, title in lettered.items() for block in _appendix(letter, title, appended[title])),
        ),
        author=masthead.author,
        subject=f"{paper.kind.label}, {cover.period_line(figures)}",
        mark=paper.mark,
        note=f"{paper.title}, {status}",
        sample=masthead.is_sample,
        numbered=paper.numbered,
    )


def _appendix(letter: str, title: str, blocks: Blocks) -> Blocks:
    """An appendix under its heading, which stands on the pages that are turned sideways where its first block does."""
    heading = Heading(f"Appendix {letter}: {title}", numbered=False)
    first, *rest = blocks
    return (Landscape((heading, *first.blocks)), *rest) if isinstance(first, Landscape) else (heading, *blocks)


def _subtitle(figures: Figures) -> str:
    meeting = ", ".join(words for words in (figures.body, long_date(figures.meeting_on)) if words)
    return "\n".join(words for words in (figures.masthead.partnership, meeting) if words)


def _sections(figures: Figures, where: Mapping[str, str]) -> Iterator[Block]:
    """Each section: my words, then what the figures show. `where` gives the appendix of a title, if it has one."""
    contents: dict[SectionCode, Callable[[Figures], Iterator[Block]]] = {
        SectionCode.BOTTOM_LINE: _bottom_line,
        SectionCode.WHAT_I_DID: lambda figures: _what_i_did(figures, where.get(_LISTED, "")),
        SectionCode.WHAT_WORKS: _what_works,
        SectionCode.WHAT_I_HEARD: _what_i_heard,
        SectionCode.ASSURANCE: lambda figures: judgement_section.blocks(figures, where.get(_DEFINED, "")),
        SectionCode.CHALLENGES: lambda figures: _challenges(figures, where.get(annex.TITLE, "")),
        SectionCode.ACTIONS: lambda figures: _actions(figures, where.get(_AGREED, "")),
        SectionCode.NEXT: system_section.ahead,
        SectionCode.FEELING: system_section.feeling,
        SectionCode.PRINCIPLES: system_section.principles,
    }
    contents |= _of_the_year(figures.year if isinstance(figures, AnnualFigures) else YearFigures())
    for code in chapters_of(figures.paper.kind):
        yield Heading(term_words(code, figures.masthead))
        yield from numbered(shifted(parse(figures.sections.get(code, "")).blocks, by=1))
        yield from contents[code](figures)


def _of_the_year(year: YearFigures) -> dict[SectionCode, Callable[[Figures], Iterator[Block]]]:
    """What stands only in the report of a year."""
    return {
        SectionCode.LEADERSHIP: lambda figures: leadership_section.blocks(year, figures.masthead),
        SectionCode.QUALITY: lambda figures: learning_section.quality(figures, year),
        SectionCode.LEARNING: learning_section.learning,
        SectionCode.PRINCIPLES: lambda figures: chain(
            year_section.terms(figures, year), system_section.principles(figures)
        ),
    }


def _challenges(figures: Figures, in_full_at: str) -> Iterator[Block]:
    yield from challenge_section.blocks(figures, in_full_at)
    if isinstance(figures, AnnualFigures):
        yield from year_section.in_figures(figures, figures.year)
        yield from year_section.disagreements(figures, figures.year)
        yield from year_section.little_progress(figures)


def _is_written(figures: Figures, code: SectionCode) -> bool:
    return bool(figures.sections.get(code, "").strip())


def _bottom_line(figures: Figures) -> Iterator[Block]:
    if not _is_written(figures, SectionCode.BOTTOM_LINE):
        yield Paragraph(TO_BE_COMPLETED, numbered=True)
    yield from judgement_section.opinion(figures)


def _what_i_did(figures: Figures, listed_at: str) -> Iterator[Block]:
    if not figures.activities:
        yield Paragraph("No scrutiny took place in this period.", numbered=True)
        yield from system_section.unseen(figures, listed_at)
        return
    yield Paragraph(in_voice(_how_much(figures), figures.masthead), numbered=True)
    agencies = len({agency for one in figures.activities for agency in one.agencies})
    looked_at = f" {counted(agencies, 'agency was', 'agencies were')} looked at." if agencies else ""
    each = f" Each piece is listed in {listed_at}."
    yield Paragraph(in_voice(_by_whom(figures), figures.masthead) + looked_at + each, numbered=True)
    yield from system_section.unseen(figures, listed_at)


def _each_activity(figures: Figures) -> Blocks:
    """A line for each piece of scrutiny, the earliest first; nothing when there was none."""
    header = ("Date", "What", "Form", "Level", "Asked for by")
    rows = tuple(_activity_row(activity, figures.masthead) for activity in figures.activities)
    return (Table(header, rows, (2.6, 5.5, 3.6, 2.8, 2.5), description="Each activity of the period"),) if rows else ()


def _how_much(figures: Figures) -> str:
    """How many, in how many forms and at how many levels, the days they took and who had asked for them."""
    activities = figures.activities
    forms = counted(len({one.type for one in activities}), "form")
    levels = counted(len({one.level for one in activities}), "level")
    total = counted(len(activities), "piece of scrutiny", "pieces of scrutiny")
    days = f"My part took {counted_days(figures.days_spent)}"
    if figures.days_budget:
        days += f"; the budget for this period is {counted_days(figures.days_budget)}"
    return f"This period saw {total}, in {forms} and at {levels}. {days}. {_invited(figures)}"


def _invited(figures: Figures) -> str:
    """How much of it was invited, and by whom: the plainest measure of a culture that welcomes scrutiny."""
    if not figures.invited:
        return "Each was asked for by me."
    by_others = Counter(one.asked_by for one in figures.activities if one.asked_by is not AskedBy.SCRUTINEER)
    asked = ((enclosed(term_words(who, figures.masthead)), number) for who, number in by_others.most_common())
    askers = listed([f"{who} ({number})" for who, number in asked])
    verb = "was" if figures.invited == 1 else "were"
    return f"Of these, {figures.invited} {verb} asked for by others: {askers}."


def _by_whom(figures: Figures) -> str:
    """What my own part was, and who else led."""
    parts = Counter(one.my_part for one in figures.activities)
    mine = listed([f"{words} {parts[part]}" for part, words in _PARTS.items() if parts[part]])
    leaders = Counter(one.led_by for one in figures.activities)
    called = {**_LEADERS, LedBy.YOUNG_PEOPLE: enclosed(term_words(LedBy.YOUNG_PEOPLE, figures.masthead))}
    others = listed([f"{words} led {leaders[who]}" for who, words in called.items() if leaders[who]])
    return f"I {mine}. {full_stop(opened(others))}".rstrip()


def _activity_row(activity: ActivityFigure, masthead: Masthead) -> tuple[str, ...]:
    form, asked_by = term_words(activity.type, masthead), term_words(activity.asked_by, masthead)
    return short_date(activity.held_on), activity.title, form, activity.level.label, asked_by


def _what_works(figures: Figures) -> Iterator[Block]:
    for strength in figures.strengths:
        yield from numbered(run_in(_named(strength), strength.text, taken_up(strength)))
    if not figures.strengths and not _is_written(figures, SectionCode.WHAT_WORKS):
        yield Paragraph("No strength was recorded in this period.", numbered=True)
    if figures.learning and not isinstance(figures, AnnualFigures):      # which has a section for it
        yield Heading("Learning", level=2)
        for lesson in figures.learning:
            yield from numbered(run_in(_named(lesson), lesson.text, taken_up(lesson)))


def _named(finding: FindingFigure) -> str:
    return f"{listed(finding.agencies)}." if finding.agencies else ""


def _what_i_heard(figures: Figures) -> Iterator[Block]:
    said = ""
    for voice in figures.voices:
        heard = seen_at(voice)
        lead = f"{heard}." if heard != said else ""      # where and when, once
        yield from numbered(run_in(lead, voice.text, in_voice(_came_of(voice), figures.masthead)))
        said = heard
    if not figures.voices and not _is_written(figures, SectionCode.WHAT_I_HEARD):
        many = served(figures.masthead.serves).many
        nothing = f"Nothing heard from {many}, families or practitioners was recorded in this period."
        yield Paragraph(nothing, numbered=True)


def _came_of(voice: FindingFigure) -> str:
    """What was asked because of a voice, and when those who were heard were told."""
    told = f"They were told on {long_date(voice.told_on)}." if voice.told_on else ""
    return " ".join(filter(None, (full_stop(plain(voice.asked)), told)))


def _actions(figures: Figures, listed_at: str) -> Iterator[Block]:
    """How far what was agreed has come, which of it is awaited since its day, and earlier recommendations."""
    if not figures.actions:
        yield Paragraph("No action has been agreed.", numbered=True)
    else:
        words = f"{_how_far(figures.actions)} Each is listed in {listed_at}."
        yield Paragraph(in_voice(words, figures.masthead), numbered=True)
        late = tuple(_late(action) for action in figures.actions if action.is_overdue)
        if late:
            yield BulletList(late)
    yield from recommendation_section.how_far(figures, listed_at)


def _late(action: ActionFigure) -> str:
    since = f"awaited since {short_date(action.due_on)}"
    return f"{short(action.challenge_reference)} {action.agency}: {full_stop(plain(action.text))} {opened(since)}."


def _each_action(figures: Figures) -> Blocks:
    """A line for each agreed action, the earliest due first; nothing when there was none."""
    rows = tuple(_action_row(action) for action in figures.actions)
    header = ("Ref", "Agency (owner): action", "Due", "Reported by the agency", "Seen by me")
    description = "Each action: whose, by when, what its agency reports and what was seen"
    if not rows:
        return ()
    titles = (*header[:-1], in_voice(header[-1], figures.masthead))
    return (Table(titles, rows, _ACTION_WIDTHS, description=description),)


def _how_far(actions: tuple[ActionFigure, ...]) -> str:
    """How many were agreed, are open, are reported done, and were seen to be so."""
    open_now = sum(1 for action in actions if not action.status.is_settled)
    done = [action for action in actions if action.status is ActionStatus.DONE]
    seen = sum(1 for action in done if action.seen is Seen.AS_REPORTED)
    words = f"Agencies have agreed {counted(len(actions), 'action')}; {open_now} of them {_are(open_now)} open."
    if len(done) == 1:
        words += f" 1 is reported done, and I have {'' if seen else 'not yet '}seen it for myself."
    elif done:
        words += f" {len(done)} are reported done; of these I have seen {seen} for myself."
    return words


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _action_row(action: ActionFigure) -> tuple[str, ...]:
    owner = f"{action.agency} ({action.owner_role})" if action.owner_role else action.agency
    due = short_date(action.due_on) or "No date set"
    return (
        short(action.challenge_reference), ": ".join(filter(None, (owner, plain(action.text)))),
        f"{due} ({action.ledger})" if action.ledger else due, reported(action),
        seen_words(action.seen, action.seen_on),
    )  # fmt: skip
