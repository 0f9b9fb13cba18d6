"""
The `footprint` command.

`read` and `triage` work on files alone and start without Django; the rest are Django's commands,
by the same names with hyphens for underscores.
"""

import os
import sys
from collections.abc import Mapping
from importlib import import_module

# By path, not by import: a command pays only for its own modules. `read` must not wait for Django
# nor need its settings, and `serve` idles for months at a dozen megabytes.
STANDALONE: Mapping[str, str] = {
    "read": "footprint.policies.documents.command",
    "triage": "footprint.signals.command",
    "serve": "footprint.serve",
}


def main() -> None:
    """Run one command and exit with its status."""
    name, *rest = sys.argv[1:] or ["help"]
    if name in STANDALONE:
        sys.exit(import_module(STANDALONE[name]).main(rest))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footprint.config.settings")
    import_module("django.core.management").execute_from_command_line(
        ["footprint", name.replace("-", "_"), *rest]
    )


if __name__ == "__main__":
    main()
