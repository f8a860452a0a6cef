"""Methods: made from an activity, and an activity begun with one."""

from __future__ import annotations

from scrutineer.domain.activity import ActivityStatus, ActivityType, Finding, FindingKind
from scrutineer.domain.activity_form import Grading, ShortForm
from scrutineer.domain.method import Method
from tests.factories import an_activity


def test_an_activity_begun_with_a_method_takes_over_its_form_and_its_lines_of_enquiry(register):
    method = register.methods.save(Method(title="B", type=ActivityType.PEER_CHALLENGE, lines_of_enquiry="- Who asks?"))
    begun = register.methods.begin(method.id)
    assert (begun.type, begun.lines_of_enquiry, begun.method_id, begun.status) == (
        ActivityType.PEER_CHALLENGE, "- Who asks?", method.id, ActivityStatus.PLANNED
    )
    assert register.activities.all() == []
    own = register.methods.applied(an_activity(lines_of_enquiry="Mine."), method)
    assert own.lines_of_enquiry == "Mine."


def test_methods_are_listed_by_their_titles(register):
    for title in ("walking through", "Audit", "Visit"):
        register.methods.save(Method(title=title))
    assert [one.title for one in register.methods.listed()] == ["Audit", "Visit", "walking through"]


def test_a_method_made_from_an_activity_holds_its_ways_and_not_what_was_seen(register, begun):
    activity = an_activity(
        type=ActivityType.MULTI_AGENCY_AUDIT, title="MARK title", note="MARK note", place="MARK place",
        purpose="MARK purpose", lines_of_enquiry="- Whose voice is heard?", agency_ids=(begun.la.id,),
        framework_items=("S11_8@2007:3",),
    )
    findings = (
        Finding(text="MARK strength"), Finding(kind=FindingKind.CONCERN, text="MARK concern"),
        Finding(kind=FindingKind.QUESTION, text="Who reads\nthe plans?"),
        Finding(kind=FindingKind.QUESTION, text="MARK private", private=("text",)),
    )
    rows = (Grading(aspect="Voice of the child", own="3", comment="MARK comment", framework_item="S11_8@2007:4"),)
    saved = register.activities.note_what_i_saw(activity, findings, ShortForm(gradings=rows))
    drafted = register.methods.from_activity(saved.id)
    assert drafted.lines_of_enquiry == "- Whose voice is heard?\n\n- Who reads the plans?"
    assert (drafted.tool, drafted.framework, drafted.type) == (
        "- Voice of the child", "S11_8@2007", ActivityType.MULTI_AGENCY_AUDIT
    )
    assert "MARK" not in repr(drafted)
    assert register.methods.all() == []
