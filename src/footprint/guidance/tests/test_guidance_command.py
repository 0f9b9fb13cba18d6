"""`footprint guidance check` says what to look up again, and fails when it is overdue."""

import pytest
from django.core.management import CommandError, call_command


def check(capsys: pytest.CaptureFixture[str], on: str) -> tuple[int, dict[str, list[str]]]:
    """Exit status and {heading: its lines}; the last line stands under ""."""
    status = 0
    try:
        call_command("guidance", "check", "--on", on, "--no-color")
    except SystemExit as stopped:
        status = int(str(stopped.code))
    parts: dict[str, list[str]] = {}
    heading = ""
    for line in capsys.readouterr().out.splitlines():
        if line.startswith("  "):
            parts[heading].append(line.strip())
        else:
            heading = line
            parts[heading] = []
    return status, parts


def test_while_everything_was_checked_lately_it_ends_well(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, parts = check(capsys, "2026-11-16")

    assert status == 0
    assert parts["Overdue: 120 days and more"] == ["nothing"]
    assert parts["Due for another look: 90 days and more"] == ["nothing"]
    changes = parts["Changes soon"]
    assert any(line.startswith("age.tiktok: TikTok: minimum age: 16 years.") for line in changes)
    unchecked = parts["Never checked against a source"]
    assert any(line.startswith("age.linkedin:") for line in unchecked)
    assert not any(line.startswith("age.instagram:") for line in unchecked)


def test_what_is_due_is_listed_with_its_source_before_it_is_overdue(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, parts = check(capsys, "2027-01-30")  # 90 days after the first of November

    due = parts["Due for another look: 90 days and more"]
    assert any(line.startswith("age.whatsapp:") and "elitenews.uk" in line for line in due)


def test_what_was_announced_is_overdue_on_its_day(capsys: pytest.CaptureFixture[str]) -> None:
    status, parts = check(capsys, "2026-12-31")

    assert status == 1
    assert all("look again now" in line for line in parts["Overdue: 120 days and more"])


def test_it_fails_when_a_check_is_too_old(capsys: pytest.CaptureFixture[str]) -> None:
    status, parts = check(capsys, "2027-03-01")

    assert status == 1
    overdue = parts["Overdue: 120 days and more"]
    assert any(line.startswith("route.childline:") for line in overdue)
    assert any(heading.endswith(f"{len(overdue)} overdue.") for heading in parts)


def test_what_has_begun_is_no_change_to_come(capsys: pytest.CaptureFixture[str]) -> None:
    _, before = check(capsys, "2026-06-18")
    _, after = check(capsys, "2026-06-19")

    assert any(line.startswith("clock.dp_complaint:") for line in before["Changes soon"])
    assert not any(line.startswith("clock.dp_complaint:") for line in after["Changes soon"])
    assert any("Until 31 August 2026" in line for line in after["Changes soon"])


@pytest.mark.parametrize("arguments", [["check", "--on", "soon"], ["tidy"], []])
def test_what_it_does_not_understand_is_refused(arguments: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("guidance", *arguments)
