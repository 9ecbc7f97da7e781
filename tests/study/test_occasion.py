"""The occasion of choosing knows what the first answers say of questions not met yet."""

from certstudy.core.memory import KNOWN_BEFORE
from certstudy.study.occasion import choosing, occasion
from tests.fakes import FakeDesk
from tests.study.learning import meet


def test_without_an_answer_the_usual_share_is_taken_for_known(at: FakeDesk) -> None:
    assert choosing(at.desk).known_before("build") == KNOWN_BEFORE


def test_wrong_first_answers_lower_it_in_their_area_most(at: FakeDesk) -> None:
    meet(at, [f"build.g1.o1-{k}" for k in range(6)], right=False)
    meet(at, [f"build.g1.o2-{k}" for k in range(6)], right=False)
    now = choosing(at.desk)
    assert now.known_before("build") < now.known_before("watch") <= KNOWN_BEFORE
    assert now.known_before("build") < 0.3


def test_an_answer_asks_for_no_such_thing(at: FakeDesk) -> None:
    meet(at, ["build.g1.o1-0"])
    assert occasion(at.desk).known is None
