"""What one party answered: its own words, what came in, what I have seen of it, and my view."""

from __future__ import annotations

from scrutineer.domain.dates import day_month, short_date
from scrutineer.domain.entity import label_of
from scrutineer.domain.evidence import in_megabytes
from scrutineer.domain.reply import Channel, Reply, Response
from scrutineer.domain.text import listed
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.dossier import Heard
from scrutineer.ui.challenges.written_on import Sheet, offer
from scrutineer.ui.tools import look_of
from scrutineer.ui.widgets.steps import Step

_TOGETHER = {
    Channel.LETTER: "in one letter with", Channel.EMAIL: "in one e-mail with",
    Channel.FORM: "in one form with", Channel.SPOKEN: "said together with",
}  # fmt: skip


def aside(heard: Heard) -> list[str]:
    """What stands beside the party's name: what else it answered, and whose words these are."""
    found = [f"{_TOGETHER[heard.reply.channel]} {listed(heard.also)}"] if heard.also else []
    return [*found, "as I heard it"] if heard.reply.as_i_heard_it else found


def write(sheet: Sheet, heard: Heard, *, is_told: bool = True) -> None:
    """One answer; its day and position are said here unless the party's own row has told them already."""
    response, reply = heard.response, heard.reply
    if not is_told:
        position = f": {response.position.label}" if response.position else ""
        heard_by_me = ", as I heard it" if reply.as_i_heard_it else ""
        sheet.section(f"Answered on {short_date(reply.received_on)}{position}{heard_by_me}")
    if response.text.strip():
        sheet.quote(look_of(response.text).html)
    if about := _about(reply, is_alone=not response.text.strip()):
        sheet.words(about, "small")
    for file in heard.files:
        offer(sheet, file.id, [Step("open_file", f"{file.file_name} ({in_megabytes(file.size)})", quiet=True)])
    if reply.as_i_heard_it:
        offer(sheet, reply.id, [Step("minute", "A minute confirms it", quiet=True)])
    _write_view(sheet, response)
    _write_seen(sheet, heard)


def _write_view(sheet: Sheet, response: Response) -> None:
    if not response.quality:
        return
    day = f" · {day_month(response.judged_on)}" if response.judged_on else ""
    mine = f"{label_of(Response, 'my_view')}: {response.quality.label}{day}"
    if response.my_view.strip():
        sheet.labelled(mine, response.my_view, is_private="my_view" in response.private)
    else:
        sheet.section(mine)


def _write_seen(sheet: Sheet, heard: Heard) -> None:
    """What was seen of the answer since, the newest first; nothing where nobody has looked yet."""
    seen = [one for one in heard.updates if one.side is Side.SEEN][::-1]
    if not seen and heard.response.seen:
        day = f" · {short_date(heard.response.seen_on)}" if heard.response.seen_on else ""
        sheet.section(f"{Side.SEEN.label}: {heard.response.seen.label}{day}")
    for one in seen:
        _write_line(sheet, one)


def _write_line(sheet: Sheet, one: ProgressUpdate) -> None:
    found = f": {one.seen.label}" if one.seen else ""
    where = f" · {one.source}" if one.source else ""
    label = f"{one.side.label}{found} · {short_date(one.noted_on)}{where}"
    if one.text.strip():
        sheet.labelled(label, one.text, is_private="text" in one.private)
    else:
        sheet.section(label)


def _about(reply: Reply, *, is_alone: bool) -> str:
    """Who sent it, under what subject and where it is kept; for an answer without words, also how it came."""
    found = [reply.channel.label] if is_alone else []
    if reply.sender:
        found.append(f"from {reply.sender}")
    if reply.subject:
        found.append(f"“{reply.subject}”")
    if reply.where_kept:
        found.append(f"kept: {reply.where_kept}")
    if reply.minute_ref:
        found.append(f"minute {reply.minute_ref}")
    return " · ".join(found)
