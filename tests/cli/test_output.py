"""Commands as a shell runs them: output that is full, closed or in another encoding, input that is none."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bank.files import BREW, copy_of_brew, rewrite

FULL = Path("/dev/full")
SHELL = pytest.mark.skipif(sys.platform == "win32", reason="asks a POSIX shell")


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    return os.environ | {"CERTSTUDY_DATA_DIR": str(tmp_path / "data")}


def run(
    line: str, surroundings: Mapping[str, str], content: Path = BREW, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run a command line in a shell, `CS` standing for the program."""
    program = f"'{sys.executable}' -m certstudy --content '{content}'"
    command = line.replace("CS", program, 1)
    return subprocess.run(
        ["sh", "-c", command], input=given, capture_output=True, env=surroundings, check=False
    )


@SHELL
@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("command", ["plan", "plan --json", "stats", "lint", "schema", "practice -n 1"])
def test_a_full_disk_under_the_output_is_told(command: str, surroundings: Mapping[str, str]) -> None:
    done = run(f"CS {command} >{FULL}", surroundings)
    told = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert told[0].startswith("The output cannot be written:")
    assert len(told) == 2


@SHELL
@pytest.mark.parametrize("command", ["plan", "plan --json", "stats"])
def test_closed_output_is_told(command: str, surroundings: Mapping[str, str]) -> None:
    done = run(f"CS {command} >&-", surroundings)
    assert done.returncode == 1
    assert done.stderr.startswith(b"There is nowhere to print to")
    assert b"Traceback" not in done.stderr


@SHELL
@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
def test_a_start_without_a_display_tells_it_too(surroundings: Mapping[str, str]) -> None:
    bare = {
        k: v for k, v in surroundings.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = run(f"CS >{FULL}", bare)
    assert done.returncode == 1
    assert b"The output cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


@SHELL
@pytest.mark.parametrize("stream", ["2>&-", f"2>{FULL}"])
def test_nobody_has_to_listen_to_complaints(stream: str, surroundings: Mapping[str, str]) -> None:
    done = run(f"CS lint /nowhere {stream}", surroundings)
    assert (done.returncode, done.stdout) == (1, b"")


@SHELL
def test_a_reader_that_leaves_early_is_no_fault(surroundings: Mapping[str, str]) -> None:
    done = run("CS lint --json | true", surroundings)
    assert done.stderr == b""


@SHELL
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_utf8_whatever_the_terminal_speaks(
    encoding: str, tmp_path: Path, surroundings: Mapping[str, str]
) -> None:
    pack = copy_of_brew(tmp_path)
    rewrite(
        pack / "questions" / "beans" / "beans.yaml", 'explanation: "Fresh beans', 'kaffebönor漢: "Fresh beans'
    )
    done = run("CS lint --json", {**surroundings, "PYTHONIOENCODING": encoding}, pack)
    assert "kaffebönor漢" in done.stdout.decode("utf-8")
    assert json.loads(done.stdout)["errors"]


@SHELL
def test_practice_without_an_input_leaves_at_once(surroundings: Mapping[str, str]) -> None:
    done = run("CS practice -n 1 <&-", surroundings)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"0 answers" in done.stdout


@SHELL
def test_practice_asks_again_after_bytes_that_are_no_text(surroundings: Mapping[str, str]) -> None:
    strict = {**surroundings, "PYTHONIOENCODING": "utf-8:strict"}
    done = run("CS practice -n 1", strict, given=b"\xff\xfe\nq\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"That does not fit this question." in done.stdout


@pytest.mark.parametrize("module", ["certstudy.cli.arguments", "certstudy.app.places", "certstudy.cli.run"])
def test_ctrl_c_ends_without_a_trace_while_modules_load(module: str, surroundings: Mapping[str, str]) -> None:
    program = f"""
import sys
class Pressed:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Pressed())
from certstudy.__main__ import main
sys.exit(main(["--content", {str(BREW)!r}, "plan"]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=surroundings, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


LOG = b"learner,item,area,correct\nann,q1,a,1\nann,q2,a,0\n"


@SHELL
@pytest.mark.parametrize("command", ["evaluate", "forecast"])
@pytest.mark.parametrize("log", [LOG, LOG.replace(b"\n", b"\r\n")])
def test_a_log_may_come_through_a_pipe(command: str, log: bytes, surroundings: Mapping[str, str]) -> None:
    done = run(f"cat | CS {command} /dev/stdin --json", surroundings, given=log)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)


@SHELL
def test_what_is_wrong_in_a_pipe_is_told_with_its_line(surroundings: Mapping[str, str]) -> None:
    done = run("cat | CS evaluate /dev/stdin", surroundings, given=LOG + b"b\xffb,q1,a,1\n")
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, b"/dev/stdin:4: not UTF-8 text.")
    done = run("cat | CS evaluate /dev/stdin", surroundings, given=b"")
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, b"/dev/stdin is empty.")
