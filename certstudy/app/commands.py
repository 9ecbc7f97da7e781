"""Gives the command line what it works with."""

import argparse
from contextlib import closing
from functools import partial
from pathlib import Path

from certstudy.app.opening import desk_at, local_time
from certstudy.app.places import Places
from certstudy.bank.catalog import open_catalog
from certstudy.cli.run import run
from certstudy.cli.workshop import Workshop
from certstudy.store.backups import Backup
from certstudy.store.checking import Report
from certstudy.store.opening import open_store
from certstudy.store.restoring import restore


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
        check=partial(_check, places),
        backup=partial(_backup, places),
        restore=lambda file: restore(places.data, file, local_time()),
    )


def _check(places: Places) -> Report:
    with closing(open_store(places.data, local_time)) as store:
        return store.check()


def _backup(places: Places, file: Path | None) -> Backup:
    with closing(open_store(places.data, local_time, look=True)) as store:
        return store.back_up(file)


def _pictures(places: Places, folder: Path) -> list[Path]:
    from certstudy.app.pictures import render  # noqa: PLC0415  # the only command that needs Qt

    return render(places, folder)
