"""The child process: limits, silence about secrets, and one sentence for each way to fail."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from footprint.confined import running
from footprint.policies.documents.child import open_in_child
from footprint.policies.documents.opening import MAX_BYTES, DocumentProblem, open_document
from footprint.policies.documents.passing import Garbled, answer_from_json, document_to_json
from footprint.policies.documents.tests.samples import paragraph, typeset, word

_POLICY = word(paragraph("Phones stay [off](#) – at school.", style="Heading1"))


def _programme(tmp_path: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child run this instead of reading a document, under the same limits."""
    module = tmp_path / "stand_in.py"
    limits = "from footprint.confined import running\nrunning.limit(5, 512)\n"
    module.write_text(f"import os, signal, sys, time, socket, subprocess\n{limits}{body}\n")
    start = subprocess.Popen

    def instead(command: list[str], **kwargs: object) -> subprocess.Popen[bytes]:
        return start([sys.executable, str(module)], **kwargs)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(running.subprocess, "Popen", instead)  # type: ignore[attr-defined]


@pytest.mark.parametrize("data", [_POLICY, b"Ask the office.", typeset("= Phones\nAsk first.")])
def test_the_child_gives_the_same_document(data: bytes) -> None:
    assert open_in_child(data, "Our policy.docx") == open_document(data, filename="Our policy.docx")


def test_a_problem_in_the_child_is_a_problem_here() -> None:
    with pytest.raises(DocumentProblem, match="This file is empty"):
        open_in_child(b"  ", "a.txt")


@pytest.mark.parametrize("name", ["-c.docx", "a\x00b.docx", "\udc80\ud800.docx", "x" * 5000, ""])
def test_any_file_name_will_do(name: str) -> None:
    assert open_in_child(b"Ask the office first.", name).text == "Ask the office first."


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "something in it is broken"),
        ("sys.exit(3)", "something in it is broken"),
        ("print('not json')", "something in it is broken"),
        ("print('{\"document\": {}}')", "something in it is broken"),
        ('print(\'{"document": {"blocks": [1]}}\')', "something in it is broken"),
        ("print('[' * 100000)", "something in it is broken"),
        ("x = bytearray(2 * 1024 ** 3)", "something in it is broken"),
        ("open('f', 'w').write('x' * 10)", "something in it is broken"),
        ("time.sleep(60)", "took too long"),
        ('print(\'{"problem": "Save it again."}\')', "Save it again"),
    ],
)
def test_every_end_of_the_child_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, sentence: str
) -> None:
    _programme(tmp_path, body, monkeypatch)

    with pytest.raises(DocumentProblem, match=sentence):
        open_in_child(b"words", "a.txt", seconds=2)


def test_what_the_child_started_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "started"
    os.mkfifo(started)
    keeper = os.open(started, os.O_RDWR)  # a reader, so that writing does not wait
    body = f"""
subprocess.Popen(["sh", "-c", "exec 3> {started}; echo up >&3; exec sleep 60"])
print('{{"problem": "Done."}}', flush=True)
time.sleep(60)
"""
    _programme(tmp_path, body, monkeypatch)

    with pytest.raises(DocumentProblem, match="Done"):
        open_in_child(b"words", "a.txt", seconds=2)

    reader = os.open(started, os.O_RDONLY)
    os.close(keeper)
    # The end of the pipe is seen only once the last process that holds it is gone.
    with os.fdopen(reader, "rb") as pipe:
        assert pipe.read() == b"up\n"


def test_the_child_knows_no_secret_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTPRINT_SECRET_KEY", "hunter2")
    monkeypatch.setenv("DATABASE_URL", "postgres://u:hunter2@host/db")
    _programme(
        tmp_path,
        "import json\nprint(json.dumps({'problem': json.dumps([dict(os.environ), os.getcwd()])}))",
        monkeypatch,
    )

    with pytest.raises(DocumentProblem) as told:
        open_in_child(b"words", "a.txt")

    environment, folder = json.loads(told.value.sentence)
    assert "hunter2" not in json.dumps(environment)
    assert not Path(folder).exists()


def test_the_child_never_imports_django() -> None:
    code = (
        "import sys; import footprint.policies.documents.child; "
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_too_many_bytes_never_reach_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running.subprocess, "Popen", None)  # type: ignore[attr-defined]

    with pytest.raises(DocumentProblem, match="larger than 10 MB"):
        open_in_child(b"x" * (MAX_BYTES + 1), "a.txt")


def test_a_document_survives_the_way_through_json() -> None:
    document = open_document(_POLICY, filename="a.docx")

    assert answer_from_json(document_to_json(document).encode()) == document


@pytest.mark.parametrize("said", [b"", b"null", b"[]", b'{"document": null}', b'{"problem": 1}'])
def test_what_is_no_answer_is_not_taken_for_one(said: bytes) -> None:
    with pytest.raises(Garbled):
        answer_from_json(said)
