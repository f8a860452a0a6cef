from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup

from scrutineer.ui.widgets.filter_bar import pill
from scrutineer.ui.widgets.folded_pill import FoldedPill


def test_its_menu_presses_the_chips_and_it_says_which_is_chosen(qtbot):
    group, chips = QButtonGroup(), [pill(words, words) for words in ("Open", "Late")]
    for chip in chips:
        qtbot.addWidget(chip)
        chip.setCheckable(True)
        group.addButton(chip)
    chips[0].setChecked(True)
    folded = FoldedPill(group, "filters", "Shown")
    qtbot.addWidget(folded)
    group.buttonClicked.connect(folded.say)
    folded.say()
    assert (folded.text(), folded.accessibleName()) == ("Open ▾", "Shown: Open")
    folded.menu().aboutToShow.emit()
    ticked = [(action.text(), action.isChecked()) for action in folded.menu().actions()]
    assert ticked == [("Open", True), ("Late", False)]
    folded.menu().actions()[1].trigger()
    assert chips[1].isChecked()
    assert folded.accessibleName() == "Shown: Late"
