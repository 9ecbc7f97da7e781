"""What a machine must have before Qt can load; standard library only, because it runs when Qt cannot.

Qt aborts the whole process when it finds no display or no platform library, so this looks first.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Names(NamedTuple):
    """One library's package on four families of systems."""

    debian: str
    fedora: str
    arch: str
    suse: str


class Manager(NamedTuple):
    """A package manager: its program, whose names it uses, the command that installs."""

    program: str
    family: str
    command: str


CORE: Mapping[str, Names] = {
    "libglib-2.0.so.0": Names("libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    "libEGL.so.1": Names("libegl1", "libglvnd-egl", "libglvnd", "libEGL1"),
    "libGL.so.1": Names("libgl1", "libglvnd-glx", "libglvnd", "libGL1"),
    "libX11.so.6": Names("libx11-6", "libX11", "libx11", "libX11-6"),
    "libdbus-1.so.3": Names("libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    "libxkbcommon.so.0": Names("libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    "libfontconfig.so.1": Names("libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    "libfreetype.so.6": Names("libfreetype6", "freetype", "freetype2", "libfreetype6"),
}
XCB: Mapping[str, Names] = {
    "libX11-xcb.so.1": Names("libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    "libxkbcommon-x11.so.0": Names(
        "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", "libxkbcommon-x11-0"
    ),
    "libxcb-cursor.so.0": Names("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    "libxcb-icccm.so.4": Names("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    "libxcb-image.so.0": Names("libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    "libxcb-keysyms.so.1": Names(
        "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"
    ),
    "libxcb-randr.so.0": Names("libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    "libxcb-render-util.so.0": Names(
        "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil", "libxcb-render-util0"
    ),
    "libxcb-shape.so.0": Names("libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    "libxcb-xkb.so.1": Names("libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
}
MANAGERS = (
    Manager("apt-get", "debian", "apt-get install -y --no-install-recommends"),
    Manager("dnf", "fedora", "dnf install -y"),
    Manager("pacman", "arch", "pacman -S --needed --noconfirm"),
    Manager("zypper", "suse", "zypper install -y"),
)


def display() -> str | None:
    """The Qt platform that can show a window here, None on a machine without a screen."""
    if not sys.platform.startswith("linux"):
        return "native"
    if os.environ.get("WAYLAND_DISPLAY") and _connects("libwayland-client.so.0", "wl_display_connect"):
        return "wayland"
    if os.environ.get("DISPLAY"):
        connects = _connects("libX11.so.6", "XOpenDisplay")
        # without the library nobody can tell; the check of the libraries will say what to install
        return "xcb" if connects in (True, None) else None
    return None


def missing_packages(windowed: bool) -> list[str]:
    """The system packages that Qt still needs here, in the words of this machine's package manager."""
    if not sys.platform.startswith("linux"):
        return []
    manager = _manager() or MANAGERS[0]
    wanted = {**CORE, **(XCB if windowed else {})}
    lacking = (names for soname, names in wanted.items() if not _loads(soname))
    return list(dict.fromkeys(str(getattr(names, manager.family)) for names in lacking))


def install_line(packages: Iterable[str]) -> str:
    """The command that a person types to install the packages."""
    manager = _manager()
    line = f"{manager.command if manager else 'install:'} {' '.join(packages)}"
    return line if _is_root() else f"sudo {line}"


def install(packages: list[str], why: str) -> bool:
    """Install system packages; True when they are there.

    Unasked only for root where nobody can be asked (a container, CI); at a terminal after a yes; otherwise it prints
    the line to run. CERTSTUDY_NO_SYSTEM_INSTALL forbids it.
    """
    sys.stderr.write(f"certstudy: {why}\n\n  {install_line(packages)}\n\n")
    sys.stderr.flush()
    manager = _manager()
    if manager is None or os.environ.get("CERTSTUDY_NO_SYSTEM_INSTALL") or not _may_install():
        return False
    before = [] if _is_root() else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if manager.program == "apt-get":
        subprocess.run([*before, "apt-get", "update", "-qq"], env=environment, check=False)
    command = [*before, *manager.command.split(), *packages]
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def _may_install() -> bool:
    asked = sys.stdin is not None and sys.stdin.isatty() and not os.environ.get("CI")
    if not asked:
        return _is_root()
    if not (_is_root() or shutil.which("sudo")):
        return False
    sys.stderr.write("Run this now? [Y/n] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("", "y", "yes")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _manager() -> Manager | None:
    return next((manager for manager in MANAGERS if shutil.which(manager.program)), None)


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _connects(soname: str, function: str) -> bool | None:
    """Whether a display answers; None when the library to ask with is missing."""
    try:
        connect = getattr(ctypes.CDLL(soname), function)
    except OSError:
        return None
    connect.restype = ctypes.c_void_p
    return bool(connect(None))
