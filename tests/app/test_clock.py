"""The learner's clock goes with the machine's zone, also while a window is open."""

import sys
import time
from collections.abc import Iterator

import pytest

from certstudy.app.clock import local_time

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="zones are set in the environment elsewhere")


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets the machine's zone."""
    yield monkeypatch
    monkeypatch.undo()
    if sys.platform != "win32":
        time.tzset()


def minutes() -> float:
    offset = local_time().utcoffset()
    assert offset is not None
    return offset.total_seconds() / 60


def test_a_journey_is_followed(zone: pytest.MonkeyPatch) -> None:
    for name, expected in (("XXX-5:30", 330), ("XXX+10", -600), ("XXX-13", 780)):
        zone.setenv("TZ", name)
        assert minutes() == expected


def test_a_zone_that_is_a_day_off_is_none(zone: pytest.MonkeyPatch) -> None:
    zone.setenv("TZ", "XXX-24")
    assert minutes() == 0
