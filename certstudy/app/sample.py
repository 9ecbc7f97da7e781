"""Six weeks of an invented learner, through the real use cases, for pictures and for trying the app out."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

from certstudy.core.confidence import Confidence
from certstudy.core.preferences import Preferences
from certstudy.core.question import Question
from certstudy.core.response import NOTHING, Response
from certstudy.core.tasks import Choice
from certstudy.study import mock_exam, practice
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request

DAYS = 42
MOCK_DAYS = (20, 11, 4)
DAYS_TO_EXAM = 26
SEED = 400
# chance to know a new question at the start, one a slot, and what six weeks add to it
STRENGTH = (0.62, 0.7, 0.56, 0.52, 0.46)
GROWTH = 0.16


class SampleClock:
    """A wall clock that the sample sets."""

    def __init__(self, now: datetime) -> None:
        """Stand at an aware local time."""
        self.now = now

    def __call__(self) -> datetime:
        """The time set."""
        return self.now


class SampleLearner:
    """Answers as somebody would who knows some areas better than others and learns on the way."""

    def __init__(self, desk: Desk, clock: SampleClock) -> None:
        """Work at that desk, whose clock is `clock`."""
        self._desk, self._clock = desk, clock
        self._rng = random.Random(SEED)
        self._slots = {area.id: slot for slot, area in enumerate(desk.catalog.syllabus.areas)}
        self._areas = {entry.id: entry.area for entry in desk.catalog.entries}

    def study(self, until: datetime) -> None:
        """Practise and sit mock exams over the weeks before, and leave the clock there."""
        self._desk.ledger.prefer(Preferences(exam_date=(until + timedelta(days=DAYS_TO_EXAM)).date()))
        for back in range(DAYS, 0, -1):
            evening = (until - timedelta(days=back)).replace(hour=19, minute=5, second=0, microsecond=0)
            self._clock.now = evening
            part = 1 - back / DAYS
            if back in MOCK_DAYS:
                self._sit_mock(part)
            elif self._rng.random() < 0.72:
                self._practise(self._rng.choice((10, 12, 15, 20, 24)), part)
        self._clock.now = until

    def _practise(self, size: int, part: float) -> None:
        proposal = practice.propose(self._desk, Request(Mode.MIX, size))
        sitting, _changes = practice.start(self._desk, proposal)
        while sitting.current is not None:
            question = self._desk.catalog.question(sitting.current)
            knows = self._rng.random() < self._chance(question, part)
            spent = round(self._rng.lognormvariate(10.9, 0.45))
            sure = self._rng.choice((None, Confidence.SURE if knows else Confidence.UNSURE))
            response = self._response(question, knows)
            # nobody is asked how sure they are of no answer
            said = sure if response else None
            sitting = practice.answer(self._desk, sitting, response, said, spent).sitting
            self._clock.now += timedelta(milliseconds=spent)
        practice.finish(self._desk, sitting)

    def _sit_mock(self, part: float) -> None:
        form = mock_exam.prepare(self._desk, 50)
        minutes = self._desk.catalog.syllabus.exam.minutes
        exam, _changes = mock_exam.start(self._desk, form, mock_exam.Rules(minutes))
        for index, entry in enumerate(form.entries):
            question = self._desk.catalog.question(entry.id)
            knows = self._rng.random() < self._ability(question, part)
            if index not in exam.section:
                exam = mock_exam.leave_section(self._desk, exam)
            elif index:
                exam = mock_exam.go(self._desk, exam, index)
            exam = mock_exam.tick(self._desk, exam, round(1000 * self._rng.lognormvariate(4.4, 0.45)))
            kept = replace(exam.draft(entry.id), response=self._response(question, knows))
            exam = mock_exam.draft(self._desk, exam, entry.id, kept)
        self._clock.now += timedelta(milliseconds=exam.elapsed_ms)
        mock_exam.hand_in(self._desk, exam)

    def _chance(self, question: Question, part: float) -> float:
        seen = 0.2 if self._desk.history.answers_to(question.id) else 0.0
        return min(0.95, self._ability(question, part) + seen)

    def _ability(self, question: Question, part: float) -> float:
        base = STRENGTH[self._slots[self._areas[question.id]] % len(STRENGTH)]
        return base + GROWTH * part - 0.08 * (question.difficulty - 2)

    def _response(self, question: Question, knows: bool) -> Response:
        task = question.task
        if knows:
            return task.model
        if not isinstance(task, Choice):
            return NOTHING
        chosen = frozenset(self._rng.sample([option.id for option in task.options], len(task.key)))
        return chosen if chosen != task.key else NOTHING
