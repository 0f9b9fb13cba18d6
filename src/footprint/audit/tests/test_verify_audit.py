"""`footprint verify-audit`: says that the trail holds, or how it does not."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from footprint.audit.actions import record
from footprint.audit.models import ChainHead, Event
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def write(count: int) -> None:
    for number in range(count):
        record(by="head@oakfield.example", action="tests.done", target=f"thing:{number}", now=NOW)


def verify(*words: str) -> str:
    out = StringIO()
    call_command("verify_audit", *words, stdout=out)
    return out.getvalue()


def test_a_whole_trail_is_told_with_its_last_code() -> None:
    write(3)
    assert "All 3 events hold" in verify()
    assert ChainHead.objects.get().digest in verify()


def test_a_broken_trail_ends_with_an_error_that_names_the_break() -> None:
    write(3)
    Event.objects.filter(number=2).update(target="thing:9")

    with pytest.raises(CommandError, match="Event 2 was changed"):
        verify()


def test_a_printed_code_is_found_as_long_as_nothing_before_it_is_gone() -> None:
    write(2)
    printed = ChainHead.objects.get().digest
    write(2)
    assert "All 4 events hold" in verify("--printed", printed[:12].upper())


def test_an_older_copy_of_the_trail_is_found_out_by_a_printed_code() -> None:
    write(2)
    older = ChainHead.objects.values().get()
    write(2)
    printed = ChainHead.objects.get().digest
    Event.objects.filter(number__gt=2).delete()
    ChainHead.objects.update(**older)
    assert "All 2 events hold" in verify()

    with pytest.raises(CommandError, match="events since then are gone"):
        verify("--printed", printed)


def test_too_short_a_piece_proves_nothing() -> None:
    write(1)
    with pytest.raises(CommandError, match="at least 12 characters"):
        verify("--printed", ChainHead.objects.get().digest[:4])
