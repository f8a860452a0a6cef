"""The paper that is being written keeps to the length a board reads, on real pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scrutineer.domain.paper import PaperStatus
from scrutineer.register.register import Register
from scrutineer.reports import assurance
from scrutineer.reports.word import to_word
from scrutineer.ui.papers.length import AIM

WIDE_AS_ARIAL = {"Arial", "Liberation Sans", "Arimo"}      # typefaces in which the same words take the same room


def tool(*names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), "")
    if not found:
        pytest.skip(f"{names[0]} is not installed here")
    return found


@pytest.mark.slow
def test_before_its_appendices_it_takes_a_cover_and_four_sides(register: Register, tmp_path: Path):
    face = subprocess.run([tool("fc-match"), "--format=%{family}", "Arial"], check=True, capture_output=True, text=True)
    if face.stdout.split(",")[0] not in WIDE_AS_ARIAL:
        pytest.skip("no typeface as wide as Arial is installed here: its pages would be other pages")
    paper = register.papers.all(status=PaperStatus.DRAFTING)[-1]
    word = tmp_path / "paper.docx"
    word.write_bytes(to_word(assurance.document(register.figures.figures(paper))))
    subprocess.run([tool("soffice", "libreoffice"), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", str(tmp_path), str(word)],
                   check=True, capture_output=True, timeout=180)  # fmt: skip
    printed = subprocess.run([tool("pdftotext"), "-layout", str(tmp_path / "paper.pdf"), "-"], check=True,
                             capture_output=True, text=True).stdout
    pages = printed.split("\f")
    (first, *_) = [number for number, page in enumerate(pages) if re.search("^ *Appendix A: ", page, re.MULTILINE)]
    assert re.search(r"^ *Item +Detail$", pages[0], re.MULTILINE), "the cover"
    assert re.search(r"^ *1 +Bottom line$", pages[1], re.MULTILINE), "the cover takes one side"
    assert first - 1 <= AIM
