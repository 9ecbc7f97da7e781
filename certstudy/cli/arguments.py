"""The command line's grammar."""

import argparse

from certstudy import __version__
from certstudy.cli.option_types import bars, day, percent, place, score, share, weights, whole
from certstudy.study.practice import Mode


def parser() -> argparse.ArgumentParser:
    """Every command with its options; without a command the window opens."""
    made = argparse.ArgumentParser(
        prog="certstudy",
        description="Study for a certification exam: plan, practise, sit mock exams, see progress.",
        epilog="Without a command the window opens.",
    )
    made.add_argument("--version", action="version", version=f"certstudy {__version__}")
    _add_places(made, None)
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    _add_planning(commands)
    _add_content(commands)
    _add_record(commands)
    _add_standing(commands)
    _add_measuring(commands)
    return made


def _add_places(made: argparse.ArgumentParser, default: str | None) -> None:
    made.add_argument(
        "--data-dir",
        type=place,
        default=default,
        metavar="DIR",
        help="where progress lives (or CERTSTUDY_DATA_DIR)",
    )
    made.add_argument(
        "--content",
        type=place,
        default=default,
        metavar="PACK",
        help="the content pack to study, a folder or a zip file",
    )


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str, json: bool = True
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=text, description=text)
    # what stands before the command is kept where nothing stands after it
    _add_places(made, argparse.SUPPRESS)
    if json:
        made.add_argument("--json", action="store_true", dest="as_json", help="print JSON for machines")
    return made


def _count(text: str) -> int:
    return whole(text, "not a number of questions")


def _whole(text: str) -> int:
    return whole(text, "not a whole number from 1")


