"""
The `footprint` command with its clock set: `python -m tests.killed.footprint_at TIME COMMAND ...`.

A lease that a killed process left is over some minutes later. A process that starts some minutes
later by its own clock shows what happens then, and no test has to wait for it.
"""

import sys
from datetime import datetime

import time_machine

from footprint.cli import main

if __name__ == "__main__":
    _, at, *words = sys.argv
    sys.argv = ["footprint", *words]
    with time_machine.travel(datetime.fromisoformat(at)):
        main()
