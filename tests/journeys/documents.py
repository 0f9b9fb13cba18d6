"""
The policies that the journey is done with, and what each makes Footprint answer.

A file of its own because two tests walk the same way with the same documents. The two invented
ones are always there; the two of real schools lie beside the project on some machines only, and
nothing of their words stands here.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from footprint.rulebook.terms import ClauseName

ROOT = Path(__file__).resolve().parents[2]
INVENTED = ROOT / "src" / "footprint" / "sample_school" / "data"
REAL = ROOT.parent / "shared" / "policies"
DAYS = 3  # school days that the governing body gives where the document says "promptly"
NEVER = "Your policy says that this channel is not answered."
GENERAL_ONLY = "Your policy allows answers to general enquiries here, and nothing else."


@dataclass(frozen=True)
class Document:
    """
    One policy, and how it decides.

    Args:
        leaves_open: the numbers that are asked for at adoption.
        deletion_due: of a request made on Friday 13 November 2026.
        asker: who asks for a deletion, in the words of the policy's page.
        on_instagram: the advice on answering there.
        complaints: whether it says what follows when a talk does not help.
    """

    path: Path
    leaves_open: frozenset[ClauseName]
    deletion_due: date
    asker: str
    on_instagram: str
    complaints: bool

    def __str__(self) -> str:
        return self.path.stem


OAKFIELD = Document(
    INVENTED / "oakfield_policy.txt",
    leaves_open=frozenset({ClauseName.REPUTATION}),
    deletion_due=date(2026, 11, 17),  # "within two school days"
    asker="Deletion is requested by: the Headteacher",
    on_instagram=NEVER,
    complaints=True,
)
LARKHILL = Document(
    INVENTED / "larkhill_policy.txt",
    leaves_open=frozenset({ClauseName.REPUTATION, ClauseName.DELETION_REQUEST}),
    deletion_due=date(2026, 11, 18),  # the three school days given at adoption
    asker="Deletion is requested by: the Headteacher or the designated safeguarding lead",
    on_instagram=GENERAL_ONLY,
    complaints=True,
)
TRENT = Document(
    REAL / "trent.txt",
    leaves_open=frozenset({ClauseName.REPUTATION, ClauseName.DELETION_REQUEST}),
    deletion_due=date(2026, 11, 18),
    asker="Deletion is requested by: the school",
    on_instagram=NEVER,
    complaints=False,
)
NEST = Document(
    REAL / "nest.txt",
    leaves_open=frozenset({ClauseName.REPUTATION, ClauseName.DELETION_REQUEST}),
    deletion_due=date(2026, 11, 18),
    asker="Deletion is requested by: the Headteacher or the designated safeguarding lead",
    on_instagram=GENERAL_ONLY,
    complaints=True,
)
EVERY = (OAKFIELD, LARKHILL, TRENT, NEST)


def need(*documents: Document) -> None:
    """Skip the test where one of these is not on this machine."""
    for document in documents:
        if not document.path.exists():
            pytest.skip(f"the real policy {document.path.name} is not beside the project")
