"""The reference on disk is what the tables say; a stale page fails the check."""

from pathlib import Path

import pytest
from django.core.management import call_command

from footprint.reference.management.commands import write_reference
from footprint.reference.pages import PAGES
from footprint.users.permissions import Permission


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(write_reference, "FOLDER", tmp_path)
    return tmp_path


def test_every_page_is_written_and_then_fresh(folder: Path) -> None:
    call_command("write_reference")
    call_command("write_reference", "--check")

    assert {path.name for path in folder.iterdir()} == set(PAGES)
    permissions = (folder / "permissions.md").read_text()
    assert all(permission.value in permissions for permission in Permission)


def test_a_page_changed_by_hand_fails_the_check(folder: Path) -> None:
    call_command("write_reference")
    (folder / "settings.md").write_text("something else")

    with pytest.raises(SystemExit):
        call_command("write_reference", "--check")


def test_a_page_that_no_table_writes_fails_the_check(folder: Path) -> None:
    call_command("write_reference")
    (folder / "old.md").write_text("left over")

    with pytest.raises(SystemExit):
        call_command("write_reference", "--check")
