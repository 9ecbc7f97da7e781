"""Repeats: what speaks for a right answer, and a learner's own ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.recall import Encounters, Recall, Signs, learnt, loosened, recalled, signs, usual_recall

SEEN = st.builds(
    signs,
    st.builds(Encounters, st.integers(2, 9), st.floats(1, 2), st.sampled_from([0.0, 1.0])),
    st.floats(0.01, 0.99),
    st.floats(0, 300),
)


def test_what_is_usual() -> None:
    right, wrong = Encounters(1, 1.0, 1.0), Encounters(1, 0.0, 0.0)
    usual = usual_recall()
    after_right, after_wrong = (recalled(usual, signs(e, 0.6, 0.1)) for e in (right, wrong))
    assert after_right > after_wrong > 0.5
    assert recalled(usual, signs(right, 0.6, 60.0)) < after_right
    assert recalled(usual, signs(right, 0.2, 0.1)) < after_right
    assert recalled(usual, signs(right.and_then(1.0), 0.6, 0.1)) > after_right


@given(SEEN)
def test_an_answer_moves_the_belief_its_way(seen: Signs) -> None:
    start = usual_recall()
    chance, up = learnt(start, seen, 1.0)
    down = learnt(start, seen, 0.0)[1]
    assert chance == pytest.approx(recalled(start, seen))
    assert recalled(down, seen) < recalled(up, seen)


def test_a_learner_who_reads_no_explanations_is_known_after_a_while() -> None:
    recall: Recall = usual_recall()
    seen = signs(Encounters(1, 0.0, 0.0), 0.5, 1.0)
    for _ in range(40):
        recall = learnt(recall, seen, 0.0)[1]
    assert recalled(recall, seen) < 0.2 < recalled(usual_recall(), seen)
    assert recalled(recall, signs(Encounters(1, 1.0, 1.0), 0.5, 1.0)) > recalled(recall, seen)


def test_a_start_for_somebody_else_is_less_certain() -> None:
    wide = loosened(usual_recall(), 0.5)
    assert all(wide.covariance[i][i] > usual_recall().covariance[i][i] for i in range(len(wide.mean)))
    assert wide.mean == usual_recall().mean


def test_where_having_met_a_question_does_not_matter_it_soon_does_not_count() -> None:
    recall: Recall = usual_recall()
    for n in range(30):
        recall = learnt(recall, signs(Encounters(1, n % 2, n % 2), 0.6, 1.0), float(n % 5 < 3))[1]
    assert recall.memory < 0.5
    assert abs(recalled(recall, signs(Encounters(1, 1.0, 1.0), 0.6, 1.0)) - 0.6) < 0.12
