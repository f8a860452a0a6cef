"""What can be done from the detail of a challenge, by the code under which it is asked for.

Deeds that are offered elsewhere as well (put, reply, chase, move the date, evidence) belong to the window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from scrutineer.domain.step import Step
from scrutineer.ui.challenges import (
    actions,
    agree,
    changes,
    close,
    course,
    edit,
    end,
    escalate,
    note,
    put_also,
    reopen,
    retest,
    settle,
    view,
    withdraw,
)
from scrutineer.ui.tools import Tools

_Ask = Callable[[Tools, QWidget, str], str]


def _of_the_table(step: Step) -> _Ask:
    return lambda tools, parent, addressee_id: course.ask(tools, parent, step, addressee_id)


STEPS: dict[str, _Ask] = {
    "acknowledge": _of_the_table(Step.ACKNOWLEDGE),
    "ask_more": _of_the_table(Step.ASK_MORE),
    "test": _of_the_table(Step.TEST),
    "put_part": _of_the_table(Step.PUT),
    "close": close.ask,
    "end": end.ask,
    "ask_again": reopen.ask_again,
    "act_again": reopen.act_again,
    "take_up": reopen.take_up,
    "agree_action": agree.ask,
    "view": view.ask,
    "add_action": actions.add,
    "change_action": actions.change,
    "done": actions.done,
    "drop": actions.drop,
    "escalate": escalate.ask,
    "settle": settle.ask,
    "plan_retest": retest.plan,
    "change_retest": retest.change,
    "record_retest": retest.record,
    "edit": edit.ask,
    "put_also": put_also.ask,
    "note": note.ask,
    "withdraw": withdraw.ask,
    "withdraw_part": withdraw.ask_part,
    "changes": changes.ask,
}
