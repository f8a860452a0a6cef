"""What can be done from anywhere: each deed asks on a sheet of its own, and writes through the register.

The window offers them in its menus; screens ask for them by their code.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from scrutineer.ui import late
from scrutineer.ui.tools import Tools


class Deed(NamedTuple):
    """`where` names the function that asks; deeds with `words` stand in the menu, with their shortcut."""

    where: str
    words: str = ""
    shortcut: str = ""

    def ask(self, tools: Tools, parent: QWidget, id_: str) -> str:
        """Ask, and write; the answer is a sentence to say, "" when nothing was done."""
        return str(late.found(self.where)(tools, parent, id_))


DEEDS: dict[str, Deed] = {
    "add_agency": Deed("agencies.acts:add_agency"),
    "agency_page": Deed("papers.agency_page:ask"),
    "plan_item": Deed("plan.item:ask", "Plan an item", "Ctrl+Shift+I"),
    "time": Deed("plan.days:note", "Note time spent", "Ctrl+T"),
    "agree_plan": Deed("plan.agreeing:ask", "Agree the plan", "Ctrl+Shift+K"),
    "statement": Deed("plan.days:statement", "Write the statement of days", "Ctrl+Shift+S"),
    "priority": Deed("plan.priorities:ask"),
    "principles": Deed("plan.principles:ask"),
    "note": Deed("activities.capture:ask", "Note what I saw", "Ctrl+N"),
    "methods": Deed("activities.methods:ask", "Methods", "Ctrl+M"),
    "put": Deed("challenges.put:ask", "Put a challenge", "Ctrl+Shift+N"),
    "reply": Deed("challenges.reply:ask", "Record an answer", "Ctrl+R"),
    "promise": Deed("today.promise:ask", "Note a promise of mine", "Ctrl+Shift+P"),
    "new_entry": Deed("evidence.entry:ask", "Enter evidence", "Ctrl+Shift+E"),
    "judge": Deed("assurance.judge:overall", "Give my overall opinion", "Ctrl+J"),
    "choose_scale": Deed("assurance.choosing:ask", "Choose the scale and the framework", "Ctrl+Shift+J"),
    "bring_in": Deed("assurance.bring_in:ask", "Bring in a framework", "Ctrl+Shift+F"),
    "write": Deed("papers.begin:ask", "Begin a paper", "Ctrl+Shift+W"),
    "letter": Deed("papers.letter:ask", "Write a letter", "Ctrl+Shift+M"),
    "you_said": Deed("papers.you_said:ask", "Write “You said, we asked, they did”", "Ctrl+Shift+Y"),
    "recommend": Deed("meetings.sheets:write", "Write a recommendation", "Ctrl+Shift+R"),
    "list": Deed("today.owed:in_word", "Write the list for the business unit", "Ctrl+Shift+O"),
    "list_in_excel": Deed("today.owed:in_excel", "Write the list for the business unit in Excel", "Ctrl+Shift+X"),
    "as_at": Deed("past.ask:ask", "See the record as it stood on…", "Ctrl+H"),
    "chase": Deed("challenges.chase:ask"),
    "move_date": Deed("challenges.move_date:ask"),
    "several": Deed("challenges.several:ask", "Several at once", "Ctrl+Shift+A"),
    "chase_several": Deed("challenges.several:chase", "Note a chase to several", "Ctrl+Shift+C"),
    "extend_several": Deed("challenges.several:move", "Move the date of several", "Ctrl+Shift+D"),
    "ladder": Deed("challenges.ladder:ask", "Edit the ladder of escalation", "Ctrl+Shift+G"),
    "escalate": Deed("challenges.escalate:ask"),
    "settle_escalation": Deed("challenges.settle:ask"),
    "plan_retest": Deed("challenges.retest:plan"),
    "record_retest": Deed("challenges.retest:record"),
    "minute": Deed("challenges.minute:ask"),
    "reported": Deed("challenges.update:reported"),
    "seen": Deed("challenges.update:seen"),
    "link_evidence": Deed("evidence.linking:ask"),
    "link_to": Deed("evidence.linking:about"),
    "unlink": Deed("evidence.linking:take_back"),
    "open_file": Deed("evidence.files:open_file"),
    "save_file": Deed("evidence.files:save_file"),
    "add_file": Deed("evidence.files:add"),
    "new_version": Deed("evidence.files:add_version"),
    "take_out": Deed("evidence.files:take_out"),
    "mail": Deed("today.mail:ask"),
    "view": Deed("challenges.view:ask"),
    "changes": Deed("challenges.changes:ask"),
    "edit": Deed("challenges.edit:ask"),
    "close": Deed("challenges.close:ask"),
    "test": Deed("today.mending:test"),
    "say_what_changed": Deed("today.mending:say_what_changed"),
    "add_action": Deed("challenges.actions:add"),
    "change_action": Deed("challenges.actions:change"),
    "chase_action": Deed("today.mending:chase_action"),
    "move_action": Deed("actions.moving:ask"),
    "feedback": Deed("activities.feedback:ask"),
    "brief": Deed("activities.brief:ask"),
    "make_method": Deed("activities.method:make"),
    "keep": Deed("today.promise:keep"),
    "pass_on": Deed("learning.passing_on:ask"),
    "adopt": Deed("learning.taken_up:ask"),
    "change_adoption": Deed("learning.taken_up:change"),
    "practice": Deed("learning.practice:ask"),
    "voice": Deed("learning.voice:ask"),
    "tell": Deed("learning.telling:ask"),
    "back_up": Deed("safekeeping.back_up:ask"),
    "ask_back": Deed("assurance.asked_back:ask"),
    "note_back": Deed("assurance.asked_back:note"),
    "shape_back": Deed("assurance.asked_back:shape"),
    "begin_round": Deed("assurance.rounds:begin"),
    "change_round": Deed("assurance.rounds:change"),
    "enter_answers": Deed("assurance.rounds:enter"),
    "culture_statements": Deed("assurance.rounds:statements"),
    "thank": Deed("learning.passing_on:thank"),
}
