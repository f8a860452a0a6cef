from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from scrutineer.domain.paper import Paper, SectionCode
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.papers import sections
from scrutineer.ui.papers.preview import PaperPreview, show
from scrutineer.ui.tools import Tools
from tests.ui import window


def test_a_chapter_is_shown_alone_with_its_numbers(paper: Paper, tools: Tools) -> None:
    shown = show(tools.register.figures.figures(paper), SectionCode.WHAT_WORKS)
    assert shown.html.startswith("<h1>3 What works well</h1>")
    assert "<p>3.1 Early-help teams hold a joint hour.</p>" in shown.html
    assert "What I heard" not in shown.html


def test_the_last_chapter_ends_before_the_appendix(paper: Paper, tools: Tools) -> None:
    shown = show(tools.register.figures.figures(paper), SectionCode.ACTIONS)
    assert "No action has been agreed." in shown.html
    assert "Appendix" not in shown.html


def test_without_numbers_none_are_shown(paper: Paper, tools: Tools) -> None:
    plain = replace(paper, numbered=False)
    shown = show(tools.register.figures.figures(plain), SectionCode.WHAT_WORKS)
    assert shown.html.startswith("<h1>What works well</h1>")


def test_cover_summary_and_implications_are_seen_on_the_cover_sheet(paper: Paper, tools: Tools) -> None:
    figures = tools.register.figures.figures(replace(paper, mark="OFFICIAL"))
    for part in (sections.COVER, SectionCode.SUMMARY, sections.IMPLICATIONS):
        shown = show(figures, part)
        assert "Executive Group, 18 December 2026" in shown.html
        assert shown.mark == "OFFICIAL"


def test_only_the_newest_is_shown_when_the_worker_is_slow(paper: Paper, tools: Tools, qtbot: QtBot) -> None:
    jobs = Jobs(tools.messages)
    preview = PaperPreview(replace(tools, jobs=jobs))
    qtbot.addWidget(preview)
    figures = tools.register.figures.figures(paper)
    seen: list[float] = []
    preview.measured.connect(seen.append)
    preview.show_part(figures, sections.COVER)
    preview.show_part(figures, SectionCode.ACTIONS)
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: jobs.current is None)
    jobs.close()
    assert len(seen) == 1
    assert window.part(preview, QTextBrowser, "preview").toPlainText().startswith("7 Actions and recommendations")
