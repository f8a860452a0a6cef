"""Somebody asks what the record said 200 days ago: the demonstration then, read and left again, by keyboard."""

from __future__ import annotations

from datetime import timedelta

import docx
from PySide6.QtCore import Qt

from scrutineer.domain.dates import long_date, short_date
from scrutineer.reports.markdown import plain
from scrutineer.ui.past.window import PastWindow
from tests.journeys.person import Person


def test_a_challenge_is_read_as_it_was_200_days_ago_and_today_is_as_it_was(me: Person):
    me.start(demo=True)
    day = me.register.today() - timedelta(days=200)
    me.to_room("challenges")
    before = me.register.safekeeping.check().lines

    def go() -> None:
        me.type(short_date(day))
        me.key(Qt.Key.Key_Return)

    me.on_sheet(lambda: me.control(Qt.Key.Key_H), go)
    past = me.front
    assert isinstance(past, PastWindow)
    assert f"The record as it stood on {long_date(day)} · to be read, not changed" in me.reads()
    then = {one.id: one for one in past.tools.register.challenges.all()}
    now = {one.id: one for one in me.register.challenges.all()}
    open_then = [id_ for id_, one in then.items() if one.is_open and not now[id_].is_open]
    assert 0 < len(then) < len(now)
    assert open_then
    for id_ in open_then[:3]:
        past.open("challenge", id_)
        words = me.reads()
        assert then[id_].title in words
        assert plain(then[id_].text).split("\n")[0] in words
        assert {one.id for one in past.tools.register.challenges.parts(id_)} <= {
            one.id for one in me.register.challenges.parts(id_)
        }
    file = me.folder / "log.docx"
    me.messages.chosen = [file]
    past.go("papers")
    past.go("papers").findChild(object, "log").trigger()
    told = "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)
    assert long_date(day) in told
    assert long_date(me.register.today()) not in told
    me.control(Qt.Key.Key_W)
    assert me.front is me.window
    assert me.window.room == "challenges"
    assert me.register.safekeeping.check().lines == before
