"""What Qt needs of the machine is found before Qt is loaded, and named in the machine's own words."""

import io
import shutil
import subprocess
import sys
from collections.abc import Iterable

import pytest

from certstudy import preflight

LINUX_ONLY = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="asks the X and Wayland libraries"
)


class Machine:
    """A Linux machine with one package manager that lacks some libraries; installing is noted, not done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.ran: list[list[str]] = []
        self.code = 0
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(subprocess, "run", self._run)
        monkeypatch.delenv("CERTSTUDY_NO_SYSTEM_INSTALL", raising=False)
        monkeypatch.delenv("CI", raising=False)
        self.has("apt-get", "sudo")
        self.lacks()
        self.user(root=True)
        self.terminal(None)

    def has(self, *programs: str) -> None:
        self._patch.setattr(
            shutil, "which", lambda program: f"/usr/bin/{program}" if program in programs else None
        )

    def lacks(self, sonames: Iterable[str] = ()) -> None:
        lacking = frozenset(sonames)
        self._patch.setattr(preflight, "_loads", lambda soname: soname not in lacking)

    def user(self, root: bool) -> None:
        self._patch.setattr(preflight, "_is_root", lambda: root)

    def terminal(self, reply: str | None) -> None:
        """Someone who types a reply at a terminal, or nobody."""

        class Keyboard(io.StringIO):
            def isatty(self) -> bool:
                return reply is not None

        self._patch.setattr(sys, "stdin", Keyboard(reply or ""))

    def _run(self, command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        self.ran.append(command)
        return subprocess.CompletedProcess(command, self.code)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.mark.usefixtures("no_display")
def test_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert preflight.display() is None


@LINUX_ONLY
@pytest.mark.usefixtures("no_display")
def test_a_display_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9876")
    assert preflight.display() is None


@LINUX_ONLY
@pytest.mark.usefixtures("no_display")
def test_a_wayland_display_that_does_not_answer_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9876")
    assert preflight.display() is None


@pytest.mark.parametrize(
    ("variables", "answers", "expected"),
    [
        ({"DISPLAY": ":0"}, {"XOpenDisplay": True}, "xcb"),
        ({"DISPLAY": ":0"}, {"XOpenDisplay": None}, "xcb"),
        ({"WAYLAND_DISPLAY": "w"}, {"wl_display_connect": True}, "wayland"),
        ({"WAYLAND_DISPLAY": "w"}, {"wl_display_connect": None}, None),
        (
            {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"},
            {"wl_display_connect": False, "XOpenDisplay": True},
            "xcb",
        ),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, {"wl_display_connect": True}, "wayland"),
    ],
)
@pytest.mark.usefixtures("no_display")
def test_the_display_that_answers_is_taken(
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    answers: dict[str, bool | None],
    expected: str | None,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(preflight, "_connects", lambda soname, function: answers[function])
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert preflight.display() == expected


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_their_own_screen_and_lack_nothing(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert preflight.display() == "native"
    assert preflight.missing_packages(windowed=True) == []


@LINUX_ONLY
def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert preflight._loads("libc.so.6")
    assert not preflight._loads("libcertstudy-nowhere.so.1")
    assert preflight._connects("libcertstudy-nowhere.so.1", "XOpenDisplay") is None


@pytest.mark.parametrize(
    ("program", "packages", "command"),
    [
        ("apt-get", ["libegl1", "libgl1", "libdbus-1-3"], "apt-get install -y --no-install-recommends"),
        ("dnf", ["libglvnd-egl", "libglvnd-glx", "dbus-libs"], "dnf install -y"),
        ("pacman", ["libglvnd", "dbus"], "pacman -S --needed --noconfirm"),
        ("zypper", ["libEGL1", "libGL1", "libdbus-1-3"], "zypper install -y"),
    ],
)
def test_packages_in_the_words_of_each_family(
    machine: Machine, program: str, packages: list[str], command: str
) -> None:
    machine.has(program)
    machine.lacks(["libEGL.so.1", "libGL.so.1", "libdbus-1.so.3", "libxcb-cursor.so.0"])
    assert preflight.missing_packages(windowed=False) == packages
    assert preflight.install_line(packages) == f"{command} {' '.join(packages)}"


def test_a_window_needs_more_than_pictures_do(machine: Machine) -> None:
    machine.lacks(["libxcb-cursor.so.0"])
    assert preflight.missing_packages(windowed=False) == []
    assert preflight.missing_packages(windowed=True) == ["libxcb-cursor0"]


def test_nothing_is_missing_where_everything_loads(machine: Machine) -> None:
    assert preflight.missing_packages(windowed=True) == []


def test_an_unknown_system_is_told_the_names_and_nothing_runs(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.has()
    machine.lacks(["libEGL.so.1"])
    assert not preflight.install(preflight.missing_packages(windowed=False), "Qt needs libraries.")
    assert "install: libegl1" in capsys.readouterr().err
    assert machine.ran == []


def test_a_user_is_told_the_line_with_sudo(machine: Machine) -> None:
    machine.user(root=False)
    assert preflight.install_line(["libegl1"]).startswith("sudo apt-get install ")


def test_root_without_a_terminal_installs_unasked(machine: Machine) -> None:
    assert preflight.install(["libegl1", "libgl1"], "Qt needs libraries.")
    install = ["apt-get", "install", "-y", "--no-install-recommends", "libegl1", "libgl1"]
    assert machine.ran == [["apt-get", "update", "-qq"], install]


def test_an_install_that_fails_is_no_success(machine: Machine) -> None:
    machine.code = 100
    assert not preflight.install(["libegl1"], "Qt needs libraries.")


def test_the_environment_can_forbid_it(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CERTSTUDY_NO_SYSTEM_INSTALL", "1")
    assert not preflight.install(["libegl1"], "Qt needs libraries.")
    assert machine.ran == []
    assert "apt-get install -y --no-install-recommends libegl1" in capsys.readouterr().err


def test_a_user_without_a_terminal_is_only_told(machine: Machine) -> None:
    machine.user(root=False)
    assert not preflight.install(["libegl1"], "Qt needs libraries.")
    assert machine.ran == []


@pytest.mark.parametrize(("reply", "runs"), [("\n", True), ("y\n", True), ("YES\n", True), ("n\n", False)])
def test_at_a_terminal_the_person_decides(machine: Machine, reply: str, runs: bool) -> None:
    machine.user(root=False)
    machine.terminal(reply)
    assert preflight.install(["libegl1"], "Qt needs libraries.") is runs
    assert [command[0] for command in machine.ran] == (["sudo", "sudo"] if runs else [])


def test_a_person_without_sudo_is_not_asked(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.has("dnf")
    machine.user(root=False)
    machine.terminal("y\n")
    assert not preflight.install(["libglvnd-egl"], "Qt needs libraries.")
    assert "Run this now?" not in capsys.readouterr().err
