"""Papers: what may I say, and how do I know? My words in the middle, and what the record adds beside them.

It shows one paper, part by part. What is typed saves itself; what leaves, leaves through `export`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.figures import Figures
from scrutineer.domain.lines import PaperLine
from scrutineer.domain.paper import Paper, PaperStatus, SectionCode
from scrutineer.ui import theme
from scrutineer.ui.papers import export, issue, length, sections
from scrutineer.ui.papers.cover import CoverSheet
from scrutineer.ui.papers.implications import Implications
from scrutineer.ui.papers.preview import PaperPreview
from scrutineer.ui.papers.recommended import Recommended
from scrutineer.ui.papers.side_by_side import WordsAndLook
from scrutineer.ui.papers.words import SectionWords
from scrutineer.ui.screen import Screen
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.table import RecordTable
from scrutineer.ui.widgets.words import Words

_NOTHING = "A paper gathers what you saw, asked and heard for one board, with your own words before the figures."


class PapersScreen(Screen):
    """One paper at a time."""

    title = "Papers"
    question = "What do I tell them, and when?"
    shows = frozenset({
        "paper", "paper_section", "activity", "finding", "challenge", "addressee", "reply", "response", "action",
        "agency", "body", "meeting", "partnership", "scrutineer", "appointment", "recommendation",
    })  # fmt: skip

    def build(self) -> None:
        """The choice of a paper, its parts, the words, the preview."""
        self._paper: Paper | None = None
        self._figures: Figures | None = None
        self._part = ""
        self._known: frozenset[str] | None = None      # the papers that were there; None before the first reading
        self._is_writing = False
        self._is_alone = False      # the words stand over the parts, in a narrow window
        self._chooser = ChoiceField(optional=False)
        self._chooser.call("papers", "Paper")
        self._facts = Words("", "soft")
        self._length = Words("", "soft", hides=True)
        self._table = RecordTable(sections.COLUMNS, "Parts of the paper")
        self._table.horizontalHeader().setSectionsClickable(False)
        self._cover, self._words = CoverSheet(self.tools), SectionWords(self.tools, self._write)
        self._implications = Implications(self.tools, self._write)
        self._recommended = Recommended(self.tools, self._do)
        self._preview = PaperPreview(self.tools)
        self._build_header()
        self._build_columns()
        self._connect()

    def _build_header(self) -> None:
        self._begin = button("Begin a paper", "begin", icon="add")
        self._more = button("More", "more", icon="more")
        menu = QMenu(self)
        self._final = _action(menu, "Write the final, and note it as issued", "final",
                              lambda: self._do(lambda id_: issue.write_final(self.tools, self, id_)))  # fmt: skip
        self._issued = _action(menu, "This is the file I issued", "issued",
                               lambda: self._do(lambda id_: issue.bring_home(self.tools, self, id_)))  # fmt: skip
        _action(menu, "Every change", "changes",
                lambda: self._do(lambda id_: self.wanted.emit("changes", id_)))  # fmt: skip
        menu.addSeparator()
        _action(menu, "The challenge log to Word", "log", lambda: export.log(self.tools))
        _action(menu, "The whole record to Word", "everything", lambda: export.everything(self.tools))
        self._more.setMenu(menu)
        self._export = button("Export to Word", "export", primary=True, icon="export")
        self._look = button("See how it will look", "look", icon="preview")
        self._look.setCheckable(True)
        self._look.setShortcut("Ctrl+L")
        self._look.setToolTip("Ctrl+L")
        for made in (self._look, self._begin, self._more, self._export):
            self.add_to_header(made)
        self._which = FlowRow()
        for widget in (self._chooser, self._facts, self._length):
            self._which.add(widget)
        self.add(self._which)

    def _build_columns(self) -> None:
        preferences = self.tools.preferences
        self._editors = QStackedWidget()
        for editor in (self._cover, self._words, self._implications, self._recommended):
            self._editors.addWidget(editor)
        self._beside = WordsAndLook(self._editors, self._preview)
        self._columns = ListAndDetail(self._table, self._beside, preferences.splitter("papers"),
                                      back="Back to the parts", shares=(2, 7))  # fmt: skip
        self._columns.moved.connect(lambda state: preferences.keep_splitter("papers", state))
        self._empty = Empty(_NOTHING, "Begin a paper")
        self._whole = QStackedWidget()
        self._whole.addWidget(self._columns)
        self._whole.addWidget(self._empty)
        self.add(self._whole, 1)

    def _connect(self) -> None:
        self._begin.clicked.connect(lambda _checked=False: self.wanted.emit("write", ""))
        self._empty.wanted.connect(lambda: self.wanted.emit("write", ""))
        self._export.clicked.connect(lambda: self._do(lambda id_: export.paper(self.tools, id_)))
        self._chooser.edited.connect(lambda: self._choose(self._chooser.value()))
        self._table.selected.connect(lambda _part: self._show_part())
        self._table.opened.connect(lambda _part: self._go_to_words())
        self._table.clicked.connect(lambda _index: self._go_to_words())
        self._look.toggled.connect(self._arrange)
        self._columns.covered.connect(self._make_room)
        self._beside.resized.connect(self._arrange)
        self._preview.measured.connect(lambda sides: self._length.say(length.in_words(sides)))

    # What the window asks

    def refresh(self, _ids: frozenset[str]) -> None:
        """Read the papers and the one that is shown again; one that was just begun is shown."""
        lines = self.register.papers.lines()
        ids = frozenset(line.id for line in lines)
        begun = ids - (ids if self._known is None else self._known)
        self._known = ids
        self._chooser.offer([Option(line.id, _called(line)) for line in lines])
        self._whole.setCurrentWidget(self._columns if lines else self._empty)
        if not lines:
            self._paper = None
            self._arrange()
            return
        shown = self._paper.id if self._paper else ""
        self._choose(min(begun) if begun else shown if shown in ids else lines[0].id)

    def open(self, kind: str, id_: str) -> None:
        """Show a paper, or a section of one."""
        if kind == "paper_section":
            section = self.register.papers.section(id_)
            self._choose(section.paper_id or "")
            self._table.select(sections.IMPLICATIONS if section.code.is_implication else section.code)
            self._go_to_words()
        else:
            self._choose(id_)

    def finish(self) -> None:
        """Save what is being typed."""
        for editor in (self._cover, self._words, self._implications):
            editor.finish()

    # What is shown

    def _choose(self, paper_id: str) -> None:
        """Show a paper, or once more the one that is shown."""
        if self._paper is None or self._paper.id != paper_id:
            self.finish()
            self._length.say("")
        paper = self._paper = self.register.papers.get(paper_id)
        self._chooser.set_value(paper_id)
        self._figures = self._frozen(paper)
        self._say_what_it_is(paper)
        self._arrange()
        self._table.show_lines(sections.parts(
            paper, self.register.papers.sections(paper_id), len(self.register.recommendations.of_paper(paper_id))
        ))
        if not self._table.selected_id():
            self._table.select(SectionCode.BOTTOM_LINE)
        self._show_part()

    def _say_what_it_is(self, paper: Paper) -> None:
        is_draft, is_past = paper.status is PaperStatus.DRAFTING, self.register.stood_on is not None
        covers = f"covers {short_date(paper.starts_on)} to {short_date(paper.ends_on)}"
        issued = "" if is_draft else f"issued {short_date(paper.issued_on)} as “{paper.file_name}”"
        self._facts.say(" · ".join(filter(None, (paper.reference, covers, issued))))
        self._final.setEnabled(is_draft and not is_past)
        self._issued.setEnabled(not is_past)
        self._editors.setEnabled(is_draft and not is_past)

    def _frozen(self, paper: Paper) -> Figures:
        """The figures of a paper. While only my own words change, nothing else is read again."""
        if not self._is_writing or self._figures is None or self._figures.paper.id != paper.id:
            return self.register.figures.figures(paper)
        written = self.register.papers.sections(paper.id)
        texts = {code: one.for_others().text for code, one in written.items()}
        return replace(
            self._figures,
            sections={code: text for code, text in texts.items() if text.strip()},
            considered=frozenset(code for code, one in written.items() if one.considered),
        )

    def _show_part(self) -> None:
        part, paper = self._table.selected_id(), self._paper
        if part and part != self._part:
            self.finish()
        self._part = part
        if not part or paper is None or self._figures is None:
            return
        written = self.register.papers.sections(paper.id)
        if part == sections.COVER:
            self._cover.show_paper(paper)
            self._editors.setCurrentWidget(self._cover)
        elif part == sections.IMPLICATIONS:
            self._implications.show_paper(paper, written)
            self._editors.setCurrentWidget(self._implications)
        elif part == sections.RECOMMENDED:
            self._recommended.show_paper(paper)
            self._editors.setCurrentWidget(self._recommended)
        else:
            self._words.show_section(paper, SectionCode(part), written)
            self._editors.setCurrentWidget(self._words)
        self._preview.show_part(self._figures, part)

    def _go_to_words(self) -> None:
        """From the list of parts into the one that is chosen."""
        self._columns.open_detail()
        if self._part == sections.COVER:
            self._cover.start()
        else:
            self._editor(self._part).setFocus()

    def _editor(self, part: str) -> QWidget:
        """Where a part other than the cover sheet is written."""
        here: dict[str, QWidget] = {
            sections.IMPLICATIONS: self._implications, sections.RECOMMENDED: self._recommended
        }
        return here.get(part, self._words)

    # What is done

    def _write(self, paper_id: str, code: SectionCode, text: str, considered: bool) -> None:
        self._is_writing = True
        try:
            self.register.papers.write(paper_id, code, text, considered=considered)
        finally:
            self._is_writing = False

    def _do(self, act: Callable[[str], None]) -> None:
        """Do something with the paper that is shown, as it stands."""
        self.finish()
        if self._paper is None:
            return
        try:
            act(self._paper.id)
        except ScrutineerError as error:
            self.tools.messages.show_error(error)

    def _make_room(self, is_alone: bool) -> None:
        self._is_alone = is_alone
        self._arrange()

    def _arrange(self) -> None:
        """Without room for words and preview, one at a time; in a narrow window nothing else around them."""
        has_paper, is_alone = self._paper is not None, self._is_alone
        self._beside.arrange(look=self._look.isChecked())
        self._look.setVisible(has_paper and not self._beside.has_room() and (is_alone or self._columns.shows_both()))
        self._which.setVisible(has_paper and not is_alone)
        self._facts.setVisible(not theme.is_low(self))      # the cover sheet says the same
        self._begin.setVisible(has_paper and not is_alone)
        self._export.setVisible(has_paper)


def _called(line: PaperLine) -> str:
    """`Executive Group, 18 Dec 2026 · draft`."""
    when = short_date(line.meeting_on) or f"to {short_date(line.ends_on)}"
    return f"{', '.join(filter(None, (line.body, when)))} · {'issued' if line.is_issued else 'draft'}"


def _action(menu: QMenu, words: str, name: str, act: Callable[[], object]) -> QAction:
    made = QAction(words, menu)
    made.setObjectName(name)
    made.triggered.connect(lambda _checked=False: act())
    menu.addAction(made)
    return made
