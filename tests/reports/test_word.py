"""A paper in Word, read again: whole, accessible, and valid by the standard's own schemas."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.reports.blocks import (
    BulletList,
    Contents,
    Document,
    Heading,
    Landscape,
    NumberedList,
    PageBreak,
    Paragraph,
    Table,
    Text,
    cover_table,
    lines_of,
    numbered,
    shifted,
)
from scrutineer.reports.characters import printable
from scrutineer.reports.markdown import parse
from scrutineer.reports.word import to_word
from tests.reports.reading import W, reopened, value, words_in, words_of

Violations = Callable[[bytes], list[str]]

NARRATIVE = """We saw **much** that is *strong*:
- teams know one another
  - by name
    - and by voice
1. first
2. second

Then, anew:

1. once more
   - and a bullet

   and more of the same item

> We were asked, and something changed.

| Agency | Seen |
|---|---|
| Council | |
| ICB | twice [here](https://example.org/a?b=c&d) |

### Deeper

`code`, a break\x20\x20
and <b>raw</b> &amp; 😀 مرحبا

```
kept   as typed
```

---
"""
RICH = Document(
    "Assurance paper", (
        cover_table((("Meeting", "Executive"), ("Asked", (Paragraph("To:"), NumberedList(("note", "agree")))),
                     ("Risks", ""))),
        Contents(), PageBreak(),
        Heading("Bottom line"), *numbered(parse("One.\n\nTwo.").blocks),
        Heading("What works"), *numbered(shifted(parse(NARRATIVE).blocks, 1)),
        Landscape((Heading("Appendix", numbered=False),
                   Table(tuple("ABCDEFGHIJ"), (tuple("1234567890"),) * 60, caption="Log"))),
        Heading("After", numbered=False), Paragraph("The end."),
    ),
    subtitle="Example Partnership", author="Independent Scrutineer", subject="Scrutiny", mark="OFFICIAL-SENSITIVE",
    note="Draft", sample=True)


@pytest.fixture(scope="module")
def rich() -> bytes:
    return to_word(RICH)


def test_a_paper_with_everything_is_valid_and_every_word_is_in_it(rich: bytes, violations: Violations):
    assert violations(rich) == []
    found = words_in(rich)
    assert [line for line in lines_of(RICH.blocks) if line.strip() and line not in found] == []


def test_a_paper_with_nothing_in_it_is_valid(violations: Violations):
    assert violations(to_word(Document("", ()))) == []


def test_lists_restart_and_items_of_one_list_go_on(rich: bytes):
    items = {words_of(paragraph): value(paragraph, "pPr/numPr/numId")
             for paragraph in reopened(rich).element.body.iter(f"{W}p")}
    assert items["first"] == items["second"]
    assert len({items["first"], items["once more"], items["note"]}) == 3
    numbering = reopened(rich).part.numbering_part.element
    starts = {num.get(f"{W}numId"): value(num, "lvlOverride/startOverride") for num in numbering.iter(f"{W}num")}
    assert starts[items["once more"]] == "1"


def test_no_heading_level_is_skipped(rich: bytes):
    levels = [int(paragraph.style.name[-1]) for paragraph in reopened(rich).paragraphs
              if paragraph.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_headings_and_paragraphs_are_numbered_by_word_itself(rich: bytes):
    word = reopened(rich)
    assert value(word.styles["Heading 1"].element, "pPr/numPr/numId") == "1"
    styles = {words_of(paragraph._p): paragraph.style.name for paragraph in word.paragraphs}
    assert (styles["Bottom line"], styles["One."]) == ("Heading 1", "Numbered Paragraph")


def test_every_table_repeats_its_header_has_a_name_and_no_merged_or_empty_cell(rich: bytes):
    tables = list(reopened(rich).element.body.iter(f"{W}tbl"))
    assert len(tables) == 3
    for table in tables:
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert value(table, "tblPr/tblCaption")
        assert not list(table.iter(f"{W}gridSpan", f"{W}vMerge"))
        assert all(words_of(cell).strip() for cell in table.iter(f"{W}tc"))


def test_the_language_is_british_and_nothing_of_the_library_leaks(rich: bytes):
    with zipfile.ZipFile(BytesIO(rich)) as package:
        names = package.namelist()
        assert b'w:lang w:val="en-GB"' in package.read("word/styles.xml")
        everything = b"".join(package.read(name) for name in names)
    assert b"python-docx" not in everything
    assert not [name for name in names if "thumbnail" in name]
    core = reopened(rich).core_properties
    assert (core.title, core.author, core.subject, core.language) == (
        "SAMPLE: Assurance paper", "Independent Scrutineer", "Scrutiny", "en-GB")


def test_a_sample_says_so_on_every_page_beside_the_mark(rich: bytes):
    for section in reopened(rich).sections:
        assert section.header.paragraphs[0].text == "SAMPLE · OFFICIAL-SENSITIVE"
        assert section.footer.paragraphs[-1].text == "OFFICIAL-SENSITIVE"


def test_pages_are_turned_and_turned_back(rich: bytes):
    sections = reopened(rich).sections
    assert [section.page_width > section.page_height for section in sections] == [False, True, False]


def test_links_are_relationships_and_only_to_allowed_addresses():
    words = (Text("good", link="https://example.org/a b"), Text(" bad", link="file:///etc/passwd"))
    word = reopened(to_word(Document("T", (Paragraph(words), Paragraph(words)))))
    assert [link.target_ref for link in word.part.rels.values() if link.is_external] == ["https://example.org/a%20b"]
    assert [link.text for paragraph in word.paragraphs for link in paragraph.hyperlinks] == ["good", "good"]


@pytest.mark.parametrize("hostile", [
    "=cmd|' /C calc'!A0", "+1-1", "@SUM(1)", "😀👩‍👧", "שלום مرحبا \u202eabc", "a\x00b\x0b\x1fc", "\ud800x\udfff",
    "a & b < c > \"d\" ]]>",
    "]]><w:t/>", "%s {x} {{ x }}", "\ufffe\uffff", " leading and trailing ", "x" * 1_000_000,
], ids=lambda text: repr(text[:12]))
def test_hostile_text_comes_out_whole_wherever_it_stands(hostile: str, violations: Violations):
    data = to_word(Document(hostile, (
        Heading(hostile), Paragraph((Text(hostile, bold=True),)), BulletList((hostile,)),
        Table((hostile,), ((hostile,),), caption=hostile), Contents(1)), author=hostile, mark=hostile, note=hostile))
    assert violations(data) == []
    assert words_in(data).count(printable(hostile).strip()) >= 6


BLOCK = st.text(st.characters(codec=None), max_size=60) | st.lists(st.sampled_from(
    ["- ", "  ", "\n", "\n\n", "1. ", "> ", "| a | b |\n|---|---|\n", "|", "**", "[", "](https://x.org)", "# ",
     "```\n", "word"]), max_size=25).map("".join)


@given(BLOCK)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_opens_again_in_word_with_all_its_words(violations: Violations, text: str):
    blocks = parse(text).blocks
    data = to_word(Document("T", (Heading("H"), *numbered(shifted(blocks, 1)), Table(("A",), ((blocks,),)))))
    assert violations(data) == []
    found = words_in(data)
    assert [line for line in lines_of(blocks) if line not in found] == []


def test_a_template_without_our_styles_is_used_all_the_same(tmp_path: Path, violations: Violations):
    bare = docx.Document()
    bare.styles["Caption"].delete()
    bare.settings.element.find(f"{W}zoom").set(f"{W}percent", "100")     # python-docx's own omission
    bare.save(str(tmp_path / "bare.docx"))
    data = to_word(RICH, template=tmp_path / "bare.docx")
    assert "teams know one another" in words_in(data)
    assert violations(data) == []


def test_a_log_of_five_thousand_cells_comes_out_whole():
    rows = tuple(tuple(f"cell {row} {column}" for column in range(10)) for row in range(500))
    data = to_word(Document("Log", (Landscape((Table(tuple("ABCDEFGHIJ"), rows),)),)))
    assert words_in(data).endswith("cell 499 9\n")


@pytest.mark.slow
def test_another_program_reads_a_paper_with_everything(tmp_path: Path, rich: bytes):
    office, reader = shutil.which("soffice") or shutil.which("libreoffice"), shutil.which("pdftotext")
    if not office or not reader:
        pytest.skip("LibreOffice and pdftotext are not installed here")
    (tmp_path / "paper.docx").write_bytes(rich)
    subprocess.run([office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", str(tmp_path), str(tmp_path / "paper.docx")],
                   check=True, capture_output=True, timeout=180)
    shown = subprocess.run([reader, "-layout", str(tmp_path / "paper.pdf"), "-"], check=True, capture_output=True,
                           text=True).stdout
    pages = shown.count("\f")
    assert f"Page {pages} of {pages}" in shown
    assert re.search(r"^1 +Bottom line$", shown, re.MULTILINE)
    assert re.search(r"^1\.2 +Two\.$", shown, re.MULTILINE)
    assert len(re.findall(r"\b1\. +(?:first|once more|note)$", shown, re.MULTILINE)) == 3
    assert len(re.findall("A +B +C +D +E +F +G", shown)) >= 2      # the header row of the log, on each of its pages
