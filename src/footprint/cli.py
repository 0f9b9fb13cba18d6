"""
The `footprint` command.

`read` and `triage` work on files alone and start without Django; the rest are Django's commands,
by the same names with hyphens for underscores.
"""

import os
import sys
from collections.abc import Callable, Mapping

from django.core.management import execute_from_command_line

from footprint import serve
from footprint.policies.documents import command as reading
from footprint.signals import command as signals

STANDALONE: Mapping[str, Callable[[list[str]], int]] = {
    "read": reading.main,
    "triage": signals.main,
    "serve": serve.main,
}


def main() -> None:
    """Run one command and exit with its status."""
    name, *rest = sys.argv[1:] or ["help"]
    if name in STANDALONE:
        sys.exit(STANDALONE[name](rest))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footprint.config.settings")
    execute_from_command_line(["footprint", name.replace("-", "_"), *rest])


if __name__ == "__main__":
    main()
