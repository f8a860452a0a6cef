"""The least that a program like this can do: import its libraries, open the same file, show a window."""

import os
import sys

import peewee  # noqa: F401      # its import is part of what is measured
import sqlcipher3
from PySide6.QtWidgets import QApplication, QWidget

path, passphrase = sys.argv[1:]
application = QApplication([])
connection = sqlcipher3.connect(path)
connection.execute(f"PRAGMA key='{passphrase}'")
connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
window = QWidget()
window.resize(1360, 850)
window.show()
window.grab()
os._exit(0)
