"""Forms: in the exam's proportions, reproducible, without repeats, fresh while the bank allows."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.blueprint import blueprint, weight_ranges
from certstudy.core.form import Exposure, assemble
from tests.core.syllabi import entries, syllabus


@settings(max_examples=40, deadline=None)
@given(n=st.integers(1, 60), seed=st.integers(0, 10**9))
def test_a_form_follows_the_blueprint(n: int, seed: int) -> None:
    form = assemble(syllabus(), entries(), n, seed, Exposure())
    areas = Counter(entry.area for entry in form.entries)
    assert tuple(areas[area.id] for area in syllabus().areas) == blueprint(weight_ranges(syllabus()), n).seats
    assert len({entry.id for entry in form.entries}) == n
    assert form == assemble(syllabus(), entries(), n, seed, Exposure())


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_groups_and_objectives_are_spread(seed: int) -> None:
    form = assemble(syllabus(), entries(), 50, seed, Exposure())
    per_objective = Counter(entry.objective for entry in form.entries)
    assert max(per_objective.values()) == 1, "an objective is asked twice although others are left out"
    assert all(form.audit.groups.values()), "a group is left out of a form of 50"


def test_six_forms_in_a_row_share_no_question_while_the_bank_lasts() -> None:
    bank, seen = entries(each=9), frozenset[str]()
    for number in range(6):
        form = assemble(syllabus(), bank, 50, number, Exposure(seen, seen))
        ids = {entry.id for entry in form.entries}
        assert not ids & seen
        assert form.audit.in_recent_mocks == form.audit.seen_before == 0
        seen |= ids


def test_difficulties_come_near_the_mix() -> None:
    form = assemble(syllabus(), entries(each=6), 60, 3, Exposure())
    assert abs(form.audit.difficulties[1] - 12) <= 2
    assert abs(form.audit.difficulties[2] - 27) <= 2
    assert abs(form.audit.difficulties[3] - 21) <= 2


def test_seeds_make_different_forms() -> None:
    forms = {assemble(syllabus(), entries(), 40, seed, Exposure()).entries for seed in range(10)}
    assert len(forms) == 10


def test_a_bank_smaller_than_the_form_gives_all_it_has() -> None:
    form = assemble(syllabus(), entries()[:20], 50, 1, Exposure())
    assert len(form.entries) == 20
    assert sum(form.audit.blueprint.short) > 0
