"""Styles, headers and properties: what a template has, and what it is given."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from scrutineer import resources
from scrutineer.reports import word_parts as parts
from scrutineer.reports.word_numbering import Numbering
from tests import make_word_styles
from tests.reports.reading import W, value, words_of

TEMPLATE = resources.path("word", "styles.docx")


@pytest.fixture
def word():
    return docx.Document(str(TEMPLATE))


def test_the_template_is_what_its_generator_writes(tmp_path: Path):
    make_word_styles.write(tmp_path / "styles.docx")
    with zipfile.ZipFile(TEMPLATE) as kept, zipfile.ZipFile(tmp_path / "styles.docx") as made:
        assert {name: kept.read(name) for name in kept.namelist()} == {
            name: made.read(name) for name in made.namelist()}


def test_the_template_has_every_style_and_no_text(word):
    before = {style.name for style in word.styles}
    ids = parts.style_ids(word)
    assert {style.name for style in word.styles} == before
    assert {"Heading1", "ListBullet2", "BodyText", "TOC1", "Hyperlink", "Title"} <= set(ids.values())
    assert words_of(word.element.body) == ""


def test_the_language_is_british_and_the_letters_are_sans_serif_of_twelve_points(word):
    defaults = word.styles.element.find(f"{W}docDefaults")
    assert value(defaults, "rPrDefault/rPr/lang") == "en-GB"
    assert value(defaults, "rPrDefault/rPr/sz") == "24"
    assert value(defaults, "rPrDefault/rPr/rFonts", "ascii") == "Arial"


def test_a_style_that_a_template_lacks_is_made(word):
    for name in ("Caption", "Hyperlink", "Paper Table"):
        word.styles[name].delete()
    ids = parts.style_ids(word)
    assert {word.styles[name].style_id for name in ("Caption", "Hyperlink", "Paper Table")} <= set(ids.values())


def test_chapters_are_numbered_only_where_that_is_wanted(word):
    parts.number(word, parts.style_ids(word), Numbering(), chapters=False)
    assert value(word.styles["Heading 1"].element, "pPr/numPr/numId") is None
    parts.number(word, parts.style_ids(word), Numbering(), chapters=True)
    assert value(word.styles["Heading 1"].element, "pPr/numPr/numId") == "1"
    assert value(word.styles["Numbered Paragraph"].element, "pPr/numPr/ilvl") == "1"


def test_the_mark_stands_at_the_head_and_foot_of_the_page_and_pages_are_counted(word):
    parts.headers(word, parts.style_ids(word), "MARK", "Draft", "MARK")
    section = word.sections[0]
    assert [paragraph.text for paragraph in section.header.paragraphs] == ["MARK"]
    assert [words_of(paragraph._p) for paragraph in section.footer.paragraphs] == ["Draft · Page 1 of 1", "MARK"]
    assert [field.get(f"{W}instr").strip() for field in section.footer._element.iter(f"{W}fldSimple")] == [
        "PAGE", "NUMPAGES"]


def test_without_a_mark_there_is_no_header_and_pages_are_still_counted(word):
    parts.headers(word, parts.style_ids(word), "", "", "")
    assert word.sections[0].header.is_linked_to_previous
    assert [words_of(paragraph._p) for paragraph in word.sections[0].footer.paragraphs] == ["Page 1 of 1"]


def test_a_file_speaks_for_its_author_and_for_nobody_else(word):
    at = datetime(2026, 11, 23, 13, 40, tzinfo=UTC)
    parts.properties(word, "T" * 300, "Independent\x00 Scrutineer", "Assurance", at)
    core = word.core_properties
    assert (core.title, core.author, core.last_modified_by) == ("T" * 255, *["Independent Scrutineer"] * 2)
    assert (core.subject, core.language, core.comments) == ("Assurance", "en-GB", "")
    assert core.created == core.modified == at
