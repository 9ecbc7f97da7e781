"""The learner's own curve from the log: same-day repeats prove nothing, order and numbers count."""

import random
from datetime import UTC, datetime, timedelta

from certstudy.core.moment import Moment
from certstudy.core.own_curve import own_curve
from certstudy.core.recalibration import Recalibration, recalibrated
from certstudy.core.record import Answer

START = datetime(2026, 1, 5, 18, tzinfo=UTC)


def log(share: float, questions: int = 40, rounds: int = 12, hours: float = 48) -> list[Answer]:
    """Answers of someone who gets that share right whenever asked, on every other day."""
    rng = random.Random(2)
    found: list[Answer] = []
    for turn in range(rounds):
        for question in range(questions):
            at = Moment(START + timedelta(hours=hours * turn, minutes=question))
            points = int(rng.random() < share)
            number = len(found) + 1
            found.append(
                Answer(1, f"q{question}", at, frozenset(), points, 1, 9_000, id=number, guess_rate=0.0)
            )
    return found


def test_a_learner_who_forgets_more_is_found() -> None:
    often, seldom = (recalibrated(own_curve(log(share)), 0.9) for share in (0.95, 0.5))
    assert seldom < 0.75 < often


def test_repeats_of_the_same_day_prove_nothing() -> None:
    assert own_curve(log(0.5, hours=0.1, rounds=5)) == Recalibration()


def test_only_answers_from_the_given_number_on_count() -> None:
    answers = log(0.5)
    assert own_curve(answers, since=answers[-1].id + 1) == Recalibration()
    assert own_curve(answers, since=300) != own_curve(answers)
    assert own_curve([]) == Recalibration()
