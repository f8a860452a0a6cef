"""The record in full."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import get_type_hints

import pytest

from scrutineer.domain.activity import Activity, Level
from scrutineer.domain.assurance import Judgement
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.culture import CultureAnswer
from scrutineer.domain.entity import Origin, described, narratives
from scrutineer.domain.escalation import EscalationStep, Rung
from scrutineer.domain.evidence import Attachment, Evidence, EvidenceLink
from scrutineer.domain.figures import WholeRecord
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import Agency, Body, ClosedDays, Contact, Partnership
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.reply import Reply
from scrutineer.domain.retest import Retest
from scrutineer.domain.update import ProgressUpdate
from scrutineer.domain.vocabulary import Term
from scrutineer.reports import whole_record
from scrutineer.reports.blocks import Heading, lines_of
from scrutineer.reports.word import to_word
from tests.reports.reading import words_in
from tests.reports.sample_figures import FROZEN_AT, MASTHEAD

NOON = datetime(2026, 3, 12, 12, 5, tzinfo=UTC)


def document(*entities, **names):
    record = WholeRecord(masthead=MASTHEAD, frozen_at=FROZEN_AT, entities=entities, names=names)
    return whole_record.document(record)


def text(*entities, **names):
    return "\n".join(lines_of(document(*entities, **names).blocks))


def marked(cls, number):
    """An entity with a marker of its own in every field that holds text, and those markers."""
    hints = get_type_hints(cls)
    values = {}
    for spec in described(cls):
        kind, marker = hints[spec.name], f"marker{next(number)}x"
        if kind in (str, str | None):
            values[spec.name] = marker
        elif kind == tuple[str, ...]:
            values[spec.name] = (marker, f"{marker}y")
    markers = [word for value in values.values() for word in ((value,) if isinstance(value, str) else value)]
    return cls(**values), markers


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)
def test_whatever_is_typed_into_any_field_is_found(cls):
    entity, markers = marked(cls, count(1000))
    assert markers
    said = text(entity)
    assert [marker for marker in markers if marker not in said] == []


def test_answers_of_a_small_group_stand_here_and_it_says_that_they_stand_nowhere_else():
    said = text(CultureAnswer(level=Level.BOARD, agree=2))
    assert "Agree: 2" in said
    assert "those of fewer than five people too" in said
    assert "fewer than five" not in text(Judgement(rating="reasonable"))


def test_a_code_whose_words_depend_on_the_entry_is_printed_in_words():
    judged = Judgement(scale="OURS", rating="rated_3")
    said = text(judged, **{f"{judged.id}:rating": "Good enough", f"{judged.id}:scale": "Our four words"})
    assert "Rating: Good enough" in said
    assert "Scale: Our four words" in said
    assert "rated_3" not in said


@pytest.mark.parametrize("cls", [cls for cls in ENTITIES if narratives(cls)], ids=lambda cls: cls.KIND)
def test_private_text_is_there_and_labelled(cls):
    entity, _ = marked(cls, count(1000))
    private = replace(entity, private=narratives(cls))
    said = text(private)
    assert all(getattr(private, name) in said for name in private.private)
    assert said.count("(private to me)") == len(private.private)


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)
def test_every_choice_date_and_number_stands_under_its_label(cls):
    hints = get_type_hints(cls)
    values = {spec.name: _sample(hints[spec.name]) for spec in described(cls)}
    filled = cls(**{name: value for name, value in values.items() if value is not None})
    said = text(filled)
    for name, value in values.items():
        label = next(str(spec.metadata["label"]) for spec in described(cls) if spec.name == name)
        assert value is None or f"{label}: {_as_read(value)}" in said


def _sample(hint):
    """A value of a field's kind; None for the kinds that the markers see to."""
    kinds = getattr(hint, "__args__", (hint,))
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, Term):
            return list(kind)[-1]
    samples = {bool: True, int: 7, float: 2.5, datetime: NOON, date: date(2026, 3, 12)}
    return next((samples[kind] for kind in kinds if kind in samples), None)


def _as_read(value):
    if isinstance(value, Term):
        return value.label
    return {True: "yes", 7: "7", 2.5: "2.5", NOON: "12 March 2026, 12:05 UTC"}.get(value, "12 March 2026")