def _add_planning(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    plan = _command(commands, "plan", "the blueprint for N questions: seats per area, in range or not")
    plan.add_argument("-n", type=_count, default=50, metavar="N", help="how many questions (50)")
    mock = _command(commands, "mock", "assemble a mock exam form and print it with its audit")
    mock.add_argument("-n", type=_count, metavar="N", help="how many questions (50; 25 in half an exam)")
    mock.add_argument("--seed", type=int, metavar="S", help="the same seed gives the same form")
    mock.add_argument(
        "--forms",
        type=_count,
        default=1,
        metavar="K",
        help="so many forms in a row, as one learner gets them",
    )
    mock.add_argument(
        "--form", default="full", metavar="KIND", help="full, half, diagnostic, hard, or area:ID for one area"
    )
    practice = _command(commands, "practice", "a session in the terminal", json=False)
    practice.add_argument("-n", type=_count, default=10, metavar="N", help="how many questions (10)")
    modes = [mode.value for mode in Mode if mode is not Mode.SELECTION]
    practice.add_argument("--mode", choices=modes, default=Mode.MIX.value, help="how questions are found")
    practice.add_argument(
        "--scope", action="append", default=[], metavar="ID", help="an area, group or objective; repeatable"
    )
    practice.add_argument("--seed", type=int, metavar="S", help="the same seed gives the same questions")
    _command(commands, "stats", "progress per area")
    fitting = _command(commands, "fit-memory", "fit the forgetting curve to your own answers")
    fitting.add_argument("--usual", action="store_true", help="go back to the usual parameters")
    simulate = _command(
        commands, "simulate-plan", "what the app's choice of questions is worth, on simulated learners"
    )
    simulate.add_argument("--days", type=_whole, default=30, metavar="D", help="days to the exam (30)")
    simulate.add_argument("--per-day", type=_whole, default=30, metavar="N", help="questions a day (30)")
    simulate.add_argument(
        "--seed", type=int, default=1, metavar="S", help="the same seed gives the same learners"
    )
    simulate.add_argument("--learners", type=_whole, default=24, metavar="K", help="how many learners (24)")


def _add_content(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lint = _command(commands, "lint", "check a content pack: every problem with file:line:column and a hint")
    lint.add_argument("path", nargs="?", type=place, metavar="PATH", help="a pack, or a file inside one")
    schema = _command(commands, "schema", "the JSON Schema of the content files", json=False)
    kinds = ["bank", "certification", "glossary", "lint", "misconceptions", "note", "sheet", "syllabus"]
    schema.add_argument("kind", nargs="?", choices=kinds, default="bank")
    schema.add_argument("--json", action="store_true", help=argparse.SUPPRESS)


def _add_record(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = _command(commands, "backup", "write a verified copy of the record")
    backup.add_argument(
        "file", nargs="?", type=place, metavar="FILE", help="where to (a dated file in the data folder)"
    )
    restore = _command(commands, "restore", "put a verified copy in place of the record, keeping the old one")
    restore.add_argument("file", type=place, metavar="FILE")
    restore.add_argument("--yes", action="store_true", help="do not ask first")
    _command(commands, "salvage", "gather what can still be read of a damaged record, and name the file")
    _command(commands, "check", "check the record's integrity and rebuild what is derived")
    pictures = _command(commands, "screenshots", "render every screen, light and dark, with sample progress")
    pictures.add_argument("folder", type=place, metavar="DIR")


LOG_COLUMNS = """
LOG.csv has one answer a row, in order: learner,item,area,correct[,timestamp][,n_options].
correct is 0 or 1; timestamp is ISO 8601 or seconds since 1970; areas are whatever the file names.
The same learner meeting the same item again is a repeat: it tells of memory, not of ability.
ITEMS.csv: item,area[,level][,n_options], with the author's level of difficulty 1 to 3.
"""

EVALUATE = """
--json prints {"n", "learners", "items", "model": {...}, "baselines": {"running_average": {...},
"item_mean": {...}, "elo": {...}}, "first_attempts": {...}, "repeats": {...}, "calibration": [...]},
each {...} being {"n", "log_loss", "brier", "auc", "ece"}; ece is over 10 bins of equal mass.
"""

FORECAST = """
--json prints a list, one object a learner: {"learner", "answers", "first_attempts", "mean", "q10", "q50",
"q90", "p_pass", "answers_missing"}: the share right on M further unseen items. With --cut p_pass is
P(share >= cut); without it the app's own exam is meant (an offset, an uncertain cut), "scaled" has the same
four figures of the scaled score, and p_pass is P(scaled >= 700). Under 20 first attempts p_pass is null.
"""


def _add_standing(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _command(commands, "readiness", "the score to expect, the chance to pass, and what would raise it most")
    _command(
        commands, "calibration", "how often what was foretold came true: answers, mock exams, confidence"
    )
    result = _command(
        commands, "result", "enter a real result, which moves the forecast; alone it lists them"
    )
    result.add_argument(
        "--kind", choices=["exam", "assessment", "mock"], default="exam", help="where it comes from (exam)"
    )
    result.add_argument("--date", type=day, metavar="DATE", help="when it was (today)")
    told = result.add_mutually_exclusive_group()
    told.add_argument("--score", type=score, metavar="S", help="the scaled score")
    told.add_argument("--percent", type=percent, metavar="P", help="the share right in per cent")
    result.add_argument(
        "--bars", type=bars, default={}, metavar="AREA=P,...", help="the bars of the report in per cent"
    )
    result.add_argument("--remove", type=int, metavar="N", help="forget the result with that number")


def _add_measuring(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    evaluate = _command(commands, "evaluate", "how well the model foretells the answers of a log")
    forecast = _command(commands, "forecast", "the score each learner of a log can expect on unseen items")
    for command, keys in ((evaluate, EVALUATE), (forecast, FORECAST)):
        command.formatter_class = argparse.RawDescriptionHelpFormatter
        command.epilog = LOG_COLUMNS.strip() + "\n\n" + keys.strip()
        command.add_argument("log", type=place, metavar="LOG.csv", help="the answers")
        command.add_argument("--items", type=place, metavar="ITEMS.csv", help="what is known of the items")
        command.add_argument(
            "--train",
            type=place,
            metavar="OTHER.csv",
            help="other people's answers, to calibrate the items on",
        )
    forecast.add_argument(
        "--exam-size", type=_count, default=50, metavar="M", help="how many further questions (50)"
    )
    forecast.add_argument(
        "--weights", type=weights, metavar="AREA=W,...", help="weights of the areas (as the items fall)"
    )
    forecast.add_argument("--cut", type=share, metavar="SHARE", help="the share that passes, such as 0.7")
