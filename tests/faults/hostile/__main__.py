"""Writes the corpus: `python -m tests.faults.hostile FOLDER`."""

import sys
from pathlib import Path

from tests.faults.hostile.corpus import cases, laid_out

if __name__ == "__main__":
    for case in cases():
        laid_out(case, Path(sys.argv[1]) / case.reader / case.name.replace("/", "-").replace(" ", "-"))
