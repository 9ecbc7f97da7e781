"""A learner's answers run through the model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.ability import Item, blended, newcomer, observed
from certstudy.core.replay import Replay

LOGS = st.lists(st.tuples(st.integers(0, 8), st.sampled_from([0.0, 1.0]), st.floats(0, 3)), max_size=40)


def run(log: list[tuple[int, float, float]], clock: bool = True) -> tuple[Replay, list[float]]:
    replay, day, chances = Replay(), 0.0, []
    for question, credit, pause in log:
        day += pause
        chances.append(
            replay.take(f"q{question}", "ab"[question % 2], Item(), credit, day if clock else None)
        )
    return replay, chances


@given(LOGS, st.booleans())
def test_it_depends_on_the_answers_alone(log: list[tuple[int, float, float]], clock: bool) -> None:
    first, again = run(log, clock), run(log, clock)
    assert first[1] == again[1]
    assert first[0].ability == again[0].ability
    assert all(0 < chance < 1 for chance in first[1])


@given(LOGS)
def test_an_answer_is_foretold_before_it_is_seen(log: list[tuple[int, float, float]]) -> None:
    """Turning the last answer round changes nothing that was said before it."""
    if log:
        question, credit, pause = log[-1]
        assert run(log)[1] == run([*log[:-1], (question, 1 - credit, pause)])[1]


@given(LOGS, st.integers(0, 8))
def test_the_chance_asked_for_is_the_one_given(log: list[tuple[int, float, float]], question: int) -> None:
    replay, _ = run(log, clock=False)
    asked = replay.foretold(f"q{question}", "ab"[question % 2], Item())
    assert asked == pytest.approx(replay.take(f"q{question}", "ab"[question % 2], Item(), 1.0))


def test_repeats_prove_memory_not_ability() -> None:
    replay = Replay()
    ability = newcomer()
    for i in range(10):
        replay.take(f"q{i}", "a", Item(), float(i % 2))
        ability = observed(ability, "a", Item(), float(i % 2))[1]
    for _ in range(3):
        for i in range(10):
            replay.take(f"q{i}", "a", Item(), 1.0)
    assert blended(replay.ability, ("a",)) == blended(ability, ("a",))
    assert replay.answers == 40
    assert replay.foretold("q1", "a", Item()) > 0.85 > replay.foretold("new", "a", Item())


def test_a_break_makes_it_less_certain() -> None:
    at_once, later = Replay(), Replay()
    for i, days in enumerate((0.0, 0.01, 0.02)):
        at_once.take(f"q{i}", "a", Item(), 1.0, days)
        later.take(f"q{i}", "a", Item(), 1.0, days * 3000)
    (_, ((short,),)), (_, ((long,),)) = (blended(r.ability, ("a",)) for r in (at_once, later))
    assert long > short


@pytest.mark.parametrize("days", [(None, 19_000.0), (19_000.0, None), (None, None)])
def test_without_one_of_the_times_the_answers_between_count(days: tuple[float | None, float | None]) -> None:
    replay, without = Replay(), Replay()
    replay.take("q", "a", Item(), 1.0, days[0])
    without.take("q", "a", Item(), 1.0)
    for i in range(50):
        replay.take(f"other{i}", "a", Item(), 1.0, days[0])
        without.take(f"other{i}", "a", Item(), 1.0)
    assert replay.foretold("q", "a", Item(), days[1]) == without.foretold("q", "a", Item())
