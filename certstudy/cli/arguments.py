"""The command line's grammar."""

import argparse
from pathlib import Path

from certstudy import __version__
from certstudy.study.practice import Mode


def parser() -> argparse.ArgumentParser:
    """Every command with its options; without a command the window opens."""
    made = argparse.ArgumentParser(
        prog="certstudy",
        description="Study for a certification exam: plan, practise, sit mock exams, see progress.",
        epilog="Without a command the window opens.",
    )
    made.add_argument("--version", action="version", version=f"certstudy {__version__}")
    made.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="where progress lives (or CERTSTUDY_DATA_DIR)"
    )
    made.add_argument("--content", type=Path, metavar="DIR", help="the content pack to study")
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    _add_planning(commands)
    _add_content(commands)
    _add_record(commands)
    return made


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str, json: bool = True
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=text, description=text)
    if json:
        made.add_argument("--json", action="store_true", dest="as_json", help="print JSON for machines")
    return made


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{value} is not a number of questions")
    return value


def _add_planning(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    plan = _command(commands, "plan", "the blueprint for N questions: seats per area, in range or not")
    plan.add_argument("-n", type=_count, default=50, metavar="N", help="how many questions (50)")
    mock = _command(commands, "mock", "assemble a mock exam form and print it with its audit")
    mock.add_argument("-n", type=_count, default=50, metavar="N", help="how many questions (50)")
    mock.add_argument("--seed", type=int, metavar="S", help="the same seed gives the same form")
    practice = _command(commands, "practice", "a session in the terminal", json=False)
    practice.add_argument("-n", type=_count, default=10, metavar="N", help="how many questions (10)")
    modes = [mode.value for mode in Mode if mode is not Mode.SELECTION]
    practice.add_argument("--mode", choices=modes, default=Mode.MIX.value, help="how questions are found")
    practice.add_argument(
        "--scope", action="append", default=[], metavar="ID", help="an area, group or objective; repeatable"
    )
    practice.add_argument("--seed", type=int, metavar="S", help="the same seed gives the same questions")
    _command(commands, "stats", "progress per area")


def _add_content(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lint = _command(commands, "lint", "check a content pack: every problem with file:line:column and a hint")
    lint.add_argument("path", nargs="?", type=Path, metavar="PATH", help="a pack, or a file inside one")
    schema = _command(commands, "schema", "the JSON Schema of the content files", json=False)
    schema.add_argument("kind", nargs="?", choices=["bank", "syllabus"], default="bank")
    schema.add_argument("--json", action="store_true", help=argparse.SUPPRESS)


def _add_record(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = _command(commands, "backup", "write a verified copy of the record")
    backup.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="where to (a dated file in the data folder)"
    )
    restore = _command(commands, "restore", "put a verified copy in place of the record, keeping the old one")
    restore.add_argument("file", type=Path, metavar="FILE")
    _command(commands, "check", "check the record's integrity and rebuild what is derived")
    pictures = _command(commands, "screenshots", "render every screen, light and dark, with sample progress")
    pictures.add_argument("folder", type=Path, metavar="DIR")
