"""
Are schools found fast, and is the right one meant? `python bench/matching.py REGISTER [POSTS.csv]`

CPU seconds of one process (the machine may be shared), contenders in turn, median of the rounds.
POSTS.csv has a column `text`; without it the posts are everyday sentences made up here.
"""

import argparse
import csv
import gzip
import io
import json
import os
import random
import re
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from matching_cases import Case, cases
from matching_peers import BareScan, DictNgrams, FullText, Fuzzy, PerPost, terms

from footprint.matching.attribution import Attribution
from footprint.matching.blocks import block_of
from footprint.matching.register import RegisteredSchool, read_register

BLOCK = 2_000
_TEXT = re.compile(rb'"text": "((?:[^"\\]|\\.)*)"')


def main() -> None:
    """Print every table."""
    options = _options()
    print(f"load before: {os.getloadavg()[0]:.1f}")
    before, started = _megabytes(), process_time()
    schools = read_register(options.register)
    read = process_time()
    attribution = Attribution(schools)
    built = process_time()
    print(
        f"{len(schools)} schools: read in {read - started:.2f} s, built in {built - read:.2f} s, "
        f"{_megabytes() - before:.0f} MB, {len(attribution.patterns)} patterns"
    )
    posts = _posts(schools, options.posts, options.count)
    _speed(attribution, schools, posts, options.rounds)
    _quality(attribution, schools, options.seed)
    print(f"load after: {os.getloadavg()[0]:.1f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("register", type=Path)
    parser.add_argument("posts", type=Path, nargs="?")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1, help="another makes other cases")
    return parser.parse_args()


def _posts(schools: tuple[RegisteredSchool, ...], file: Path | None, count: int) -> list[str]:
    """Everyday posts, one in fifty with the name of a school in it."""
    dice = random.Random(7)  # noqa: S311
    texts = _texts(file) if file else [_made_up(dice) for _ in range(count)]
    found = []
    for number in range(count):
        text = texts[number % len(texts)]
        if dice.random() < 0.02:
            words = text.split(" ")
            words.insert(dice.randrange(len(words)), dice.choice(schools).name)
            text = " ".join(words)
        found.append(text)
    return found


def _texts(file: Path) -> list[str]:
    content = file.read_bytes()
    if file.suffix == ".gz":
        content = gzip.decompress(content)
    rows = csv.DictReader(io.StringIO(content.decode("utf-8", errors="replace")))
    return [" ".join(row["text"].split())[:400] for row in rows]


_EVERYDAY = (
    "so we went over to the park and it was fine, new bus again though. honestly I’m done with "
    "this train & the rain! my mum said read the one about the old house, it's a hope and a "
    "prayer really 😂 what do you want for tea tonight? council meeting at eight, bring a chair. "
    "can't believe she won the thing on telly last night, café was rammed as usual"
)


def _made_up(dice: random.Random) -> str:
    return " ".join(dice.choices(_EVERYDAY.split(), k=dice.randint(8, 30)))


def _speed(
    attribution: Attribution,
    schools: Sequence[RegisteredSchool],
    posts: list[str],
    rounds: int,
) -> None:
    listed = terms(schools)
    chunks = [posts[at : at + BLOCK] for at in range(0, len(posts), BLOCK)]
    blocks = [block_of(chunk) for chunk in chunks]
    grams, each, bare = DictNgrams(listed), PerPost(listed), BareScan(listed)
    own = attribution._engine
    events = [json.dumps({"kind": "commit", "record": {"langs": ["en"], "text": post,
              "createdAt": "2026-01-09T19:46:02.102Z"}}, ensure_ascii=False).encode()
              for post in posts]  # fmt: skip
    wires = [b"\n".join(events[at : at + BLOCK]) for at in range(0, len(events), BLOCK)]
    contenders: dict[str, Callable[[], object]] = {
        grams.name: lambda: grams.run(posts),
        each.name: lambda: each.run(posts),
        bare.name: lambda: bare.run(blocks),
        "bare scan of our heads (blocks given)": lambda: [own.hits(block) for block in blocks],
        "ours: posts to named schools": lambda: [
            attribution.named_in(block_of(chunk)) for chunk in chunks
        ],
        "ours: posts to answers": lambda: attribution.about_each(posts),
        "wire: json + dict (naive)": lambda: grams.run(
            [json.loads(event)["record"]["text"] for event in events]
        ),
        "wire: ours": lambda: [_from_wire(attribution, wire) for wire in wires],
    }
    taken = _in_turn(contenders, rounds)
    print(f"\n{len(posts)} posts, {len(listed)} terms for the peers; us a post, of the dict")
    base = taken[grams.name]
    for name, seconds in taken.items():
        print(f"  {name:42} {seconds / len(posts) * 1e6:8.2f} {base / seconds:8.2f} x")
    scan, heads = taken[bare.name], taken["bare scan of our heads (blocks given)"]
    whole = taken["ours: posts to named schools"]
    print(
        f"  whole finder / bare scan of full terms {whole / scan:.2f}, of heads {whole / heads:.2f}"
    )
    print(f"  per-post automaton / ours {taken[each.name] / whole:.2f}")
    print(f"  wire: naive / ours {taken['wire: json + dict (naive)'] / taken['wire: ours']:.2f}")


