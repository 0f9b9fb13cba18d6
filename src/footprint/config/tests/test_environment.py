"""Settings: production refuses what is unsafe and says every remedy; the demo keeps its key."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from footprint.config.environment import SECRET_LENGTH, SETTINGS, kept_secret_key, unsafe

SAFE = {
    "secret_key": "x" * SECRET_LENGTH,
    "master_key": "m" * 43,
    "base_url": "https://footprint.oakfield.example",
    "email_url": "smtp+tls://user:password@mail.example:587",
    "email_from": "footprint@oakfield.example",
    "allow": "",
    "failpoint": "",
}


def test_safe_settings_need_no_remedy() -> None:
    assert unsafe(**SAFE) == []


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"secret_key": ""}, "FOOTPRINT_SECRET_KEY"),
        ({"secret_key": "x" * (SECRET_LENGTH - 1)}, "FOOTPRINT_SECRET_KEY"),
        ({"master_key": ""}, "FOOTPRINT_MASTER_KEY"),
        ({"master_key": "m" * 42}, "FOOTPRINT_MASTER_KEY"),
        ({"master_key": "é" * 43}, "FOOTPRINT_MASTER_KEY"),
        ({"base_url": ""}, "FOOTPRINT_BASE_URL"),
        ({"base_url": "http://footprint.oakfield.example"}, "FOOTPRINT_BASE_URL"),
        ({"base_url": "https://"}, "FOOTPRINT_BASE_URL"),
        ({"base_url": "footprint.oakfield.example"}, "FOOTPRINT_BASE_URL"),
        ({"email_url": ""}, "FOOTPRINT_EMAIL_URL"),
        ({"email_from": ""}, "FOOTPRINT_EMAIL_FROM"),
        ({"email_from": "oakfield"}, "FOOTPRINT_EMAIL_FROM"),
        ({"allow": "127.0.0.1:80"}, "FOOTPRINT_TEST_ALLOW"),
        ({"failpoint": "notices.sent"}, "FOOTPRINT_TEST_FAILPOINT"),
    ],
)
def test_each_unsafe_setting_has_one_remedy_that_names_it(
    changed: dict[str, str], named: str
) -> None:
    found = unsafe(**{**SAFE, **changed})
    assert len(found) == 1
    assert named in found[0]


def test_all_remedies_are_told_at_once() -> None:
    nothing = dict.fromkeys(SAFE, "")
    assert len(unsafe(**{**nothing, "allow": "127.0.0.1:80"})) == 6


PRODUCTION = {
    "FOOTPRINT_MODE": "production",
    "FOOTPRINT_SECRET_KEY": SAFE["secret_key"],
    "FOOTPRINT_MASTER_KEY": SAFE["master_key"],
    "FOOTPRINT_BASE_URL": SAFE["base_url"],
    "FOOTPRINT_EMAIL_URL": SAFE["email_url"],
    "FOOTPRINT_EMAIL_FROM": SAFE["email_from"],
}
SHOW = "from footprint.config import settings as s; print({})"


def start(tmp_path: Path, show: str = "'up'", **variables: str) -> subprocess.CompletedProcess[str]:
    """Load the settings in a process of its own, with these variables and no others of ours."""
    ours = {setting.name for setting in SETTINGS}
    others = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, "-c", SHOW.format(show)],
        env={**others, "FOOTPRINT_DATA": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_word_it_is_production_and_does_not_start(tmp_path: Path) -> None:
    found = start(tmp_path)

    assert found.returncode != 0
    for name in ("SECRET_KEY", "BASE_URL", "EMAIL_URL", "EMAIL_FROM"):
        assert f"FOOTPRINT_{name}" in found.stderr


def test_production_with_safe_settings_is_closed_on_every_side(tmp_path: Path) -> None:
    show = "s.DEBUG, s.DEMO, s.ALLOWED_HOSTS, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE"

    found = start(tmp_path, show, **PRODUCTION)

    assert found.stdout.strip() == "False False ['footprint.oakfield.example'] True True"


@pytest.mark.parametrize("name", [name for name in PRODUCTION if name != "FOOTPRINT_MODE"])
def test_production_does_not_start_without_any_one_of_them(tmp_path: Path, name: str) -> None:
    found = start(tmp_path, **{**PRODUCTION, name: ""})
    assert found.returncode != 0
    assert name in found.stderr


def test_a_refusal_prints_no_secret(tmp_path: Path) -> None:
    found = start(tmp_path, **{**PRODUCTION, "FOOTPRINT_BASE_URL": ""})
    assert "password" not in found.stderr
    assert SAFE["secret_key"] not in found.stderr
    assert SAFE["master_key"] not in found.stderr


def test_an_unknown_mode_is_refused(tmp_path: Path) -> None:
    assert start(tmp_path, FOOTPRINT_MODE="demonstration").returncode != 0


def test_the_demo_starts_with_nothing_set_and_keeps_its_key(tmp_path: Path) -> None:
    first = start(tmp_path, "s.SECRET_KEY", FOOTPRINT_MODE="demo")
    second = start(tmp_path, "s.SECRET_KEY", FOOTPRINT_MODE="demo")

    assert first.returncode == 0
    assert len(first.stdout.strip()) >= SECRET_LENGTH
    assert first.stdout == second.stdout


def test_the_kept_key_is_for_its_owner_only_and_differs_elsewhere(tmp_path: Path) -> None:
    one, other = kept_secret_key(tmp_path / "a"), kept_secret_key(tmp_path / "b")

    assert one != other
    assert stat.S_IMODE((tmp_path / "a" / "secret_key").stat().st_mode) == 0o600


def test_behind_a_proxy_only_when_told_so(tmp_path: Path) -> None:
    show = "getattr(s, 'SECURE_PROXY_SSL_HEADER', None)"
    assert start(tmp_path, show, **PRODUCTION).stdout.strip() == "None"
    told = start(tmp_path, show, **PRODUCTION, FOOTPRINT_BEHIND_PROXY="yes")
    assert "X_FORWARDED_PROTO" in told.stdout


def test_every_setting_has_a_sentence_and_secrets_are_marked() -> None:
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.sentence.endswith(".")
    secret = {setting.name for setting in SETTINGS if setting.secret}
    assert secret == {
        "FOOTPRINT_SECRET_KEY",
        "FOOTPRINT_MASTER_KEY",
        "DATABASE_URL",
        "FOOTPRINT_EMAIL_URL",
    }
