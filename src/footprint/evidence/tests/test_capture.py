"""A capture keeps the words, and proves that they were not changed."""

import pytest

from footprint.audit.models import Event
from footprint.evidence.actions import capture, digest
from tests.cast import NOW, Cast

WORDS = {"url": "https://forum.example/1", "author": "A. Nonymous", "text": "Never again."}


def test_a_capture_says_who_when_and_what_and_is_audited(cast: Cast) -> None:
    kept = capture(
        school=cast.oakfield, posted_at=NOW, method="typed", by=cast.dsl, now=NOW, **WORDS
    )

    assert (kept.captured_by, kept.captured_at) == (cast.dsl, NOW)
    assert kept.sha256 == digest(posted_at=NOW, **WORDS)
    assert Event.objects.get().details == {"sha256": kept.sha256}


@pytest.mark.parametrize("changed", ["url", "author", "text"])
def test_any_change_to_the_words_changes_the_digest(changed: str) -> None:
    other = {**WORDS, changed: WORDS[changed] + "!"}

    assert digest(posted_at=None, **other) != digest(posted_at=None, **WORDS)
