"""Every record has a name that people can read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Stage
from scrutineer.domain.escalation import EscalationStep, Rung
from scrutineer.domain.evidence import EvidenceLink
from scrutineer.domain.extension import Extension
from scrutineer.domain.organisation import Agency, AgencySuccession, Change
from scrutineer.domain.paper import Paper
from scrutineer.domain.retest import Retest
from scrutineer.domain.step import Rewording, StatusEvent
from scrutineer.domain.update import ProgressUpdate
from scrutineer.reports import whole_record
from scrutineer.reports.blocks import lines_of
from tests.factories import TODAY, an_activity

DAY = timedelta(days=1)


@pytest.fixture
def names(register, put, answer, begun):
    """A challenge with one of everything that hangs on it, and the names of the whole record."""
    challenge, (police, icb) = put(title="Interviews")
    register.challenges.reword(replace(challenge, text="Who asks?"), on=TODAY)
    register.extensions.extend([icb.id], icb.due_on + DAY, "They asked.")
    register.escalations.save_rung(Rung(stage=Stage.AGENCY_LEAD, title="chief’s desk"))
    register.escalations.escalate([icb.id], EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=TODAY))
    answer(police)
    register.courses.agree_action(police.id, [Action(text="Count them.", due_on=TODAY)])
    (action,) = register.challenges.actions(police.id)
    register.extensions.extend_action(action.id, TODAY + DAY, "They asked.")
    visit = register.activities.save(an_activity(title="Desk"))
    register.actions.report_done(action.id, TODAY)
    register.evidence.link(police, visit)
    reply = register.challenges.reply_of(register.challenges.responses(police.id)[0])
    register.attachments.attach(reply, "letter.pdf", b"x" * 2000)
    with register.desk.act() as act:
        act.put(Retest(challenge_id=challenge.id, addressee_id=police.id, planned_on=TODAY))
    register.successions.follow([begun.district], [Agency(name="One Council")], Change.MERGED, TODAY)

    def names(cls):
        whole = register.figures.whole()
        return [whole.names[one.id] for one in whole.entities if type(one) is cls]

    return names


def test_steps_dates_rungs_and_lines_are_named_by_whose_they_are(names, register):
    reference = register.challenges.all()[0].reference.removeprefix("EX-")
    assert names(StatusEvent)[0] == f"Put the challenge, Police · {reference}, 23 Nov 2026"
    assert names(Rewording) == [f"{reference} re-worded, 23 Nov 2026"]
    assert names(Extension) == [f"ICB · {reference}, moved, 23 Nov 2026", "Count them, moved, 23 Nov 2026"]
    assert names(Rung) == ["Stage 1 · chief’s desk"]
    assert names(EscalationStep) == [f"ICB · {reference}, Stage 1 · chief’s desk, 23 Nov 2026"]
    assert names(ProgressUpdate) == ["Reported by the agency, 23 Nov 2026"]
    assert names(Retest) == [f"Police · {reference}, tested again, 23 Nov 2026"]
    assert names(EvidenceLink) == [f"Police · {reference}, shown by EX-A-2026-001 Desk"]
    assert names(AgencySuccession) == ["Northmoor District, then One Council"]


def test_a_file_is_named_with_its_version_and_size(names, register):
    (file,) = register.attachments.all()
    assert register.figures.title_of(file, register.desk.names()) == "letter.pdf, version 1 (2 KB)"


def test_a_record_is_named_alone_as_it_is_among_all(names, register):
    whole = register.figures.whole()
    found = {one.id: register.figures.title_of(one, register.desk.names()) for one in whole.entities}
    own = {id_: name for id_, name in whole.names.items() if id_ in found and id_ not in register.desk.names()}
    assert {id_: found[id_] for id_ in own} == own


def test_the_whole_record_prints_no_id(names, register):
    whole = register.figures.whole()
    printed = "\n".join(lines_of(whole_record.document(whole).blocks))
    assert not [id_ for id_ in whole.names if id_ in printed]
    assert "Digest: " in printed


def test_a_link_between_links_and_one_to_nothing_still_have_names(register):
    first = EvidenceLink(subject_kind="evidence_link", source_kind="no such", source_id="gone")
    second = EvidenceLink(subject_kind="evidence_link", subject_id=first.id, source_kind="activity", source_id="gone")
    with register.desk.act() as act:
        act.put(replace(first, subject_id=second.id))
        act.put(second)
    assert [register.figures.title_of(one, {}) for one in register.desk.reader.all(EvidenceLink)] == [
        "link to evidence, shown by ?", "link to evidence, shown by activity"]


def test_what_has_no_name_of_its_own_is_called_by_its_kind(register):
    assert register.figures.title_of(Retest(), {}) == "tested again"
    assert register.figures.title_of(Paper(title=""), {}) == "Paper"
