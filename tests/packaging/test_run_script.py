"""`run.py`: set up once, say what is missing, start what was asked for."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "run.py"


class Run:
    """The script with its own folder, and the steps that it would take there."""

    def __init__(self, module: ModuleType, root: Path) -> None:
        self.module, self.root = module, root
        self.steps: list[list[str]] = []

    def step(self, words: str, *command: str) -> None:
        """Note the command; of an environment only the interpreter is made."""
        self.steps.append(list(command))
        if "venv" in command:
            python = Path(self.module.PYTHON)
            python.parent.mkdir(parents=True, exist_ok=True)
            python.write_text(sys.version, encoding="utf-8")

    def version_of(self, python: str) -> str | None:
        """The version that made the stand-in of an interpreter."""
        return Path(python).read_text(encoding="utf-8") if Path(python).exists() else None

    def lock(self, name: str, text: str) -> None:
        (self.root / "requirements" / name).write_text(text, encoding="utf-8")

    def set_up(self, lock: str) -> list[str]:
        """What setting up took: `venv`, `pip`."""
        self.steps.clear()
        self.module.set_up(lock)
        return [command[2] for command in self.steps]


def loaded() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("run_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    module = loaded()
    (tmp_path / "requirements").mkdir()
    script = Run(module, tmp_path)
    for name in ("run.txt", "test.txt"):
        script.lock(name, f"# {name}\n")
    python = tmp_path / ".venv" / Path(module.PYTHON).relative_to(module.VENV)
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    monkeypatch.setattr(module, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(module, "LOCK", str(tmp_path / ".venv.lock"))
    monkeypatch.setattr(module, "PYTHON", str(python))
    monkeypatch.setattr(module, "step", script.step)
    monkeypatch.setattr(module, "version_of", script.version_of)
    return script


@pytest.fixture
def started(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """The commands that the script hands over to, with nothing to set up and nothing missing."""
    commands: list[list[str]] = []
    monkeypatch.setattr(run.module, "set_up", lambda lock: commands.append([lock]))
    monkeypatch.setattr(run.module, "check_machine", lambda windowed: True)
    monkeypatch.setattr(run.module, "WINDOWS", False)
    monkeypatch.setattr(os, "execv", lambda program, command: commands.append(command))
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    here = Path.cwd()
    yield commands
    os.chdir(here)


def test_an_old_python_can_read_it() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_old_python_is_told_in_a_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.module, "NEED", (99, 0))
    monkeypatch.setattr(run.module, "newer_python", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        run.module.main([])
    assert stopped.value.code == 2
    assert "needs Python 99.0 or newer; this is " in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(run.module, "NEED", (99, 0))
    monkeypatch.setattr(run.module, "newer_python", lambda: "python99.1")

    def call(command: list[str]) -> int:
        calls.append(command)
        return 7

    monkeypatch.setattr(subprocess, "call", call)
    assert run.module.main(["plan", "-n", "50"]) == 7
    assert calls == [["python99.1", str(SCRIPT), "plan", "-n", "50"]]


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
def test_only_an_interpreter_that_runs_counts(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, code in (("python3.19", 127), ("python3.12", 0)):
        stand_in = tmp_path / name
        stand_in.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run.module.newer_python() == "python3.12"
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert run.module.newer_python() is None


def test_the_first_call_sets_up_and_the_second_does_nothing(run: Run) -> None:
    assert run.set_up("run.txt") == ["venv", "pip"]
    assert run.set_up("run.txt") == []


def test_packages_are_fetched_by_hash_and_never_built(run: Run) -> None:
    run.set_up("run.txt")
    command = run.steps[-1]
    assert "--require-hashes" in command
    assert command[command.index("--only-binary") + 1] == ":all:"
    assert command[-1] == str(run.root / "requirements" / "run.txt")


def test_the_tests_add_to_the_same_environment(run: Run) -> None:
    run.set_up("run.txt")
    assert run.set_up("test.txt") == ["pip"]
    assert run.set_up("run.txt") == []


def test_a_changed_lock_is_installed_into_the_environment_there_is(run: Run) -> None:
    run.set_up("run.txt")
    run.lock("run.txt", "# another\n")
    assert run.set_up("run.txt") == ["pip"]


def test_another_python_gets_a_new_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.set_up("run.txt")
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")
    assert run.set_up("run.txt") == ["venv", "pip"]
    assert "--clear" in run.steps[0]


def test_an_environment_of_somebody_else_is_kept(run: Run) -> None:
    run.step("", "python", "-m", "venv")
    assert run.set_up("run.txt") == ["pip"]


def test_an_interpreter_is_asked_for_its_version(tmp_path: Path) -> None:
    module = loaded()
    assert module.version_of(sys.executable) == sys.version
    assert module.version_of(str(tmp_path / "none")) is None


def test_an_environment_without_its_interpreter_is_made_anew(run: Run) -> None:
    run.set_up("run.txt")
    Path(run.module.PYTHON).unlink()
    assert run.set_up("run.txt") == ["venv", "pip"]


def test_a_failed_step_leaves_no_stamp_and_no_lock(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(words: str, *command: str) -> None:
        run.step(words, *command)
        if "pip" in command:
            raise SystemExit(3)

    with monkeypatch.context() as patch:
        patch.setattr(run.module, "step", failing)
        with pytest.raises(SystemExit):
            run.module.set_up("run.txt")
    assert not (run.root / ".venv.lock").exists()
    assert "pip" in run.set_up("run.txt")


def test_a_failed_command_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = loaded()
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    with pytest.raises(SystemExit) as stopped:
        module.step("trying ...", sys.executable, "-c", "raise SystemExit(5)")
    assert stopped.value.code == 3
    told = capsys.readouterr().err
    assert "failed with code 5" in told
    assert "Run the same command again" in told


def test_a_second_first_run_waits_for_the_first(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = run.root / ".venv.lock"
    lock.mkdir()
    naps: list[float] = []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 3:
            lock.rmdir()

    monkeypatch.setattr(run.module.time, "sleep", nap)
    run.module.take_turn()
    assert lock.is_dir()
    assert len(naps) == 3
    assert capsys.readouterr().err.count("another first run") == 1


def test_a_lock_left_by_a_killed_run_is_taken_over(run: Run) -> None:
    lock = run.root / ".venv.lock"
    lock.mkdir()
    os.utime(lock, (0, 0))
    run.module.take_turn()
    assert lock.stat().st_mtime > 0


def test_a_folder_that_cannot_be_written_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.module, "LOCK", str(run.root / "nowhere" / ".venv.lock"))
    with pytest.raises(SystemExit) as stopped:
        run.module.take_turn()
    assert stopped.value.code == 3
    assert "cannot write to" in capsys.readouterr().err


def test_without_a_command_the_app_starts(run: Run, started: list[list[str]]) -> None:
    run.module.main([])
    assert started == [["run.txt"], [run.module.PYTHON, "-P", "-m", "certstudy"]]
    assert os.environ["PYTHONPATH"].split(os.pathsep) == [str(run.root), "elsewhere"]


def test_a_command_is_handed_on(run: Run, started: list[list[str]]) -> None:
    run.module.main(["plan", "-n", "50"])
    assert started == [["run.txt"], [run.module.PYTHON, "-P", "-m", "certstudy", "plan", "-n", "50"]]


def test_tests_run_from_the_root_with_what_follows(run: Run, started: list[list[str]]) -> None:
    run.module.main(["test", "-k", "some"])
    assert started == [["test.txt"], [run.module.PYTHON, "-m", "pytest", "-k", "some"]]
    assert Path.cwd() == run.root.resolve()


def test_tests_stop_where_libraries_are_missing(
    run: Run, started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.module, "check_machine", lambda windowed: False)
    with pytest.raises(SystemExit) as stopped:
        run.module.main(["test"])
    assert stopped.value.code == 3
    assert started == [["test.txt"]]
    assert "the tests need these libraries" in capsys.readouterr().err


def test_the_app_goes_on_where_libraries_are_missing(
    run: Run, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It then practises in the terminal or prints the plan."""
    monkeypatch.setattr(run.module, "check_machine", lambda windowed: False)
    run.module.main([])
    assert started[-1] == [run.module.PYTHON, "-P", "-m", "certstudy"]