def _from_wire(attribution: Attribution, wire: bytes) -> list[object]:
    """Texts cut out of the raw events; only those of posts with an answer are decoded."""
    texts = [
        json.loads(b'"' + text + b'"') if b"\\" in text else text.decode()
        for text in _TEXT.findall(wire)
    ]
    lines = wire.split(b"\n")
    answers = attribution.about_each(texts)
    return [json.loads(lines[at]) for at, answer in enumerate(answers) if answer.candidates]


def _in_turn(contenders: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            started = process_time()
            run()
            taken[name].append(process_time() - started)
    return {name: statistics.median(each) for name, each in taken.items()}


def _quality(attribution: Attribution, schools: tuple[RegisteredSchool, ...], seed: int) -> None:
    sorts = cases(schools, 2_000, seed)
    print("\nquality, by sort of post")
    for sort, listed in sorts.items():
        answers = attribution.about_each([case.text for case in listed])
        pairs = list(zip(listed, answers, strict=True))
        if sort.startswith("settled"):
            said = sum(answer.school is not None for _, answer in pairs)
            right = sum(answer.school == case.gold for case, answer in pairs)
            print(f"  {sort:18} {len(listed)}: precision {right / max(said, 1):.3f}, "
                  f"recall {right / len(listed):.3f}")  # fmt: skip
        else:
            honest = sum(answer.school is None for _, answer in pairs)
            print(f"  {sort:18} {len(listed)}: honest {honest / len(listed):.3f}")
        if "-v" in os.environ.get("BENCH_SHOW", ""):
            _show([pair for pair in pairs if pair[1].school != pair[0].gold][:12])
    _against(attribution, schools, [*sorts["settled by place"], *sorts["settled by name"]])


def _show(pairs: Sequence[tuple[Case, object]]) -> None:
    for case, answer in pairs:
        print("     ", case.gold, case.text, "->", answer)


def _against(
    attribution: Attribution, schools: Sequence[RegisteredSchool], listed: list[Case]
) -> None:
    random.Random(1).shuffle(listed)  # noqa: S311
    texts = [case.text for case in listed]
    started = process_time()
    answers = attribution.about_each(texts)
    ours = (process_time() - started) / len(texts)
    wrong = sum(a.school not in (None, c.gold) for a, c in zip(answers, listed, strict=True))
    rate = wrong / len(texts)
    print(f"\nwhich school is meant, {len(texts)} settled posts: us a post, of ours, wrong")
    print(f"  {'ours':28} {ours * 1e6:10.1f} {1:8.0f} {rate:.3f}")
    for peer in (FullText, Fuzzy):
        try:
            asked = peer(schools)
        except ModuleNotFoundError as missing:
            print(f"  {peer.name:28} not installed: {missing}")
            continue
        started = process_time()
        told = asked.about(texts[: peer.most])
        each = (process_time() - started) / peer.most
        bad = sum(t != c.gold for t, c in zip(told, listed, strict=False)) / peer.most
        print(f"  {peer.name:28} {each * 1e6:10.1f} {each / ours:8.0f} {bad:.3f}")


def _megabytes() -> float:
    """Resident memory of this process, where the system tells it."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
