"""One out of a list that is divided under headings, which cannot be chosen themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from scrutineer.ui.widgets.fields import ChoiceField, Option

Group = tuple[str, Sequence[Option]]      # a heading and what stands under it


class GroupedChoiceField(ChoiceField):
    """Typing any part of a word finds one in any group; the same option may stand in several of them."""

    def __init__(self, groups: Sequence[Group], *, convert: Callable[[str], Any] = str) -> None:
        super().__init__(optional=False, convert=convert)
        model = QStandardItemModel(self)
        for heading, options in groups:
            model.appendRow(self._heading(heading))
            for option in options:
                item = QStandardItem(option.label)
                item.setData(option.id, Qt.ItemDataRole.UserRole)
                model.appendRow(item)
        self.setModel(model)
        labels = dict.fromkeys(option.label for _, options in groups for option in options)
        self._search_by_typing(QStringListModel(list(labels), self))      # without headings, each label once
        self.setCurrentIndex(1)      # the first that is no heading

    def _heading(self, words: str) -> QStandardItem:
        item, font = QStandardItem(words), self.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    def _found(self) -> int:
        """As of any choice; a heading is not on the list, even where a choice has the same words."""
        index, typed = super()._found(), self.currentText().strip().casefold()
        if index >= 0 and self.itemData(index):
            return index
        same = (row for row in range(self.count()) if self.itemData(row) and self.itemText(row).casefold() == typed)
        return next(same, -1)
