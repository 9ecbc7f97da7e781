"""Only time on the screen counts: not a night's sleep, not a clock set anew."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.gui import stopwatch
from certstudy.gui.stopwatch import LONGEST_STEP_MS, STEP_MS, Stopwatch


class Clock:
    """A monotonic clock that stands until it is moved on, in seconds."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(stopwatch, "time", SimpleNamespace(monotonic=made))
    return made


@pytest.fixture
def steps(qapp: QApplication) -> tuple[Stopwatch, list[int]]:
    watch, told = Stopwatch(), list[int]()
    watch.ticked.connect(told.append)
    return watch, told


Watch = tuple[Stopwatch, list[int]]


def test_a_step_tells_what_has_passed(clock: Clock, steps: Watch) -> None:
    watch, told = steps
    watch.start()
    for passed in (1.0, 0.25):
        clock.time += passed
        watch.flush()
    assert told == [1000, 250]


def test_an_hour_of_sleep_counts_two_seconds(clock: Clock, steps: Watch) -> None:
    watch, told = steps
    watch.start()
    clock.time += 3600
    watch.flush()
    clock.time += 1
    watch.flush()
    assert told == [LONGEST_STEP_MS, 1000]
    assert LONGEST_STEP_MS == 2000


def test_no_time_is_no_step(clock: Clock, steps: Watch) -> None:
    watch, told = steps
    watch.start()
    watch.flush()
    assert told == []


def test_stopping_counts_the_rest_and_then_stands_still(clock: Clock, steps: Watch) -> None:
    watch, told = steps
    watch.start()
    assert watch.running
    clock.time += 0.5
    watch.stop()
    clock.time += 60
    watch.stop()
    assert told == [500]
    assert not watch.running


def test_a_pause_does_not_count(clock: Clock, steps: Watch) -> None:
    watch, told = steps
    watch.start()
    watch.stop()
    clock.time += 1.5
    watch.start()
    clock.time += 0.1
    watch.flush()
    assert told == [100]


def test_it_ticks_by_itself(qapp: QApplication, qtbot: QtBot) -> None:
    watch = Stopwatch()
    with qtbot.waitSignal(watch.ticked, timeout=5 * STEP_MS) as tick:
        watch.start()
    watch.stop()
    assert 0 < tick.args[0] <= LONGEST_STEP_MS


def test_a_sleep_is_told_of(clock: Clock, qapp: QApplication) -> None:
    watch, slept = Stopwatch(), list[int]()
    watch.slept.connect(slept.append)
    watch.start()
    for passed in (1.0, 3.0, 3600.0):
        clock.time += passed
        watch.flush()
    assert slept == [3_598_000]


def test_a_lid_closed_while_the_monotonic_clock_stands_is_told_of(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    awake, in_all = Clock(), Clock()
    clocks = SimpleNamespace(monotonic=awake, CLOCK_BOOTTIME=7, clock_gettime=lambda _clock: in_all())
    monkeypatch.setattr(stopwatch, "time", clocks)
    watch, slept = Stopwatch(), list[int]()
    watch.slept.connect(slept.append)
    watch.start()
    awake.time += 1
    in_all.time += 301
    watch.flush()
    assert slept == [300_000]
