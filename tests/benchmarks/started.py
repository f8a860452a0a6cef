"""The program from its start to a painted, unlocked window on Today; then it is gone."""

import gc
import os
import sys
import tempfile
from pathlib import Path

gc.disable()      # as the door does before it loads the window

from PySide6.QtCore import QSettings

from scrutineer.app import Scrutineer, application
from scrutineer.register.register import Register
from scrutineer.ui import theme
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences

path, passphrase = sys.argv[1:]
app = application()
with tempfile.TemporaryDirectory() as folder:
    preferences = Preferences(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
    theme.apply(app, "light")
    program = Scrutineer(Messages(), preferences)
    program.enter(Register.open(Path(path), passphrase))
    assert program.window is not None
    program.window.grab()
os._exit(0)
