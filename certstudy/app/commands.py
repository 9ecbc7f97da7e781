"""Gives the command line what it works with."""

import argparse
from functools import partial
from pathlib import Path

from certstudy.app.clock import local_time
from certstudy.app.fitting import fitter
from certstudy.app.opening import desk_at
from certstudy.app.places import Places
from certstudy.bank.catalog import open_catalog
from certstudy.cli.run import run
from certstudy.cli.workshop import Workshop


def run_command(places: Places, asked: argparse.Namespace) -> int:
    """Run one command; its exit code."""
    return run(workshop(places), asked)


def workshop(places: Places) -> Workshop:
    """The commands' tools for these places."""
    return Workshop(
        content=places.pack,
        data=places.data,
        catalog=lambda: open_catalog(places.pack, places.cache),
        desk=partial(desk_at, places, True),
        pictures=partial(_pictures, places),
        fitter=fitter,
        now=local_time,
    )


def _pictures(places: Places, folder: Path) -> list[Path]:
    from certstudy.app.pictures import render  # noqa: PLC0415  # the only command that needs Qt

    return render(places, folder)
