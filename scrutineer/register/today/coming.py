"""My next fortnight: what I do, meetings, days by which papers must be in, and whom I promised to tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scrutineer.domain.activity import Level
from scrutineer.domain.dates import iso_date, weekday_date
from scrutineer.domain.paper import PaperStatus
from scrutineer.register.today.morning import Morning, Saying
from scrutineer.register.today.rows import Line, Row, Rows, lines, soonest
from scrutineer.register.today.untold import to_tell
from scrutineer.storage import today as storage
from scrutineer.storage.today import Gathering, Untold, Visit


def fortnight(morning: Morning) -> Rows:
    """The rows of the card, the earliest first."""
    say, first, last = morning.say, morning.today.isoformat(), morning.until.isoformat()
    ahead = [one for one in morning.visits if one.is_ahead and first <= (one.held_on or "") <= last]
    owed = [one for one in morning.untold if first < one.tell_by_on <= last]
    return Rows(soonest([
        *lines(owed, lambda one: one.tell_by_on, partial(_to_tell, say)),
        *lines(ahead, lambda one: one.held_on, partial(_visit, say)), *_gatherings(morning, first, last),
    ]))


def _visit(say: Saying, one: Visit) -> Row:
    day = iso_date(one.held_on or "")
    return Row("activity", one.id, one.title, say.agencies(one.agencies) or Level(one.level).label, weekday_date(day),
               day)


def _to_tell(say: Saying, one: Untold) -> Row:
    return to_tell(say, one)._replace(when=weekday_date(iso_date(one.tell_by_on)))


def _gatherings(morning: Morning, first: str, last: str) -> Iterator[Line]:
    """Each meeting once, and the deadline of its paper until that is issued."""
    papers: dict[str, list[Gathering]] = {}
    for one in storage.gatherings(morning.database, morning.today):
        papers.setdefault(one.id, []).append(one)
    for found in papers.values():
        meeting = found[0]
        if meeting.held_on <= last:
            yield Line(meeting.held_on, partial(_meeting, meeting))
        is_issued = any(one.paper_status == PaperStatus.ISSUED.value for one in found)
        if meeting.papers_due_on and first <= meeting.papers_due_on <= last and not is_issued:
            yield Line(meeting.papers_due_on, partial(_deadline, morning.say, meeting))


def _meeting(one: Gathering) -> Row:
    day = iso_date(one.held_on)
    return Row("meeting", one.id, one.body or "Meeting", one.place, weekday_date(day), day)


def _deadline(say: Saying, one: Gathering) -> Row:
    day = iso_date(one.papers_due_on or "")
    detail = f"for {say.day(one.held_on)}" + (f" · {one.paper}" if one.paper else "")
    row = Row("paper", one.paper_id or "", f"Paper deadline: {one.body or 'Meeting'}", detail, weekday_date(day), day)
    if one.paper_id:      # it is begun: to write is to go on with it
        return row._replace(deed="go_on", deed_id=one.paper_id)
    return row._replace(deed="write", deed_id=one.id)
