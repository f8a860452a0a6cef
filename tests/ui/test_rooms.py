"""The rooms, and where each kind of record is shown."""

from __future__ import annotations

import pytest

from scrutineer import resources
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.menus import keys_of
from scrutineer.ui.rooms import ELSEWHERE, PLACES, ROOM_OF, SCREENS, SHEET_OF, screen
