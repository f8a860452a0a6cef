"""Whatever can be typed can be read in the record in full; what is private stands in no other paper."""

import dataclasses
from datetime import date
from io import BytesIO

import docx
import pytest

from scrutineer.domain.activity import Activity, ActivityStatus, Finding, FindingKind
from scrutineer.domain.challenge import Challenge, Status, Visibility
from scrutineer.domain.entity import described, narratives
from scrutineer.domain.paper import Paper, PaperSection, SectionCode
from scrutineer.domain.records import ENTITIES
from scrutineer.register.register import Register
from scrutineer.reports import assurance, challenge_log, whole_record
from scrutineer.reports.blocks import lines_of
from scrutineer.reports.word import to_word
from scrutineer.storage import key
from tests.factories import TODAY, a_partnership, a_scrutineer, filled_record

_NOT_TYPED = {"short_code", "subject_kind", "source_kind", "made_kind", "sha256"}


@pytest.fixture
def marked(tmp_path, monkeypatch):
    """Write a marker into every text of every kind of record, through the gate; returns register and records."""
    opened = []

    def marked(make_private):
        monkeypatch.setattr(key, "ROUNDS", 1)
        path, scrutineer = tmp_path / "marked.scrutiny", a_scrutineer()
        register = Register.begin(path, "three invented words", a_partnership(), scrutineer, today=lambda: TODAY)
        opened.append(register)
        register.partnerships.remove(register.partnership)
        entities = [_readable(entity) for entity in filled_record("Marker")]
        with register.desk.act() as act:
            for entity in entities:
                private = narratives(type(entity)) if make_private else ()
                act.put(dataclasses.replace(entity, private=private, **_words(entity)))
        return register, entities

    yield marked
    for register in opened:
        register.close()


def _readable(entity):
    """As a paper would tell of it: put, done, a strength, in the period, in a section that is printed."""
    over = {
        Challenge: {"status": Status.RAISED, "visibility": Visibility.PARTNERSHIP},
        Activity: {"status": ActivityStatus.CARRIED_OUT},
        Finding: {"kind": FindingKind.STRENGTH},
        Paper: {"starts_on": date(2020, 1, 1), "ends_on": TODAY},
        PaperSection: {"code": SectionCode.BOTTOM_LINE},
    }.get(type(entity), {})
    return dataclasses.replace(entity, **over)


def _words(entity):
    """For each text of a record, words that stand nowhere else: `Narrative` where it may be private."""
    long_texts = set(narratives(type(entity)))
    words = {}
    for spec in described(type(entity)):
        marker = f"{'Narrative' if spec.name in long_texts else 'Short'}-{entity.KIND}-{entity.id[:6]}-{spec.name}"
        value = getattr(entity, spec.name)
        if "to" not in spec.metadata and spec.name not in _NOT_TYPED:
            if type(value) is str:
                words[spec.name] = marker
            elif isinstance(value, tuple):
                words[spec.name] = (f"{marker}-one", f"{marker}-two")
    return words


def _markers(entities):
    for entity in entities:
        for words in _words(entity).values():
            yield from words if isinstance(words, tuple) else (words,)


def read(document):
    return "\n".join(lines_of(document.blocks))


def in_word(document):
    """All the text of a .docx, opened again as a reader would."""
    body = docx.Document(BytesIO(to_word(document))).element.body
    return "".join(body.xpath(".//w:t/text()"))


def test_every_word_typed_into_any_field_is_found_in_the_record_in_full(marked):
    register, entities = marked(make_private=True)
    assert {type(entity) for entity in entities} == set(ENTITIES)
    document = whole_record.document(register.figures.whole())
    printed, in_file = read(document), in_word(document)
    markers = list(_markers(entities))
    assert len(markers) == len(set(markers)) > 80
    assert not [words for words in markers if words not in printed]
    assert not [words for words in markers if words not in in_file]


def test_what_is_private_stands_in_no_paper_and_no_log(marked):
    register, _ = marked(make_private=True)
    (paper,) = register.papers.all()
    figures, log = register.figures.figures(paper), register.figures.log()
    assert "Narrative-" not in repr(figures) + repr(log)
    papers = [assurance.document(figures), challenge_log.document(log)]
    assert not [document.title for document in papers if "Narrative-" in read(document) + in_word(document)]


def test_the_same_words_are_printed_when_they_are_not_private(marked):
    register, _ = marked(make_private=False)
    (paper,) = register.papers.all()
    printed = read(assurance.document(register.figures.figures(paper)))
    for where in ("challenge", "response", "action", "finding", "paper_section"):
        assert f"Narrative-{where}" in printed, where
    log = read(challenge_log.document(register.figures.log()))
    for where in ("challenge", "rewording", "retest"):
        assert f"Narrative-{where}" in log, where
