"""The page is whole, and after a change the cards that it concerns are enough to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Finding
from scrutineer.domain.challenge import Challenge, Quality, Stage
from scrutineer.domain.escalation import EscalationStep, Rung
from scrutineer.domain.note import NoteKind
from scrutineer.domain.records import BY_KIND
from scrutineer.register.today.page import KINDS, concerned
from scrutineer.register.today.rows import Today
from tests.factories import TODAY, an_activity, an_undertaking, filled_record
from tests.register.today.conftest import answered

DAY = timedelta(days=1)


def test_a_new_record_shows_six_cards_with_what_is_ahead_alone(register):
    page = register.today_page()
    assert len(page) == 6
    assert [len(card) for card in page] == [0, 0, 0, 1, 0, 0]
    assert [row.kind for row in page.fortnight] == ["paper"]


def test_whether_anything_was_begun_is_known_without_reading_it(register, begun):
    assert register.is_begun("agency")
    assert not register.is_begun("activity")
    visit = register.activities.save(an_activity())
    assert register.is_begun("activity")
    register.activities.remove(visit)
    assert not register.is_begun("activity")


def following(register):
    """The page, kept up by reading after each commit only the cards that it concerns."""
    kept = register.today_page()._asdict()
    register.on_change(lambda changed: kept.update(register.today_cards(changed.kinds)))
    return kept


def test_after_every_deed_the_concerned_cards_are_enough(register, begun, part, put):
    kept = following(register)

    def steps():
        _, (first, second) = put(title="Both", raised_on=TODAY - 5 * DAY)
        yield register.notes.about(part, NoteKind.CHASED, "", TODAY)
        yield register.escalations.escalate([part.id], EscalationStep(
            stage=Stage.AGENCY_LEAD, stepped_on=TODAY - DAY, reply_due_on=TODAY - DAY
        ))
        yield register.escalations.save_rung(Rung(stage=Stage.AGENCY_LEAD, title="the chief officer"))
        yield register.extensions.extend([part.id], TODAY + 60 * DAY, "Asked for.")
        yield answered(register, part)
        yield register.replies.judge(register.challenges.responses(part.id)[0].id, Quality.FULL, "", TODAY)
        yield register.courses.agree_action(part.id, [Action(text="Audit.", due_on=TODAY - DAY)])
        yield register.actions.report_done(register.challenges.actions(part.id)[0].id, TODAY)
        yield register.courses.test(part.id, "Read ten.", TODAY)
        yield register.courses.withdraw_part(first.id, "Wrong one.", "Them", TODAY)
        yield register.activities.note_what_i_saw(an_activity(agency_ids=begun.partners), [Finding(text="It works.")])
        yield register.findings.pass_on(register.findings.all()[0].id, "Northmoor", TODAY)
        yield register.undertakings.promise(an_undertaking())
        yield register.challenges.draft(Challenge(title="", text="Half worded"))
        yield register.agencies.save(replace(begun.police, short_name="Constabulary"))
        yield register.evidence.link(register.challenges.get(second.challenge_id), register.activities.all()[0])
        yield register.papers.save(register.papers.begin(meeting=begun.meeting))

    for _ in steps():
        assert Today(**kept) == register.today_page()


def test_of_every_kind_of_record_what_it_is_shown_by_is_known(register):
    kept = following(register)
    for entity in filled_record("marker"):
        with register.desk.act() as act:
            act.database.execute_sql("PRAGMA defer_foreign_keys = ON")
            act.overwrite(replace(entity, deleted_at=None))
        assert Today(**kept) == register.today_page(), entity.KIND


def test_what_concerns_no_card_reads_none():
    assert concerned({"backup"}) == []
    assert concerned({"note"}) == ["awaited"]
    assert set().union(*KINDS.values()) <= set(BY_KIND)


def test_card_by_card_the_page_is_the_same_and_cards_not_asked_for_do_not_come(register, begun, part, put):
    put(title="Both", raised_on=TODAY - 5 * DAY)
    register.undertakings.promise(an_undertaking(text="Come back in spring."))
    found = {}
    for one in register.today_in_parts(KINDS):
        assert len(one) <= 1
        found |= one
    assert found == register.today_page()._asdict()
    (few,) = filter(None, register.today_in_parts(["awaited"]))
    assert few == {"awaited": register.today_page().awaited}
    assert len(few["awaited"]) > 1
