"""Nothing opens a network connection: not the window, not a command, not a library below them."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.faults import calls


def test_the_whole_journey_opens_no_socket(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if calls.compiler() is not None:
        environment["LD_PRELOAD"] = str(calls.built(tmp_path))
    command = [sys.executable, "-m", "tests.faults.offline", str(tmp_path / "data")]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    told = json.loads(done.stdout)
    assert told["made"] == []
    assert told["below"] == (None if calls.compiler() is None else 0)
    assert told["loaded"] == []
    assert {"today", "library", "progress", "settings", "result"} <= set(told["pages"])


def test_a_socket_would_be_noticed(tmp_path: Path) -> None:
    attempt = (
        "import sys, tests.faults.offline as o; sys.addaudithook(o._hear)\n"
        "try:\n    import socket; socket.socket()\n"
        "except PermissionError: pass\n"
        "print(len(o.MADE))"
    )
    done = subprocess.run([sys.executable, "-c", attempt], stdout=subprocess.PIPE, text=True, check=True)
    assert int(done.stdout) == 1
