"""Start Scrutineer from a checkout: `python main.py`, the same as the installed command."""

import sys

from scrutineer.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
