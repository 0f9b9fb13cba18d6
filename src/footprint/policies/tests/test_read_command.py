"""`footprint read FILE`: for a person, for a program, without Django and without a database."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from footprint.policies.documents import command
from footprint.policies.tests.factories import SAMPLES, as_pdf, as_word
from footprint.rulebook.terms import ClauseName

OAKFIELD = SAMPLES / "oakfield.txt"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")


def _read(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = command.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out, err


def test_json_has_the_promised_shape(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = _read(capsys, OAKFIELD, "--json")

    said = json.loads(out)
    assert (status, err) == (0, "")
    assert said["is_policy"] is True
    assert list(said["clauses"]) == [name.value for name in ClauseName]
    conduct = said["clauses"]["conduct"]
    assert conduct["stated"] is True
    assert "bullying" in conduct["values"]["must_not_be"]
    assert conduct["sentences"][0]["text"].startswith("Nobody at Oakfield")
    assert conduct["sentences"][0]["where"] == "paragraph 8"
    assert {"kind", "text", "sentence", "what_to_do"} == set(said["findings"][0])


@pytest.mark.parametrize("make", [as_word, as_pdf])
def test_word_and_pdf_are_read_as_the_text_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, make: object
) -> None:
    assert callable(make)
    file = make("oakfield.txt")
    path = tmp_path / file.name
    path.write_bytes(file.read())

    _, text, _ = _read(capsys, OAKFIELD, "--json")
    _, other, _ = _read(capsys, path, "--json")

    assert _values(other) == _values(text)


def _values(out: str) -> dict[str, object]:
    return {name: clause["values"] for name, clause in json.loads(out)["clauses"].items()}


def test_for_a_person_what_is_missing_comes_last(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = _read(capsys, SAMPLES / "home_made.txt")

    lines = [line for line in out.splitlines() if line]
    missing = [line.startswith("Not found: ") for line in lines]
    assert status == 0
    assert lines[0].startswith("This is a social media policy.")
    assert missing == sorted(missing)
    assert any(missing)


def test_lines_fit_a_narrow_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    _, out, _ = _read(capsys, OAKFIELD)

    assert max(len(line) for line in out.splitlines()) <= 60


def test_what_is_no_policy_is_said_and_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = _read(capsys, SAMPLES / "not_policies/recipe.txt")

    assert status == 0
    assert out.startswith("This is not a social media policy.")
    assert "Not found" not in out


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("nowhere.txt", None, "cannot be opened: No such file or directory."),
        ("empty.txt", b"", "empty"),
        ("broken.pdf", b"%PDF-1.7 and then nothing", "damaged"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_status_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)

    status, out, err = _read(capsys, path)

    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch, setting: dict[str, str], coloured: bool
) -> None:
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)

    command.main([str(OAKFIELD)])

    assert ("\033[" in screen.getvalue()) is coloured


def test_no_colour_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\033[" not in _read(capsys, OAKFIELD)[1]


def test_it_starts_without_django() -> None:
    """As the command does, in a process of its own: Django would cost a second and settings."""
    script = (
        "import sys; from footprint import cli; sys.argv[1:] = ['read', sys.argv[1]]\n"
        "try: cli.main()\n"
        "finally: print('django' in sys.modules, file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(OAKFIELD)], capture_output=True, text=True, check=True
    )

    assert done.stderr == "False\n"
    assert done.stdout.startswith("This is a social media policy.")


def test_a_reader_who_stops_reading_ends_it_quietly() -> None:
    command_line = f"'{sys.executable}' -m footprint.cli read '{OAKFIELD}' | head -1"

    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command_line}"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
