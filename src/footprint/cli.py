"""
The `footprint` command.

`read`, `triage` and `match` work on files alone and start without Django; the rest are Django's
commands, by the same names with hyphens for underscores.
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
    "match": "footprint.matching.command",
    "serve": "footprint.serve",
}


def main() -> None:
    """Run one command and exit with its status."""
    name, *rest = sys.argv[1:] or ["help"]
    if name in STANDALONE:
        sys.exit(import_module(STANDALONE[name]).main(rest))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footprint.config.settings")
    _run_django(["footprint", name.replace("-", "_"), *rest])


def _run_django(words: list[str]) -> None:
    """One of Django's commands; settings that are not safe are said in words, without a trace."""
    refused = import_module("django.core.exceptions").ImproperlyConfigured
    try:
        import_module("django.core.management").execute_from_command_line(words)
    except refused as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
