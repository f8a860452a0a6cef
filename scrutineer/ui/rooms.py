"""The rooms of the main window: which screen each holds, and where each kind of record is shown."""

from __future__ import annotations

from scrutineer.ui.activities.page import ActivitiesScreen
from scrutineer.ui.agencies.page import AgenciesScreen
from scrutineer.ui.challenges.page import ChallengesScreen
from scrutineer.ui.learning.page import LearningScreen
from scrutineer.ui.papers.page import PapersScreen
from scrutineer.ui.safekeeping.page import SafeKeepingScreen
from scrutineer.ui.screen import Screen
from scrutineer.ui.sidebar import Place
from scrutineer.ui.today.page import TodayScreen

PLACES = (
    Place("today", "Today", "today"),
    Place("activities", "Activities", "activities"),
    Place("learning", "Learning", "learning"),
    Place("challenges", "Challenges", "challenges"),
    Place("agencies", "Agencies", "agencies"),
    Place("papers", "Papers", "papers"),
    Place("safekeeping", "Safe keeping", "safekeeping", at_foot=True),
)

SCREENS: dict[str, type[Screen]] = {
    "today": TodayScreen,
    "activities": ActivitiesScreen,
    "learning": LearningScreen,
    "challenges": ChallengesScreen,
    "agencies": AgenciesScreen,
    "papers": PapersScreen,
    "safekeeping": SafeKeepingScreen,
}

ROOM_OF = {
    "activity": "activities",
    "finding": "learning",
    "challenge": "challenges",
    "addressee": "challenges",
    "reply": "challenges",
    "response": "challenges",
    "action": "challenges",
    "paper": "papers",
    "paper_section": "papers",
    "undertaking": "today",
    "strike_out": "safekeeping",
}
ELSEWHERE = "agencies"      # agencies, boards, meetings, people, the partnership itself
