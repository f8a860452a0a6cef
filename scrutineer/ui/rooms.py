"""The rooms of the main window: which screen each holds, and where each kind of record is shown."""

from __future__ import annotations

from scrutineer.ui import late
from scrutineer.ui.screen import Screen
from scrutineer.ui.sidebar import Place
from scrutineer.ui.tools import Tools

PLACES = (
    Place("today", "Today", "today"),
    Place("activities", "Activities", "activities"),
    Place("learning", "Learning", "learning"),
    Place("challenges", "Challenges", "challenges"),
    Place("actions", "Actions", "actions"),
    Place("agencies", "Agencies", "agencies"),
    Place("evidence", "Evidence", "evidence"),
    Place("papers", "Papers", "papers"),
    Place("safekeeping", "Safe keeping", "safekeeping", at_foot=True),
)

SCREENS = {
    "today": "today.page:TodayScreen",
    "activities": "activities.page:ActivitiesScreen",
    "learning": "learning.page:LearningScreen",
    "challenges": "challenges.page:ChallengesScreen",
    "actions": "actions.page:ActionsScreen",
    "agencies": "agencies.page:AgenciesScreen",
    "evidence": "evidence.page:EvidenceScreen",
    "papers": "papers.page:PapersScreen",
    "safekeeping": "safekeeping.page:SafeKeepingScreen",
}

ROOM_OF = {
    "activity": "activities",
    "finding": "learning",
    "adoption": "learning",
    "voice_entry": "learning",
    "challenge": "challenges",
    "addressee": "challenges",
    "reply": "challenges",
    "response": "challenges",
    "rung": "challenges",
    "rewording": "challenges",
    "status_event": "challenges",
    "extension": "challenges",
    "escalation_step": "challenges",
    "retest": "challenges",
    "action": "actions",
    "progress_update": "actions",
    "evidence": "evidence",
    "evidence_link": "evidence",
    "attachment": "evidence",
    "paper": "papers",
    "paper_section": "papers",
    "undertaking": "today",
    "strike_out": "safekeeping",
}
ELSEWHERE = "agencies"      # agencies, boards, meetings, people, the partnership itself


def screen(code: str, tools: Tools) -> Screen:
    """The screen of a room, made now."""
    made: Screen = late.found(SCREENS[code])(tools)
    return made
