"""What is loaded when the window is first painted: nothing heavy that the morning does not need."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("email", "docx", "lxml", "markdown", "holidays", "openpyxl", "zxcvbn", "urllib.request", "ssl")
SEEN_LATER = (
    "plan", "challenges", "activities", "learning", "actions", "assurance", "agencies", "evidence", "papers",
    "safekeeping",
)  # fmt: skip

SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QSettings
from scrutineer.app import Scrutineer, application
from scrutineer.domain.organisation import Partnership, Scrutineer as Person
from scrutineer.register.register import Register
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences

folder = Path(sys.argv[1])
app = application()
preferences = Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
register = Register.begin(folder / "r.scrutiny", "otter lantern gravel teapot", Partnership(name="P"), Person(name="S"))
program = Scrutineer(Messages(), preferences)
program.enter(register)
program.window.grab()
print("\\n".join(sys.modules))
program.window.close()
"""


def test_nothing_heavy_and_no_other_room_is_loaded_before_it_is_needed(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    loaded = set(told.stdout.split())
    assert "scrutineer.ui.today.page" in loaded
    assert not loaded & set(HEAVY)
    assert "scrutineer.ui.entrance.begin" not in loaded
    assert not [room for room in SEEN_LATER if f"scrutineer.ui.{room}.page" in loaded]