def test_ids_are_printed_by_name_wherever_there_is_one():
    agency = Agency(name="Constabulary")
    activity = Activity(title="Visit", agency_ids=(agency.id, "f" * 32))
    said = text(agency, activity, **{agency.id: "Constabulary", activity.id: "EX-A-2026-001 Visit"})
    assert agency.id not in said
    assert activity.id not in said
    assert f"Agencies: Constabulary; {'f' * 32}" in said
    assert "EX-A-2026-001 Visit" in said


def test_only_links_are_read_as_ids():
    contact = Contact(name="Designated nurse", role="nurse")
    assert "Role: nurse" in text(contact, nurse="somebody else")


def test_what_a_link_is_about_is_said_by_name_and_by_the_word_people_use():
    part, visit = Addressee(), Activity(title="Visit")
    link = EvidenceLink(subject_kind="addressee", subject_id=part.id, source_kind="activity", source_id=visit.id)
    said = text(link, **{part.id: "ICB · C-2026-014", visit.id: "EX-A-2026-001 Visit"})
    assert "About (kind): party\nAbout: ICB · C-2026-014\nShown by (kind): activity" in said
    assert "Shown by: EX-A-2026-001 Visit" in said
    assert "About (kind): something else" in text(Note(subject_kind="something else"))


def test_a_file_is_printed_with_its_size_and_digest():
    said = text(Attachment(file_name="letter.pdf", size=14_336, sha256="ab" * 32, version=2))
    assert "File: letter.pdf\nVersion: 2\nSize in bytes: 14336\nDigest: " + "ab" * 32 in said


def test_kinds_of_several_words_are_many_in_their_first():
    kinds = [Rung(), EscalationStep(), Evidence(), EvidenceLink(), ProgressUpdate(), ClosedDays(), Reply(), Retest()]
    found = [block.words for block in document(*kinds).blocks if isinstance(block, Heading) and block.level == 1]
    assert found == ["Rungs of the ladder", "Steps of escalation", "Evidence", "Links to evidence", "Progress",
                     "Closed days", "Replies", "Re-tests"]


def test_records_are_grouped_by_kind_in_the_order_given():
    mixed = (Body(name="Board"), Agency(name="Police"), Body(name="Executive"), Challenge(title="Why?"))
    found = [(block.level, block.words) for block in document(*mixed).blocks if isinstance(block, Heading)]
    assert found == [
        (1, "Bodies"), (2, "Body 1"), (2, "Body 2"), (1, "Agencies"), (2, "Agency 1"), (1, "Challenges"),
        (2, "Challenge 1"),
    ]


def test_what_an_old_record_does_not_say_is_not_recorded_and_otherwise_blanks_are_left_out():
    old = text(Challenge(title="Why?", origin=Origin.AS_FOUND))
    assert "The words: not recorded" in old
    assert "Put on: not recorded" in old
    assert "not recorded" not in text(Challenge(title="Why?"))


def test_a_narrative_is_read_as_markdown_beneath_its_record():
    blocks = document(Challenge(title="Why?", text="# Loud\n\n- one\n- two")).blocks
    assert Heading(blocks[-2].words, level=3) == blocks[-2]
    assert [item[0].words[0].text for item in blocks[-1].items] == ["one", "two"]


def test_a_choice_of_no_and_when_it_was_recorded_are_said():
    said = text(Partnership(name="X", created_at=NOON, updated_at=NOON.replace(hour=13), deleted_at=NOON))
    assert "This is the demonstration: no" in said
    assert "Recorded: 12 March 2026, 12:05 UTC\nChanged: 12 March 2026, 13:05 UTC\nDeleted: 12 March" in said
    assert "Changed:" not in text(Body(name="Board", created_at=NOON, updated_at=NOON))


def test_the_paper_says_what_private_means():
    assert "Text marked “private to me” stands in no other paper; it is not exempt" in text()
    assert document().sample


def test_as_a_word_file_it_holds_every_marker_and_breaks_no_rule_of_the_standard(violations):
    numbers = count(1000)
    entities, markers = zip(*(marked(cls, numbers) for cls in ENTITIES), strict=True)
    file = to_word(document(*entities))
    assert violations(file) == []
    said = words_in(file)
    assert [marker for found in markers for marker in found if marker not in said] == []
