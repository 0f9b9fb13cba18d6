"""Keys of matters: kept as files, wrapped, one school's never open another's; destroyed is gone."""

import secrets
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from footprint.vault import keys
from footprint.vault.sealing import SealBroken

WORDS = "He said it in the corridor."
PLACE = {"school_id": 4, "about": "entry"}


@pytest.fixture(autouse=True)
def folder(settings: object, tmp_path: Path) -> Path:
    settings.KEYS = tmp_path / "keys"  # type: ignore[attr-defined]
    settings.MASTER_KEY = secrets.token_urlsafe(32)  # type: ignore[attr-defined]
    return tmp_path / "keys"


def test_words_open_under_the_key_they_were_sealed_with() -> None:
    key = keys.make_key(4)
    sealed = keys.seal(WORDS, key=key, **PLACE)  # type: ignore[arg-type]

    assert WORDS.encode() not in sealed
    assert keys.unseal(sealed, key=key, **PLACE) == WORDS  # type: ignore[arg-type]


def test_bytes_too() -> None:
    key = keys.make_key(4)
    sealed = keys.seal_bytes(b"\x00\xff", key=key, school_id=4, about="file")
    assert keys.unseal_bytes(sealed, key=key, school_id=4, about="file") == b"\x00\xff"


@pytest.mark.parametrize("other", [{"school_id": 5}, {"about": "support"}])
def test_in_another_school_or_field_they_do_not(other: dict[str, object]) -> None:
    key = keys.make_key(4)
    sealed = keys.seal(WORDS, key=key, **PLACE)  # type: ignore[arg-type]
    with pytest.raises(SealBroken):
        keys.unseal(sealed, key=key, **{**PLACE, **other})  # type: ignore[arg-type]


def test_a_destroyed_key_opens_nothing_ever_again() -> None:
    key = keys.make_key(4)
    sealed = keys.seal(WORDS, key=key, **PLACE)  # type: ignore[arg-type]

    keys.destroy_key(key)
    keys.destroy_key(key)

    with pytest.raises(keys.KeyMissing):
        keys.unseal(sealed, key=key, **PLACE)  # type: ignore[arg-type]


def test_the_folder_alone_opens_nothing(settings: object) -> None:
    key = keys.make_key(4)
    sealed = keys.seal(WORDS, key=key, **PLACE)  # type: ignore[arg-type]
    settings.MASTER_KEY = secrets.token_urlsafe(32)  # type: ignore[attr-defined]
    with pytest.raises(SealBroken):
        keys.unseal(sealed, key=key, **PLACE)  # type: ignore[arg-type]


def test_keys_are_for_their_owner_only_and_no_draft_stays(folder: Path) -> None:
    keys.make_key(4)

    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 2  # the matter's and the school's
    assert all(path.suffix == ".key" for path in files)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "G" * 32, "a" * 31])
def test_a_name_that_is_none_is_missing_and_reads_no_file(name: str) -> None:
    with pytest.raises(keys.KeyMissing):
        keys.unseal(b"", key=name, **PLACE)  # type: ignore[arg-type]


def test_two_processes_that_make_a_schools_first_key_agree_on_one() -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: keys.make_key(9), range(16)))
    for key in made:
        sealed = keys.seal(WORDS, key=key, school_id=9, about="entry")
        assert keys.unseal(sealed, key=key, school_id=9, about="entry") == WORDS
