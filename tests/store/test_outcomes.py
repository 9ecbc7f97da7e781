"""First attempts, results and kept forecasts in a real record."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.record import KeptForecast
from tests.store.learner import QUESTIONS, given, opened, practice


def test_first_attempts_are_the_first_that_stand(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        sitting = practice(store)
        first = store.ledger.record(given(sitting, QUESTIONS[0]), 1)
        other = store.ledger.record(given(sitting, QUESTIONS[1]), 2)
        again = store.ledger.record(replace(given(sitting, QUESTIONS[0]), revision="later"), 3)
        assert [(f.question, f.at) for f in store.history.first_attempts()] == [
            (first.question, first.at),
            (other.question, other.at),
        ]
        assert [answer.id for answer in store.history.latest_answers(9)] == [first.id, other.id, again.id]
        assert [answer.id for answer in store.history.latest_answers(2)] == [other.id, again.id]
        store.ledger.retract(first.id, first.at)
        assert [f.question for f in store.history.first_attempts()] == [other.question, again.question]
        assert [f.credit for f in store.history.first_attempts()] == [other.credit, again.credit]


def test_results_are_kept_by_day_and_can_be_dropped(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        at = given(practice(store), QUESTIONS[0]).at
        late = store.ledger.add_result(
            Result(ResultKind.EXAM, 20, 640.0, None, {"nets": 0.4, "code": 0.7}), at
        )
        early = store.ledger.add_result(Result(ResultKind.ASSESSMENT, 10, None, 0.83), at)
        assert list(store.history.results()) == [early, late]
    with closing(opened(tmp_path)) as store:
        assert list(store.history.results()) == [early, late]
        store.ledger.drop_result(early.id)
        assert list(store.history.results()) == [late]
        assert store.check().sound


def test_a_forecast_is_kept_with_its_exam(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        sitting = practice(store)
        number = sitting.id
        for kept in (
            KeptForecast(number, 0.7, 0.6, 0.7, 0.8, None),
            KeptForecast(number, 0.6, 0.5, 0.61, 0.7, 0.2),
        ):
            store.ledger.keep_forecast(kept)
            assert store.history.forecasts() == {number: kept}
