"""From arguments to a command: exit 0 on success, 1 on a problem with the input, 2 on wrong usage."""

import argparse
import sys
from collections.abc import Callable, Mapping

from certstudy.cli import check, content, mock, pictures, plan, practice, stats
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import WorldError
from certstudy.present.words import _

Command = Callable[[Workshop, argparse.Namespace], int]

COMMANDS: Mapping[str, Command] = {
    "plan": lambda shop, asked: plan.run(shop, asked.n, asked.as_json),
    "mock": lambda shop, asked: mock.run(shop, asked.n, asked.seed, asked.as_json),
    "practice": lambda shop, asked: practice.run(shop, asked.n, asked.mode, asked.scope, asked.seed),
    "stats": lambda shop, asked: stats.run(shop, asked.as_json),
    "lint": lambda shop, asked: content.lint(shop, asked.path, asked.as_json),
    "schema": lambda shop, asked: content.schema(asked.kind),
    "backup": lambda shop, asked: check.backup(shop, asked.file, asked.as_json),
    "restore": lambda shop, asked: check.restore(shop, asked.file, asked.as_json),
    "check": lambda shop, asked: check.check(shop, asked.as_json),
    "screenshots": lambda shop, asked: pictures.run(shop, asked.folder, asked.as_json),
}


def run(workshop: Workshop, asked: argparse.Namespace) -> int:
    """Run the asked command; the world's faults are told on stderr, each sentence on a line of its own."""
    try:
        return COMMANDS[asked.command](workshop, asked)
    except WorldError as fault:
        tell(fault)
        return 1
    except (KeyboardInterrupt, BrokenPipeError):
        return 1


def tell(fault: WorldError) -> None:
    """What happened, what is safe, what to do."""
    for sentence in (fault.what, fault.safe, fault.remedy):
        if sentence:
            sys.stderr.write(_(sentence) + "\n")
