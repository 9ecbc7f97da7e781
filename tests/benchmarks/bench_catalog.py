"""The catalogue's speed beside a bare YAML parser: `python -m tests.benchmarks.bench_catalog`.

All figures of a round are taken one after the other, so that ratios hold on any machine. Targets: cold <= 2 x a bare
CSafeLoader without the collector on the same files, warm <= 30 ms, search <= 20 ms, all with 10,000 questions.
"""

import argparse
import gc
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import yaml

from certstudy.bank.catalog import open_catalog
from certstudy.bank.folder import pack_files, read_files
from tests.packs.generate import write_pack

SEARCHES = ("p", "pipeline vault", "swap", "gatezone", "nothing at all")


def main() -> None:
    """Make a pack, take the rounds, print medians and ratios."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("-n", type=int, default=10_000, help="questions")
    asked.add_argument("--rounds", type=int, default=5)
    found = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pack = write_pack(Path(folder) / "pack", found.n)
        rounds = [one_round(pack, Path(folder) / "cache") for _ in range(found.rounds)]
    bare = median(taken["bare parse"] for taken in rounds)
    print(f"{found.n} questions, {found.rounds} rounds, medians")
    for name in rounds[0]:
        ms = median(taken[name] for taken in rounds)
        print(f"  {name:<24} {ms:9.2f} ms   {ms / bare:7.4f} x bare parse")


def one_round(pack: Path, cache: Path) -> dict[str, float]:
    """Milliseconds of each operation, once."""
    shutil.rmtree(cache, ignore_errors=True)
    taken = {"bare parse": milliseconds(lambda: bare_parse(pack))}
    taken["cold compile"] = milliseconds(lambda: open_catalog(pack, cache).close())
    taken["warm open with entries"] = milliseconds(lambda: len(open_catalog(pack, cache).entries))
    for file in pack_files(pack):
        file.path.touch()
    taken["open of touched files"] = milliseconds(lambda: open_catalog(pack, cache).close())
    catalog = open_catalog(pack, cache)
    first = catalog.entries[0].id
    taken["first question"] = milliseconds(lambda: catalog.question(first))
    for text in SEARCHES:
        taken[f"search {text!r}"] = milliseconds(lambda text=text: catalog.search(text))  # type: ignore[misc]
    catalog.close()
    return taken


def bare_parse(pack: Path) -> None:
    """What any reader of these files must at least do."""
    gc.disable()
    for data in read_files(pack_files(pack)).values():
        yaml.load(data.decode("utf-8"), Loader=yaml.CSafeLoader)
    gc.enable()


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes, with a clean heap before."""
    gc.collect()
    began = perf_counter()
    work()
    return 1_000 * (perf_counter() - began)


if __name__ == "__main__":
    main()
