"""The account of what was foretold."""

from dataclasses import replace

import pytest

from certstudy.core.confidence import Confidence
from certstudy.study import honesty
from certstudy.study.honesty import BINS, FEWEST_ANSWERS, account
from certstudy.study.practice import Mode, Request
from tests.fakes import fake_desk
from tests.study.learning import meet, work_through


def test_nothing_yet() -> None:
    found = account(fake_desk().desk)
    assert (found.answers, found.scores, found.bins, found.mocks, found.sureness, found.misled) == (
        0, None, (), (), (), (),
    )  # fmt: skip


def test_answers_are_foretold_and_held_against_what_came() -> None:
    at = fake_desk()
    work_through(at, Request(Mode.MIX, 30))
    assert account(at.desk).bins == ()
    work_through(at, Request(Mode.MIX, 30))
    found = account(at.desk)
    assert found.answers >= FEWEST_ANSWERS
    assert len(found.bins) == BINS
    assert all(b.true == 1.0 and 0.5 < b.foretold < 1 for b in found.bins)
    assert found.scores is not None
    assert found.scores.log_loss < 0.5


def test_confidence_against_results() -> None:
    at = fake_desk()
    work_through(at, Request(Mode.MIX, 12))
    marks = (Confidence.SURE, Confidence.SURE, Confidence.GUESS, None)
    at.record.answers = [
        replace(answer, confidence=marks[n % 4], points=0 if n % 4 == 1 else answer.out_of)
        for n, answer in enumerate(at.record.answers)
    ]
    found = account(at.desk)
    assert [(s.confidence, s.answers, s.right) for s in found.sureness] == [
        (Confidence.SURE, 6, 0.5),
        (Confidence.GUESS, 3, 1.0),
    ]
    wrong = [answer.question for answer in at.record.answers[1::4]]
    assert list(found.misled) == wrong[::-1]
    at.record.answers.append(replace(at.record.answers[1], points=at.record.answers[1].out_of, id=99))
    assert wrong[0] not in account(at.desk).misled


def test_of_a_long_record_only_the_latest_answers_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    at = fake_desk()
    work_through(at, Request(Mode.MIX, 30))
    first = [answer.question for answer in at.record.answers]
    at.clock.forward(days=2)
    meet(at, first)
    meet(at, first)
    monkeypatch.setattr(honesty, "LATEST", 60)
    found = account(at.desk)
    assert found.answers == 30
    assert found.scores is not None
    assert found.scores.n == 30
