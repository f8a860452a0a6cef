"""A recommendation in full, from its first words to what shows that it is what people do."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser

from scrutineer.domain.action import Action
from scrutineer.domain.recommendation import Decision, Embedded
from scrutineer.ui.meetings.recommendation import RecommendationDetail
from scrutineer.ui.widgets.words import as_given
from tests.factories import TODAY, an_activity
from tests.ui.window import part


def shown(tools, qtbot, id_):
    detail = RecommendationDetail(tools, "The recommendation")
    qtbot.addWidget(detail)
    detail.show_record(id_)
    words = [as_given(label.text()) for label in detail.findChildren(QLabel)]
    words += [text.toPlainText() for text in detail.findChildren(QTextBrowser)]
    return detail, "\n".join(words)


def test_what_awaits_a_decision_can_be_decided_first(tools, recommended, qtbot):
    detail, _ = shown(tools, qtbot, recommended.id)
    assert part(detail, QPushButton, "step-decide").text() == "Note the decision"
    assert not part(detail, QPushButton, "step-follow").isEnabled()
    assert not part(detail, QPushButton, "step-embed").isEnabled()


def test_it_tells_what_was_decided_what_follows_and_what_shows_it(tools, register, meeting, recommended, police, qtbot):
    kept = register.recommendations
    kept.decide(recommended.id, Decision.AMENDED, TODAY, meeting_id=meeting.id, wording="Name two.", minute_ref="7.2")
    action = kept.follow(recommended.id, Action(text="Name her.", agency_id=police.id, due_on=TODAY))
    kept.test(recommended.id, Embedded.PARTLY, TODAY, "One of two is named.")
    visit = register.activities.save(an_activity())
    register.evidence.link(kept.get(recommended.id), visit)
    detail, words = shown(tools, qtbot, recommended.id)
    for told in ("Accepted as amended: Strategic Board, 23 Nov 2026 (minute 7.2).", "Name two.",
                 "Name a reader. Tell the Board.", "Police: Name her, due 23 Nov 2026", "One of two is named."):
        assert told in words
    for id_ in (action.id, visit.id, meeting.id, recommended.paper_id):
        assert detail.findChild(QPushButton, f"open-{id_}") is not None


def test_the_reason_of_a_refusal_is_told(tools, register, recommended, qtbot):
    register.recommendations.decide(recommended.id, Decision.DECLINED, TODAY, reason="It is done already.")
    _, words = shown(tools, qtbot, recommended.id)
    assert "It is done already." in words
    assert "no minute yet" in words
