"""Own parameters are kept only where they foretell better, and every memory follows them then."""

import random
from collections.abc import Sequence

import pytest

from certstudy.core.confidence import Confidence
from certstudy.core.fsrs import DEFAULT_PARAMETERS, Rating
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, replayed
from certstudy.study.forgetting import FEWEST_REVIEWS, History, fit, give_up, grade, histories
from tests.fakes import FakeDesk, fake_desk
from tests.study.learning import meet

# someone whose memories fade much sooner
FORGETFUL = (0.05, 0.1, 0.2, 0.4, *DEFAULT_PARAMETERS[4:8], 0.5, *DEFAULT_PARAMETERS[9:20], 0.5)


class Found:
    """A fitter that has made up its mind; it remembers what it was given."""

    def __init__(self, parameters: Sequence[float]) -> None:
        self.parameters, self.asked = tuple(parameters), list[Sequence[History]]()

    def __call__(self, histories: Sequence[History]) -> tuple[float, ...]:
        self.asked.append(histories)
        return self.parameters


@pytest.fixture
def forgetful() -> FakeDesk:
    """Someone who misses half of what comes again."""
    at, rng = fake_desk(), random.Random(4)
    questions = [entry.id for entry in at.catalog.entries][:40]
    for _day in range(12):
        right = {question for question in questions if rng.random() < 0.45}
        meet(at, sorted(right))
        meet(at, sorted(set(questions) - right), right=False)
        at.clock.forward(days=2)
    return at


def test_parameters_that_foretell_better_are_kept(forgetful: FakeDesk) -> None:
    fitter = Found(FORGETFUL)
    found, _changes = fit(forgetful.desk, fitter)
    assert found.kept
    assert found.before is not None
    assert found.fitted is not None
    assert found.fitted < found.before
    assert forgetful.record.preferences().forgetting == FORGETFUL
    trained, whole = ([len(history) for history in histories] for histories in fitter.asked)
    assert sum(whole) == len(forgetful.record.answers)
    assert 0.6 < sum(trained) / sum(whole) < 0.75
    give_up(forgetful.desk)
    assert forgetful.record.preferences().forgetting == ()


def test_parameters_that_do_not_are_not(forgetful: FakeDesk) -> None:
    found, _changes = fit(forgetful.desk, Found(DEFAULT_PARAMETERS))
    assert not found.kept
    assert forgetful.record.preferences().forgetting == ()


def test_too_few_reviews_are_not_fitted() -> None:
    at, fitter = fake_desk(), Found(FORGETFUL)
    meet(at, ["plan.g1.o1-0"])
    found, _changes = fit(at.desk, fitter)
    assert found.reviews < FEWEST_REVIEWS
    assert (found.before, found.kept, fitter.asked) == (None, False, [])


def test_states_follow_own_parameters(forgetful: FakeDesk) -> None:
    usual = forgetful.record.states()
    fit(forgetful.desk, Found(FORGETFUL))
    own = forgetful.record.states()
    assert usual.keys() == own.keys()
    assert all(own[question].memory != usual[question].memory for question in own)


def test_histories_count_the_learners_days() -> None:
    at = fake_desk()
    meet(at, ["plan.g1.o1-0"])
    at.clock.forward(days=3)
    meet(at, ["plan.g1.o1-0", "plan.g1.o1-1"], right=False)
    meet(at, ["plan.g1.o1-0"])
    assert histories(at.record.answers) == [((3, 0), (1, 3), (3, 0)), ((1, 0),)]


@pytest.mark.parametrize(
    ("points", "confidence", "rating"),
    [
        (2, None, Rating.GOOD),
        (2, Confidence.SURE, Rating.GOOD),
        (2, Confidence.UNSURE, Rating.HARD),
        (2, Confidence.GUESS, Rating.AGAIN),
        (1, Confidence.SURE, Rating.AGAIN),
    ],
)
def test_answers_as_grades(points: int, confidence: Confidence | None, rating: Rating) -> None:
    now = fake_desk().desk.now()
    answer = Answer(1, "q", Moment(now.utc), frozenset(), points, 2, 1, confidence)
    assert grade(answer) is rating
    assert replayed([answer]) is not None