def test_a_command_without_qt_asks_nothing_of_the_machine(
    run: Run, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def check(windowed: bool) -> bool:
        asked.append(windowed)
        return True

    monkeypatch.setattr(run.module, "check_machine", check)
    run.module.main(["stats"])
    assert asked == []
    run.module.main(["screenshots", "folder"])
    run.module.main([])
    assert asked == [False, True]


def test_from_nothing_to_a_running_program(tmp_path: Path) -> None:
    """The real thing in a folder of its own, with a lock that pins nothing and so fetches nothing."""
    shutil.copy(SCRIPT, tmp_path / "run.py")
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("", encoding="utf-8")
    program = "import sys\nprint(sys.prefix)\nprint(sys.argv[1:])\nraise SystemExit(4)\n"
    elsewhere = tmp_path / "elsewhere"
    for folder, code in ((tmp_path, program), (elsewhere, "raise SystemExit('the wrong one')\n")):
        (folder / "certstudy").mkdir(parents=True)
        (folder / "certstudy" / "__init__.py").touch()
        (folder / "certstudy" / "__main__.py").write_text(code, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "run.py"), "plan", "-n", "50"]
    first = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
    again = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
    assert first.returncode == again.returncode == 4, first.stderr + again.stderr
    assert first.stdout == again.stdout
    prefix, asked = again.stdout.splitlines()
    assert Path(prefix).samefile(tmp_path / ".venv")
    assert asked == "['plan', '-n', '50']"
    assert "making an environment" in first.stderr
    assert again.stderr == ""
    assert not (tmp_path / ".venv.lock").exists()
