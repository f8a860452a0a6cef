"""The rooms of the main window: which screen each holds, and where each kind of record is shown."""

from __future__ import annotations

from scrutineer.ui import late
from scrutineer.ui.screen import Screen
from scrutineer.ui.sidebar import Place
from scrutineer.ui.tools import Tools

PLACES = (
    Place("today", "Today", "today"),
    Place("plan", "Plan", "plan"),
    Place("activities", "Activities", "activities"),
    Place("learning", "Learning", "learning"),
    Place("challenges", "Challenges", "challenges"),
    Place("actions", "Actions", "actions"),
    Place("assurance", "Assurance", "assurance"),
    Place("agencies", "Agencies", "agencies"),
    Place("evidence", "Evidence", "evidence"),
    Place("meetings", "Meetings", "meetings"),
    Place("papers", "Papers", "papers"),
    Place("safekeeping", "Safe keeping", "safekeeping", at_foot=True),
)

SCREENS = {
    "today": "today.page:TodayScreen",
    "plan": "plan.page:PlanScreen",
    "activities": "activities.page:ActivitiesScreen",
    "learning": "learning.page:LearningScreen",
    "challenges": "challenges.page:ChallengesScreen",
    "actions": "actions.page:ActionsScreen",
    "assurance": "assurance.page:AssuranceScreen",
    "agencies": "agencies.page:AgenciesScreen",
    "evidence": "evidence.page:EvidenceScreen",
    "meetings": "meetings.page:MeetingsScreen",
    "papers": "papers.page:PapersScreen",
    "safekeeping": "safekeeping.page:SafeKeepingScreen",
}

ROOM_OF = {
    "plan_item": "plan",
    "plan_version": "plan",
    "priority": "plan",
    "principle": "plan",
    "principle_example": "plan",
    "time_entry": "plan",
    "activity": "activities",
    "finding": "learning",
    "form_entry": "activities",
    "grading": "activities",
    "reading": "activities",
    "adoption": "learning",
    "voice_entry": "learning",
    "challenge": "challenges",
    "addressee": "challenges",
    "reply": "challenges",
    "response": "challenges",
    "rewording": "challenges",
    "status_event": "challenges",
    "extension": "challenges",
    "escalation_step": "challenges",
    "retest": "challenges",
    "action": "actions",
    "progress_update": "actions",
    "judgement": "assurance",
    "confirmation": "assurance",
    "local_framework": "assurance",
    "local_wording": "assurance",
    "culture_statement": "assurance",
    "culture_round": "assurance",
    "culture_answer": "assurance",
    "feedback": "assurance",
    "evidence": "evidence",
    "evidence_link": "evidence",
    "attachment": "evidence",
    "meeting": "meetings",
    "meeting_line": "meetings",
    "recommendation": "meetings",
    "paper": "papers",
    "paper_section": "papers",
    "undertaking": "today",
    "strike_out": "safekeeping",
}
SHEET_OF = {"rung": "ladder", "method": "methods"}      # kinds that are read on a sheet: by the deed that asks
ELSEWHERE = "agencies"      # agencies, boards, people, the partnership itself


def screen(code: str, tools: Tools) -> Screen:
    """The screen of a room, made now."""
    made: Screen = late.found(SCREENS[code])(tools)
    return made
