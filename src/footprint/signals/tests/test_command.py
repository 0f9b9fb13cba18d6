"""`footprint triage`: a line of JSON for every line, whatever the bytes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from footprint.signals.command import main


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_line_out_for_every_line_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    posts = tmp_path / "posts.txt"
    posts.write_bytes(b"thank you all so much\n\nI will stab him tomorrow\r\n\xff\xfe bad\nlast")

    assert main([str(posts)]) == 0

    lines = _lines(capsys)
    assert len(lines) == 5
    assert [line["kind"] for line in lines[:2]] == ["praise", "neutral"]
    assert lines[2]["flags"] == ["threat"]
    assert lines[2]["urgent"] is True
    assert all(set(line) == {"kind", "flags", "urgent", "reasons"} for line in lines)


def test_it_reads_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = io.TextIOWrapper(io.BytesIO("Dziękuję bardzo szkole\n".encode()))
    monkeypatch.setattr(sys, "stdin", given)

    assert main([]) == 0

    assert _lines(capsys)[0]["unread"] == "Polish"


def test_a_missing_file_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-file.txt"]) == 1
    assert "could not be read" in capsys.readouterr().err


def test_a_reader_who_leaves_early_causes_no_error(tmp_path: Path) -> None:
    posts = tmp_path / "posts.txt"
    posts.write_text("lovely school\n" * 5_000, encoding="utf-8")
    call = "from footprint.signals.command import main; import sys; sys.exit(main(sys.argv[1:]))"

    with subprocess.Popen(
        [sys.executable, "-c", call, str(posts)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
