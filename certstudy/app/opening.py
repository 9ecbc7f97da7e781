"""Joins the adapters to the use cases: a pack's catalogue, the learner's record, the clock."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from certstudy.app.clock import local_time
from certstudy.app.places import Places
from certstudy.bank.catalog import CompiledCatalog, open_catalog
from certstudy.cli.check import hindered, report_text, say_if_read_only
from certstudy.store.drives import warning
from certstudy.store.opening import Store, open_store
from certstudy.study.desk import Desk


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk with what stands behind it; satisfies `study.ports.Keeping`."""

    desk: Desk
    catalog: CompiledCatalog
    store: Store

    @property
    def folder(self) -> str:
        """Where the record lies."""
        return str(self.store.path.parent)

    @property
    def place_warning(self) -> str:
        """Why the record is in danger where it lies; empty if it is not."""
        return warning(self.store.path.parent)

    def backup(self) -> str:
        """Write a verified copy and name the file."""
        return str(self.store.back_up().path)

    def check(self) -> list[str]:
        """Check the record and say what was found."""
        said = report_text(self.store.check(), hindered(self.store)).splitlines()
        return [*said, *filter(None, (self.place_warning,))]

    def close(self) -> None:
        """Let go of the record and the catalogue."""
        self.store.close()
        self.catalog.close()


def new_seed() -> int:
    """A seed for a new sitting; 31 bits, so that a person can type it."""
    return secrets.randbelow(2**31)


def open_desk(places: Places, look: bool = False) -> Opened:
    """Open the catalogue and the record of one learner; raises ContentError or StoreError.

    With `look` the record may be open in a window meanwhile, and is then only read.
    """
    catalog = open_catalog(places.pack, places.cache)
    try:
        store = open_store(places.data, local_time, look=look)
    except BaseException:
        catalog.close()
        raise
    try:
        if not store.looking:
            store.ledger.adopt(catalog.entries, catalog.fingerprint)
    except BaseException:
        store.close()
        catalog.close()
        raise
    return Opened(Desk(catalog, store.ledger, store.history, local_time, new_seed), catalog, store)


@contextmanager
def desk_at(places: Places, look: bool = False) -> Iterator[Desk]:
    """A desk for the length of one command."""
    opened = open_desk(places, look)
    try:
        say_if_read_only(opened.store)
        yield opened.desk
    finally:
        opened.close()
