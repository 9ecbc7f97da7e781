"""Forms: in the exam's proportions, reproducible, without repeats, fresh while the bank allows."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.blueprint import blueprint, weight_ranges
from certstudy.core.form import Exposure, Form, Recipe, assemble
from certstudy.core.mock_plan import FormKind
from certstudy.core.question import Kind
from certstudy.core.sections import SectionKind
from tests.core.syllabi import entries, full_bank, syllabus


@settings(max_examples=40)
@given(n=st.integers(1, 60), seed=st.integers(0, 10**9))
def test_a_form_follows_the_blueprint(n: int, seed: int) -> None:
    form = assemble(syllabus(), entries(), n, seed, Exposure())
    areas = Counter(entry.area for entry in form.entries)
    assert tuple(areas[area.id] for area in syllabus().areas) == blueprint(weight_ranges(syllabus()), n).seats
    assert len({entry.id for entry in form.entries}) == n
    assert form == assemble(syllabus(), entries(), n, seed, Exposure())


@settings(max_examples=20)
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


BANK = full_bank()
BY_ID = {entry.id: entry for entry in BANK}
OF_FAMILY = {name: {e.id for e in BANK if e.family == name} for name in {e.family for e in BANK} - {""}}

exposures = st.builds(
    Exposure,
    st.frozensets(st.sampled_from(sorted(BY_ID)), max_size=300),
    st.frozensets(st.sampled_from(sorted(BY_ID)), max_size=150),
)


def asked(form: Form) -> set[str]:
    return {entry.id for entry in form.entries}


@settings(max_examples=40)
@given(n=st.integers(20, 60), seed=st.integers(0, 10**9), exposure=exposures)
def test_whatever_the_learner_has_met(n: int, seed: int, exposure: Exposure) -> None:
    form = assemble(syllabus(), BANK, n, seed, exposure)
    ids = asked(form)
    assert len(ids) == len(form.entries) == n
    # families come whole or not at all, and at most two case studies and one series
    for members in OF_FAMILY.values():
        assert not ids & members or members <= ids
    kinds = Counter(family.kind for family in form.audit.families)
    assert kinds[SectionKind.CASE] <= 2
    assert kinds[SectionKind.SERIES] <= 1
    # nobody sits with an enemy
    assert not any(enemy in ids for entry in form.entries for enemy in entry.enemies)
    assert form.audit.together == 0
    # the areas are those of the blueprint, in range wherever it is
    areas = Counter(entry.area for entry in form.entries)
    assert tuple(areas[area.id] for area in syllabus().areas) == form.audit.blueprint.seats
    assert form.audit.blueprint.in_range == blueprint(weight_ranges(syllabus()), n).in_range
    # this bank always has enough that no recent mock asked
    assert not ids & exposure.recent
    # one value from equal arguments
    assert form == assemble(syllabus(), BANK, n, seed, exposure)


@settings(max_examples=30)
@given(seed=st.integers(0, 10**9))
def test_a_full_form_has_sections_and_comes_near_its_mix(seed: int) -> None:
    form = assemble(syllabus(), BANK, 50, seed, Exposure())
    kinds = [section.kind for section in form.sections]
    assert kinds[:2] == [SectionKind.GENERAL, SectionKind.SERIES]
    assert kinds[2:] in ([SectionKind.CASE], [SectionKind.CASE, SectionKind.CASE])
    assert [place for section in form.sections for place in section.places] == list(range(50))
    for section in form.sections:
        families = {form.entries[place].family for place in section.places}
        assert families == {section.family}
    audit = form.audit
    assert all(abs(audit.difficulties[level] - aim) <= 2 for level, aim in audit.aims.difficulties.items())
    met = Counter({**audit.kinds, Kind.SINGLE: audit.kinds[Kind.SINGLE] + audit.kinds[Kind.BEST]})
    assert all(abs(met[kind] - aim) <= 2 for kind, aim in audit.aims.kinds.items())
    assert all(audit.groups.values())


@settings(max_examples=8)
@given(seed=st.integers(0, 10**9))
def test_six_full_forms_of_a_full_bank_share_no_question(seed: int) -> None:
    met = frozenset[str]()
    for number in range(6):
        form = assemble(syllabus(), BANK, 50, seed + number, Exposure(met, met))
        assert not asked(form) & met
        assert form.audit.blueprint.in_range
        assert any(family.kind is SectionKind.CASE for family in form.audit.families)
        assert any(family.kind is SectionKind.SERIES for family in form.audit.families)
        met |= asked(form)
    assert len(met) == 300


def test_families_of_recent_mocks_are_left_out_rather_than_asked_again() -> None:
    recent = frozenset(e.id for e in BANK if e.family)
    form = assemble(syllabus(), BANK, 50, 1, Exposure(recent, recent))
    assert not form.audit.families
    assert len(form.entries) == 50


def test_where_every_question_is_recent_they_are_asked_again() -> None:
    everything = frozenset(BY_ID)
    form = assemble(syllabus(), BANK, 50, 1, Exposure(everything, everything))
    assert len(form.entries) == form.audit.in_recent_mocks == 50


def test_questions_that_bar_each_other_leave_their_seats_to_the_others() -> None:
    """One area whose questions are all enemies gives one question; the rest of the form fills up."""
    last = syllabus().areas[-1].id
    names = tuple(e.id for e in entries() if e.area == last)
    bank = [replace(e, enemies=names) if e.area == last else e for e in entries()]
    form = assemble(syllabus(), bank, 50, 5, Exposure())
    assert sum(entry.area == last for entry in form.entries) == 1
    assert len(form.entries) == 50
    assert form.audit.together == 0
    assert form.audit.barred == len(names) - 1


def test_unscored_questions_are_further_ones() -> None:
    form = assemble(syllabus(), BANK, 50, 3, Exposure(), Recipe(50, unscored=4))
    assert len(form.entries) == 54
    assert len(form.unscored) == 4 == form.audit.unscored
    assert form.audit.blueprint.n == 50
    assert not any(BY_ID[name].family for name in form.unscored)


def test_a_form_of_one_area() -> None:
    form = assemble(syllabus(), BANK, 20, 3, Exposure(), Recipe(20, FormKind.AREA, "a1"))
    assert {entry.area for entry in form.entries} == {"a1"}
    assert len(form.entries) == 20
    assert all(form.audit.groups[group.id] for group in syllabus().areas[1].groups)


def test_hard_mode_asks_only_for_judgement() -> None:
    form = assemble(syllabus(), BANK, 50, 3, Exposure(), Recipe(50, FormKind.HARD))
    assert {entry.difficulty for entry in form.entries} == {3}
    assert form.audit.blueprint.in_range
