"""The entry point: window, terminal or pictures, decided before anything touches Qt."""

import os
from collections.abc import Sequence

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for; without a command the window, or what the machine allows instead of it."""
    try:
        return _run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: Sequence[str] | None) -> int:
    from certstudy.cli.arguments import parser  # noqa: PLC0415  # --help and --version need nothing else

    asked = parser().parse_args(argv)
    from certstudy.app.places import find_places  # noqa: PLC0415
    from certstudy.core.errors import WorldError  # noqa: PLC0415

    try:
        places = find_places(asked.content, asked.data_dir)
    except WorldError as fault:
        return _told(fault)
    if asked.command is not None:
        from certstudy.app.commands import run_command  # noqa: PLC0415

        return run_command(places, asked)
    lacking = _what_a_window_lacks()
    if not lacking:
        from certstudy.app.window import run_window  # noqa: PLC0415

        return run_window(places)
    from certstudy.app.windowless import run_windowless  # noqa: PLC0415

    return run_windowless(places, lacking)


def _what_a_window_lacks() -> str:
    """Why no window can open here, in one sentence; empty when one can."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return ""
    from certstudy import preflight  # noqa: PLC0415

    screen = preflight.display()
    if screen is None:
        return "There is no display to open a window on (DISPLAY, WAYLAND_DISPLAY)."
    packages = preflight.missing_packages(windowed=screen == "xcb")
    if packages:
        return f"Qt needs system packages that this machine lacks: {preflight.install_line(packages)}"
    return ""


def _told(fault: Exception) -> int:
    from certstudy.cli.text import complain  # noqa: PLC0415

    complain(f"certstudy: {fault}")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
