"""Simulated learners: reproducible, and the app's choice leads."""

import pytest

from certstudy.core.blueprint import weight_ranges, within_ranges
from certstudy.core.simulation import POLICIES, QUESTIONS, mean_with_error, sample_bank, simulated
from tests.core.syllabi import syllabus


def test_the_bank_has_the_proportions_of_the_exam() -> None:
    bank = sample_bank(syllabus())
    counts = [sum(entry.area == area.id for entry in bank) for area in syllabus().areas]
    assert len(bank) == len({entry.id for entry in bank}) == QUESTIONS
    assert within_ranges(weight_ranges(syllabus()), counts)


@pytest.mark.parametrize("policy", list(POLICIES))
def test_a_seed_decides_everything(policy: str) -> None:
    first = simulated(syllabus(), 5, 10, 7, 2, policy)
    assert first == simulated(syllabus(), 5, 10, 7, 2, policy)
    assert first != simulated(syllabus(), 5, 10, 8, 2, policy)
    assert all(0 < outcome.recall < 1 for outcome in first)
    assert all(50 <= outcome.time <= 80 for outcome in first)


def test_the_app_leads_chance_and_due_dates() -> None:
    recalls = {
        policy: mean_with_error([o.recall for o in simulated(syllabus(), 14, 30, 5, 6, policy)])[0]
        for policy in POLICIES
    }
    assert recalls["app"] > recalls["weighted_random"] + 0.035
    assert recalls["app"] > recalls["fsrs_due"]


def test_one_learner_has_no_error_of_the_mean() -> None:
    assert mean_with_error([0.5]) == (0.5, 0.0)
