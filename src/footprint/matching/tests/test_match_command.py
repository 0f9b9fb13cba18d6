"""`footprint match`: as a person runs it, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

REGISTER = """id,name,town,la_name,phase
1,St Aldith's CofE Primary School,Puddleford,Westshire,primary
2,St Aldith's Catholic Primary School,Marshwick,Eastshire,primary
"""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def _run(*words: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "footprint.cli", "match", *words],
        input=given,
        capture_output=True,
        check=False,
    )


def test_a_line_in_a_line_out(register: Path) -> None:
    posts = "St Aldith’s Prim, Puddleford\n\nSt Aldith's primary\r\n{\n".encode() + b"\xff\n"

    done = _run("--register", str(register), given=posts)

    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert done.stderr == b""
    assert [each["school"] for each in answers] == ["1", None, None, None, None]
    assert [each["candidates"] for each in answers] == [["1"], [], ["1", "2"], [], []]
    assert answers[0]["reasons"] == [
        "names “st aldith's prim” and Puddleford; 2 schools are called so, 1 there"
    ]


@pytest.mark.parametrize(
    "beside", [{"author_place": "Marshwick"}, {"source": "Marshwick News"}, {"thread": ["2"]}]
)
def test_what_is_known_beside_the_text(register: Path, beside: dict[str, object]) -> None:
    line = json.dumps({"text": "St Aldith's primary", **beside}).encode()

    done = _run("--register", str(register), given=line)

    assert json.loads(done.stdout)["school"] == "2"


def test_posts_from_a_file(register: Path, tmp_path: Path) -> None:
    posts = tmp_path / "posts.txt"
    posts.write_text("#StAldithsRCPrimary\n", encoding="utf-8")

    done = _run("--register", str(register), str(posts))

    assert json.loads(done.stdout)["school"] == "2"


@pytest.mark.parametrize(
    ("register_text", "words", "sentence"),
    [
        (None, (), "register.csv cannot be opened: No such file or directory."),
        ("nothing\n", (), "There is no open school in this file."),
        (REGISTER, ("missing.txt",), "missing.txt cannot be opened: No such file or directory."),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    tmp_path: Path, register_text: str | None, words: tuple[str, ...], sentence: str
) -> None:
    path = tmp_path / "register.csv"
    if register_text is not None:
        path.write_text(register_text, encoding="utf-8")

    done = _run("--register", str(path), *words)

    assert (done.returncode, done.stdout) == (2, b"")
    assert sentence in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_it_starts_without_django(register: Path) -> None:
    script = (
        "import sys; from footprint.matching.command import main; "
        f"main(['--register', {str(register)!r}, '-']); "
        "assert not any(name.split('.')[0] == 'django' for name in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", script], input=b"x\n", check=False)

    assert done.returncode == 0
