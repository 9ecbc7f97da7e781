"""A learner's answers run through the model, each foretold before it is seen: in the app and on anybody's log alike.

First attempts move the belief about ability; repeats only the one about memory. The outcome depends on the answers
and their order alone.
"""

from typing import NamedTuple

from certstudy.core.ability import Ability, Item, Population, chance, idled, newcomer, observed
from certstudy.core.recall import ANSWERS_A_DAY, Encounters, Recall, learnt, recalled, signs, usual_recall

# a shorter pause is no time without practice
A_PAUSE = 0.5


class _Held(NamedTuple):
    """What happened with a question, and when the last time: after so many answers, and on which day if known."""

    encounters: Encounters
    answers: int
    day: float | None


class Replay:
    """The state after some answers of one learner; a fold, so the one thing here that changes."""

    __slots__ = ("_last_day", "_met", "ability", "answers", "recall")

    def __init__(
        self,
        population: Population | None = None,
        recall: Recall | None = None,
        ability: Ability | None = None,
    ) -> None:
        """A learner of whom nothing is known but whom to take them for, or their ability so far."""
        self.ability: Ability = ability or newcomer(population or Population())
        self.recall: Recall = recall or usual_recall()
        self.answers = 0
        self._met: dict[str, _Held] = {}
        self._last_day: float | None = None

    def met(self, question: str) -> bool:
        """Whether the learner has answered the question before."""
        return question in self._met

    def remember(self, question: str, credit: float, day: float | None = None) -> None:
        """Note an answer to a question whose earlier ones are not told: what it proves is not known."""
        self._met[question] = _Held(Encounters(1, credit, credit), self.answers, day)

    def foretold(self, question: str, area: str, item: Item, day: float | None = None) -> float:
        """P(right) if the question were asked now; `day` is the time in days, None without a clock."""
        anew = chance(self.ability, area, item)
        held = self._met.get(question)
        if held is None:
            return anew
        return recalled(self.recall, signs(held.encounters, anew, self._since(held, day)))

    def take(self, question: str, area: str, item: Item, credit: float, day: float | None = None) -> float:
        """Take an answer in; the chance it had been given."""
        self._idle(day)
        held = self._met.get(question)
        if held is None:
            foretold, self.ability = observed(self.ability, area, item, credit)
            encounters = Encounters(1, credit, credit)
        else:
            seen = signs(held.encounters, chance(self.ability, area, item), self._since(held, day))
            foretold, self.recall = learnt(self.recall, seen, credit)
            encounters = held.encounters.and_then(credit)
        self._met[question] = _Held(encounters, self.answers, day)
        self.answers += 1
        return foretold

    def _since(self, held: _Held, day: float | None) -> float:
        """Days since a question was met; by the number of answers in between where one of the times is not known."""
        if day is None or held.day is None:
            return (self.answers - held.answers) / ANSWERS_A_DAY
        return max(0.0, day - held.day)

    def _idle(self, day: float | None) -> None:
        if day is None:
            return
        if self._last_day is not None and day - self._last_day > A_PAUSE:
            self.ability = idled(self.ability, day - self._last_day)
        self._last_day = day if self._last_day is None else max(day, self._last_day)
