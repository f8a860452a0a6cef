"""A draft has one place, and none disturbs another."""

from __future__ import annotations

from scrutineer.ui.drafts import RecordDraft


def test_a_draft_is_kept_replaced_and_let_go(register):
    note, challenge = RecordDraft(register, "note:new"), RecordDraft(register, "challenge:new")
    assert note.kept() == {}
    note.keep({"title": "Front"})
    note.keep({"title": "Front door"})
    challenge.keep({"text": "How do you know?"})
    assert note.kept() == {"title": "Front door"}
    note.forget()
    assert note.kept() == {}
    assert challenge.kept() == {"text": "How do you know?"}


def test_of_a_past_day_no_draft_is_kept_and_nobody_is_troubled_with_it(register):
    past = register.as_at(register.today())
    draft = RecordDraft(past, "note:new")
    draft.keep({"title": "Front door"})
    draft.forget()
    assert draft.kept() == {}
    assert register.drafts.places() == []


def test_a_draft_is_in_no_history(register):
    before = register.safekeeping.check().lines
    RecordDraft(register, "note:new").keep({"title": "Front door"})
    assert register.safekeeping.check().lines == before
