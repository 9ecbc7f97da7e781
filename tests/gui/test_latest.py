"""Reads on the worker: only the newest arrives, and what nobody waits for any more is not begun."""

from threading import Event

import pytest

from certstudy.core.errors import WorldError
from certstudy.gui.latest import Latest
from certstudy.gui.operations import Operations


def test_what_was_read_arrives(operations: Operations) -> None:
    found: list[str] = []
    Latest(operations, found.append).ask(lambda: "numbers")
    assert found == []
    operations.settle()
    assert found == ["numbers"]


def test_an_older_read_never_overwrites_a_newer_one(operations: Operations) -> None:
    found: list[str] = []
    begun: list[str] = []
    slow, running = Event(), Event()
    latest = Latest(operations, found.append)

    def first() -> str:
        running.set()
        slow.wait(5)
        return "first"

    def other(name: str) -> str:
        begun.append(name)
        return name

    latest.ask(first)
    assert running.wait(5)
    latest.ask(lambda: other("second"))
    latest.ask(lambda: other("third"))
    slow.set()
    operations.settle()
    assert found == ["third"]
    assert begun == ["third"]


def test_what_was_dropped_does_not_arrive(operations: Operations) -> None:
    found: list[str] = []
    latest = Latest(operations, found.append)
    latest.ask(lambda: "numbers")
    latest.drop()
    operations.settle()
    assert found == []


def test_a_fault_of_the_world_goes_to_the_banner_and_the_next_read_arrives(operations: Operations) -> None:
    found: list[str] = []
    told: list[WorldError] = []
    operations.failed.connect(told.append)
    latest = Latest(operations, found.append)

    def refused() -> str:
        raise WorldError("The record is locked.")

    latest.ask(refused)
    operations.settle()
    assert [str(fault) for fault in told] == ["The record is locked."]
    latest.ask(lambda: "numbers")
    operations.settle()
    assert found == ["numbers"]


@pytest.mark.parametrize("rounds", [1, 3])
def test_settling_waits_for_work_that_work_asks_for(operations: Operations, rounds: int) -> None:
    found: list[int] = []

    def again(number: int) -> None:
        found.append(number)
        if number < rounds:
            operations.in_background(lambda: number + 1, again)

    operations.in_background(lambda: 1, again)
    operations.settle()
    assert found == list(range(1, rounds + 1))
