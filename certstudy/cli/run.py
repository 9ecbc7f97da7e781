"""From arguments to a command: exit 0 on success, 1 on a problem with the input, 2 on wrong usage, 130 on Ctrl+C."""

import argparse
from collections.abc import Callable, Mapping

from certstudy.cli import (
    calibration,
    check,
    content,
    evaluate,
    forecast,
    forgetting,
    mock,
    pictures,
    plan,
    practice,
    readiness,
    result,
    simulate,
    stats,
)
from certstudy.cli.logs import Files
from certstudy.cli.text import complain
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import WorldError
from certstudy.present.words import _
from certstudy.study.log_forecast import Wanted

Command = Callable[[Workshop, argparse.Namespace], int]

COMMANDS: Mapping[str, Command] = {
    "plan": lambda shop, asked: plan.run(shop, asked.n, asked.as_json),
    "mock": mock.run,
    "practice": lambda shop, asked: practice.run(shop, asked.n, asked.mode, asked.scope, asked.seed),
    "simulate-plan": lambda shop, asked: simulate.run(
        shop, asked.days, asked.per_day, asked.seed, asked.learners, asked.as_json
    ),
    "fit-memory": lambda shop, asked: forgetting.run(shop, asked.usual, asked.as_json),
    "stats": lambda shop, asked: stats.run(shop, asked.as_json),
    "lint": lambda shop, asked: content.lint(shop, asked.path, asked.as_json),
    "schema": lambda shop, asked: content.schema(asked.kind),
    "backup": lambda shop, asked: check.backup(shop, asked.file, asked.as_json),
    "restore": lambda shop, asked: check.restore(shop, asked.file, asked.yes, asked.as_json),
    "salvage": lambda shop, asked: check.salvage(shop, asked.as_json),
    "check": lambda shop, asked: check.check(shop, asked.as_json),
    "readiness": lambda shop, asked: readiness.run(shop, asked.as_json),
    "calibration": lambda shop, asked: calibration.run(shop, asked.as_json),
    "result": lambda shop, asked: result.run(shop, _entered(asked), asked.remove, asked.as_json),
    "evaluate": lambda _, asked: evaluate.run(_files(asked), asked.as_json),
    "forecast": lambda _, asked: forecast.run(
        _files(asked), Wanted(asked.exam_size, asked.weights, asked.cut), asked.as_json
    ),
    "screenshots": lambda shop, asked: pictures.run(shop, asked.folder, asked.as_json),
}


def _entered(asked: argparse.Namespace) -> result.Entered | None:
    if asked.score is None and asked.percent is None and not asked.bars:
        if asked.date is not None:
            raise WorldError(_("What was the result?"), remedy=_("Add --score, --percent or --bars."))
        return None
    return result.Entered(asked.kind, asked.date, asked.score, asked.percent, asked.bars)


def _files(asked: argparse.Namespace) -> Files:
    return Files(asked.log, asked.items, asked.train)


def run(workshop: Workshop, asked: argparse.Namespace) -> int:
    """Run the asked command; its exit code."""
    return guarded(lambda: COMMANDS[asked.command](workshop, asked))


def guarded(act: Callable[[], int]) -> int:
    """The exit code of an act; the world's faults are told on stderr, each sentence on a line of its own."""
    try:
        return act()
    except WorldError as fault:
        tell(fault)
        return 1
    except BrokenPipeError:
        return 1


def tell(fault: WorldError) -> None:
    """What happened, what is safe, what to do."""
    for sentence in (fault.what, fault.safe, fault.remedy):
        if sentence:
            complain(_(sentence))
