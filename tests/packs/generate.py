"""Makes packs of any size from a seed: `python -m tests.packs.generate FOLDER -n 10000`.

The texts are word salad of the length that real questions have: about 2 KB of YAML each, a third with an exhibit.
"""

import argparse
import random
from collections.abc import Iterator
from itertools import accumulate, product
from pathlib import Path

AREAS = {"alpha": (10, 15), "beta": (10, 15), "gamma": (50, 55), "delta": (10, 15), "epsilon": (5, 10)}
GROUPS, OBJECTIVES = 3, 6
WORDS = (
    "agent", "alert", "approval", "artifact", "branch", "build", "cache", "canary", "change", "check",
    "clone", "cloud", "commit", "condition", "connection", "container", "coverage", "dashboard", "deploy",
    "environment", "evidence", "failure", "feature", "feed", "gate", "history", "identity", "image", "job",
    "key", "label", "library", "limit", "log", "merge", "metric", "module", "network", "node", "owner",
    "package", "parallel", "path", "permission", "pipeline", "policy", "pool", "privilege", "query",
    "queue", "region", "release", "replica", "request", "review", "risk", "role", "rollback", "route",
    "runner", "scale", "schedule", "scope", "secret", "service", "slot", "stage", "state", "step",
    "storage", "swap", "tag", "task", "team", "template", "tenant", "test", "token", "trace", "traffic",
    "trigger", "update", "user", "value", "variable", "vault", "version", "view", "volume", "weight",
    "window", "worker", "zone",
)  # fmt: skip
# a few thousand words, the n-th of them one n-th as frequent as the first, as in a language
VOCABULARY = (*WORDS, *(first + second for first, second in product(WORDS[:50], WORDS[50:])))
FREQUENCIES = tuple(accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))
BELIEFS = [f"belief-{word}" for word in WORDS[:40]]


def write_pack(folder: Path, questions: int, seed: int = 1, per_file: int = 100) -> Path:
    """Write a pack with so many questions; the same seed writes the same bytes. Returns the folder."""
    rng = random.Random(seed)
    (folder / "questions").mkdir(parents=True)
    _write(folder / "syllabus.yaml", _syllabus())
    _write(folder / "misconceptions.yaml", (f"{slug}: What {slug} holds" for slug in BELIEFS))
    for first in range(0, questions, per_file):
        area = list(AREAS)[first // per_file % len(AREAS)]
        numbers = range(first, min(first + per_file, questions))
        _write(folder / "questions" / area / f"part-{first:06}.yaml", _bank(area, numbers, rng))
    return folder


def objectives(area: str) -> list[str]:
    """The ids of an area's objectives."""
    return [f"{area}.group{g}.objective{o}" for g in range(GROUPS) for o in range(OBJECTIVES)]


def _write(path: Path, lines: Iterator[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _syllabus() -> Iterator[str]:
    yield "schema: certstudy.syllabus/1"
    yield "exam:"
    yield "  {id: made-up, code: MADE-1, title: A made-up exam, certification: Made up, outline: '2026-01-01',"
    yield "   minutes: 100, questions: {low: 40, high: 60}, score: {max: 1000, pass: 700}}"
    yield "areas:"
    for area, (low, high) in AREAS.items():
        weight = f"{{low: {low}, high: {high}}}"
        yield f"  - id: {area}"
        yield f"    code: {area[:2].capitalize()}"
        yield f"    title: {area.capitalize()}"
        yield f"    short: {area.capitalize()}"
        yield f"    weight: {weight}"
        yield "    groups:"
        for g in range(GROUPS):
            yield f"      - id: {area}.group{g}"
            yield f"        title: Group {g}"
            yield f"        short: G{g}"
            yield "        objectives:"
            for o in range(OBJECTIVES):
                name = f"{area}.group{g}.objective{o}"
                yield f"          - {{id: {name}, title: 'Objective {o} of {area} {g}', terms: [{WORDS[o]}]}}"


def _bank(area: str, numbers: range, rng: random.Random) -> Iterator[str]:
    yield "schema: certstudy.bank/1"
    yield f"bank: made-up-{area}-{numbers.start}"
    yield "exam: made-up"
    yield f"title: Questions {numbers.start} to {numbers.stop - 1}"
    yield "license: CC0-1.0"
    yield 'outline: "2026-01-01"'
    yield 'defaults: {difficulty: 2, verified: "2026-01-02", status: reviewed}'
    yield "questions:"
    for number in numbers:
        yield from _question(area, number, rng)


def _question(area: str, number: int, rng: random.Random) -> Iterator[str]:
    several = number % 5 == 0
    yield f"  - id: {area}-{number:06}"
    yield f"    type: {'multiple' if several else 'single'}"
    yield f"    objective: {rng.choice(objectives(area))}"
    yield f"    difficulty: {rng.choice((1, 2, 2, 3, 3))}"
    yield f"    tags: [{rng.choice(WORDS)}, {rng.choice(WORDS)}]"
    yield "    stem: |"
    for _ in range(4):
        yield f"      {_sentence(rng, 16)}"
    yield "      What should the team do first?"
    if number % 3 == 0:
        yield from _exhibit(rng)
    yield "    options:"
    letters = "ABCDE" if several else "ABCD"
    key = rng.sample(letters, 2 if several else 1)
    for letter in letters:
        yield f"      {letter}:"
        yield f'        text: "{_sentence(rng, 11)}"'
        yield f'        why: "{_sentence(rng, 22)}"'
        if letter not in key:
            yield f"        misconception: {rng.choice(BELIEFS)}"
    yield f"    answer: [{', '.join(sorted(key))}]" if several else f"    answer: {key[0]}"
    if several:
        yield "    choose: 2"
    yield f'    explanation: "{_sentence(rng, 20)} {_sentence(rng, 20)}"'
    yield "    references:"
    address = f"https://docs.example.org/{rng.choice(WORDS)}/{number}"
    yield f'      - {{title: {_words(rng, 4)}, url: "{address}", supports: the key, checked: "2026-01-02"}}'


def _exhibit(rng: random.Random) -> Iterator[str]:
    yield "    exhibits:"
    yield "      - title: pipeline.yml"
    yield "        language: yaml"
    yield "        code: |"
    for _ in range(12):
        yield f"          {rng.choice(WORDS)}: {rng.choice(WORDS)}"


def _sentence(rng: random.Random, length: int) -> str:
    return _words(rng, length).capitalize() + "."


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choices(VOCABULARY, cum_weights=FREQUENCIES, k=count))


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("-n", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    found = asked.parse_args()
    print(write_pack(found.folder, found.n, found.seed))
