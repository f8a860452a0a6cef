"""One piece of evidence to read: what it is, what it carries, what it shows, and its files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from scrutineer.domain.action import Action, Seen
from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.domain.reply import Reply, ReplyKind
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.replies import Answer
from scrutineer.ui.evidence.detail import EvidenceDetail
from tests.factories import TODAY, a_finding
from tests.ui.challenges.room import Room, press, read


@pytest.fixture
def detail(room: Room, qtbot) -> EvidenceDetail:
    made = EvidenceDetail(room.tools, "Evidence")
    qtbot.addWidget(made)
    made.resize(480, 700)
    made.show()
    return made


def names(detail: EvidenceDetail) -> list[str]:
    QApplication.processEvents()
    return [made.objectName() for made in detail.findChildren(QAbstractButton) if made.isVisibleTo(detail)]


def test_an_entry_says_where_it_is_held_what_it_carries_and_what_it_shows(room: Room, detail: EvidenceDetail):
    _, (part,) = room.put()
    entry = room.register.evidence.save(Evidence(
        title="Case-file audit", kind=EvidenceKind.SINGLE_AUDIT, is_sampled=True, dated_on=TODAY,
        held_by="Quality team", where_held="Audit 14", agency_id=room.la.id,
        text="Of thirty plans, **21** name an owner.", private=("text",),
    ))  # fmt: skip
    room.register.evidence.link(part, entry, "Nine lack an owner")
    detail.show_record(entry.id)
    said = read(detail)
    for words in (
        "E-2026-001 · 23 Nov 2026", "Case-file audit", "it can carry “practice changed”", "Quality team", "Audit 14",
        "LA", "What it shows · private to me", "Of thirty plans, 21 name an owner.", "I have sampled it myself.",
        "Police · C-2026-001", "Nine lack an owner",
    ):
        assert words in said
    assert {"step-link_to", "step-edit_entry", "step-add_file"} <= set(names(detail))


def test_what_is_not_linked_yet_says_where_to_link_it(room: Room, detail: EvidenceDetail):
    detail.show_record(room.register.evidence.save(Evidence(title="Policy")).id)
    assert "Nothing is linked to it yet." in read(detail)
    assert "it reaches “process changed”" in read(detail)


def test_each_link_is_opened_or_taken_back_by_its_own_button(room: Room, detail: EvidenceDetail, qtbot):
    _, (one, two) = room.put(room.police, room.icb)
    entry = room.register.evidence.save(Evidence(title="Policy"))
    links = [room.register.evidence.link(part, entry) for part in (one, two)]
    detail.show_record(entry.id)
    for code, id_ in (("open", two.id), ("unlink", links[1].id)):
        with qtbot.waitSignal(detail.acted) as heard:
            press(detail, f"{code}-{id_}")
        assert heard.args == [code, id_]
    taken_back = detail.findChild(QAbstractButton, f"unlink-{links[0].id}")
    assert taken_back.accessibleName() == "Take this link back: Police · C-2026-001"


def test_the_newest_version_stands_on_top_and_the_whole_digest_is_shown_on_demand(room: Room, detail: EvidenceDetail):
    entry = room.register.evidence.save(Evidence(title="Audit"))
    attach = room.register.attachments.attach
    first, second = attach(entry, "audit.pdf", b"one", "As sent"), attach(entry, "audit.pdf", b"two")
    plan = attach(entry, "Plan.docx", b"PK")
    detail.show_record(entry.id)
    said = read(detail)
    assert said.index("version 2, 1 KB, added on 23 Nov 2026") < said.index("version 1, 1 KB") < said.index("Plan.docx")
    assert said.count("audit.pdf") == 1
    assert "As sent" in said
    assert names(detail).count("step-take_out") == 2      # of the newest version of each file
    for file in (first, second, plan):
        assert f"SHA-256 begins with {file.sha256[:8]}" in said
        assert file.sha256 not in said
    press(detail, f"digest-{first.id}")
    assert f"SHA-256 {first.sha256}" in read(detail)


def test_what_i_saw_leads_to_what_it_is_about(room: Room, detail: EvidenceDetail, qtbot):
    _, (part,) = room.put()
    room.answer(part)
    room.register.courses.agree_action(part.id, [Action(text="Audit plans.")])
    (action,) = room.register.challenges.actions(part.id)
    seen = room.register.updates.note(ProgressUpdate(
        action_id=action.id, side=Side.SEEN, seen=Seen.NOT_YET, noted_on=TODAY, text="Nobody knew of it."
    ))  # fmt: skip
    detail.show_record(seen.id)
    assert "Nothing was seen yet, so it carries nothing yet." in read(detail)
    assert "Nobody knew of it." in read(detail)
    with qtbot.waitSignal(detail.acted) as heard:
        press(detail, "step-open")
    assert heard.args == ["open", seen.id]


def test_a_finding_is_read_in_its_own_words(room: Room, detail: EvidenceDetail):
    finding = room.register.findings.save(a_finding(text="They *listen*.\n\nAlways."))
    detail.show_record(finding.id)
    assert "They listen." in read(detail)
    assert "Always." in read(detail)


def test_a_holding_reply_has_no_answer_to_open(room: Room, detail: EvidenceDetail):
    _, (part,) = room.put()
    holding = Reply(received_on=TODAY, kind=ReplyKind.HOLDING, text="We need a week.")
    room.register.replies.record(holding, {part.id: Answer()})
    answered = room.answer(part)
    detail.show_record(holding.id)
    assert "step-open" not in names(detail)
    detail.show_record(answered.id)
    assert "step-open" in names(detail)
    assert replace(answered).text in read(detail)
