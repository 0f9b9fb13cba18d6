"""Limits of what runs apart; its ends are tested with documents and pictures too."""

import pytest

from footprint.confined.running import Said, run_confined


def run(what: str, *, seconds: float = 20, most: int = 100) -> Said:
    return run_confined(
        module="footprint.confined.tests.stand_in",
        arguments=[what],
        data=b"0123456789 and more",
        seconds=seconds,
        megabytes=512,
        most_said=most,
    )


def test_it_is_handed_as_much_as_it_takes_and_answers_in_bytes() -> None:
    assert run("echo") == Said(b"echo:0123456789", False)


def test_no_more_of_the_answer_is_read_than_was_asked_for() -> None:
    assert run("echo", most=6).answer == b"echo:0"


@pytest.mark.parametrize("what", ["sleep", "burn"])
def test_what_takes_too_long_ends_and_is_said_to(what: str) -> None:
    assert run(what, seconds=1) == Said(b"", True)


@pytest.mark.parametrize("what", ["write", "memory", "sockets"])
def test_what_wants_too_much_ends_without_an_answer(what: str) -> None:
    assert run(what) == Said(b"", False)


def test_it_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTPRINT_SECRET_KEY", "hunter2")

    assert b"hunter2" not in run("secrets", most=10_000).answer
