"""All rules over a pack: every problem at its place, the figures of the bank, how it is made up, what it covers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from certstudy.bank.folder import SYLLABUS, pack_files, read_files
from certstudy.bank.lint import cues, facts, lengths, plain, reasons, snippets, stems, twins
from certstudy.bank.lint.coverage import AreaCover, coverage, fewest
from certstudy.bank.lint.duplicates import duplicates, hinged
from certstudy.bank.lint.figures import Figure, figures
from certstudy.bank.lint.finding import House, Rule
from certstudy.bank.lint.language import is_choice
from certstudy.bank.lint.pages import page_problems
from certstudy.bank.lint.proportions import proportions
from certstudy.bank.lint.settings import SETTINGS, read_settings
from certstudy.bank.notes import read_papers
from certstudy.bank.pack import (
    bad_pictures,
    read_banks,
    read_beliefs,
    read_outline,
    read_path,
    without_collector,
)
from certstudy.bank.problem import Problem, Severity, error, warning
from certstudy.bank.questions import Bank, Item
from certstudy.bank.shapes import AimsShape, LintShape
from certstudy.core.errors import ContentError
from certstudy.core.syllabus import Syllabus

RULES: Final[tuple[Rule, ...]] = (
    stems.long_stem,
    stems.long_sentence,
    stems.window_dressing,
    stems.trivial_recall,
    plain.plain_words,
    plain.thin_description,
    reasons.missing_why,
    reasons.empty_why,
    reasons.long_why,
    reasons.missing_belief,
    reasons.missing_explanation,
    reasons.letter_mentioned,
    facts.missing_reference,
    facts.unofficial_source,
    facts.bad_date,
    facts.unchecked,
    facts.due,
    facts.stale_term,
    snippets.broken_snippet,
)

CHOICE_RULES: Final[tuple[Rule, ...]] = (
    stems.no_question,
    stems.negative_question,
    stems.no_yardstick,
    lengths.long_key,
    lengths.punctuated_key,
    lengths.uneven_lengths,
    lengths.mixed_form,
    lengths.unordered_numbers,
    cues.absolute_distractor,
    cues.hedged_key,
    cues.echo,
    cues.convergence,
    cues.of_the_above,
    cues.odd_opening,
    twins.equal_options,
    twins.overlapping_options,
    twins.overlapping_ranges,
    reasons.believed_key,
)
"""Rules about options between which one chooses."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in the pack of that folder; what only a whole pack has is left out for a part of one.

    `thin` are objectives with fewer questions than the pack aims at, and their number, lowest first.
    """

    folder: Path
    problems: Sequence[Problem]
    figures: Sequence[Figure]
    proportions: Sequence[Figure] = ()
    cover: Sequence[AreaCover] | None = None
    thin: Sequence[tuple[str, int]] = ()

    @property
    def missed(self) -> list[str]:
        """The figures that fall short of a limit or an aim."""
        return [figure.name for figure in (*self.figures, *self.proportions) if figure.kept is False]

    def count(self, severity: Severity) -> int:
        """How many problems are that severe."""
        return sum(problem.severity is severity for problem in self.problems)


def report(path: Path, today: date) -> Report:
    """Check a pack, or one file or folder inside one; ContentError if no pack is there."""
    folder = pack_of(path)
    with without_collector():
        data = read_files(pack_files(folder))
        syllabus, problems = read_outline(data)
        beliefs, trouble = read_beliefs(data)
        _path, lost = read_path(data, syllabus)
        settings, wrong = _settings(folder)
        banks = list(read_banks(data, syllabus))
        papers = read_papers(data, syllabus)
    items = [item for bank in banks for item in bank.items]
    problems += [*trouble, *lost, *wrong, *(problem for bank in banks for problem in bank.problems)]
    problems += bad_pictures(data)
    house = House(settings, beliefs, today)
    problems += [problem for item in items for problem in examined(item, house)]
    problems += [*_ids(banks, settings), *_between(items)]
    problems += [*papers.problems, *page_problems(papers, house)]
    part = _narrowed(path, folder, items, problems)
    return part if path.resolve() != folder else _completed(part, syllabus, banks, settings.aims)


def pack_of(path: Path) -> Path:
    """The pack that a path names or lies in; ContentError if there is none."""
    path = path.resolve()
    for folder in (path, *path.parents):
        if (folder / SYLLABUS).is_file():
            return folder
    raise ContentError(
        f"There is no content pack at {path}: neither it nor a folder above holds a {SYLLABUS}.",
        remedy="Name the folder of a pack, or a file inside one.",
    )


def examined(item: Item, house: House) -> Iterator[Problem]:
    """What every rule says about a question."""
    for rule in (*RULES, *(CHOICE_RULES if is_choice(item.question) else ())):
        for flaw in rule(item.question, house):
            where = item.place(flaw.path)
            yield Problem(flaw.severity, flaw.code, flaw.message, where, flaw.hint, item.question.id)


def _settings(folder: Path) -> tuple[LintShape, list[Problem]]:
    path = folder / SETTINGS
    return read_settings(path.read_bytes()) if path.is_file() else (LintShape(), [])


def _ids(banks: Sequence[Bank], settings: LintShape) -> Iterator[Problem]:
    """Ids that are used again, and enemies that nothing is called by."""
    items = [item for bank in banks for item in bank.items]
    known = {item.question.id for item in items}
    for item in items:
        name, solution = item.question.id, item.question.solution
        for used in sorted({name, solution.series if solution else name} & set(settings.retired_ids)):
            message = f"the id {used!r} is retired: a learner's record may still mean the old question"
            yield error("retired-id", message, item.place(), "Give the question a new id.", name)
        for enemy in item.question.enemies:
            if enemy not in known:
                message = f"the enemy {enemy!r} is no question of the pack"
                yield error("unknown-enemy", message, item.place(("enemies",)), "", name)


def _between(items: Sequence[Item]) -> Iterator[Problem]:
    """What is wrong between questions."""
    places = {item.question.id: item.place() for item in items}
    questions = [item.question for item in items]
    for pair in duplicates(questions):
        first, second = pair.first.id, pair.second.id
        message = f"{pair.share:.0%} of stem and key are those of {first} at {places[first]}"
        yield error("near-duplicate", message, places[second], "Drop one of the two.", second)
    for pair in hinged(questions):
        first, second = pair.first.id, pair.second.id
        message = f"the stem gives away the key of {first} at {places[first]}"
        yield warning("hinged", message, places[second], "", second)


def _narrowed(path: Path, folder: Path, items: Sequence[Item], problems: Sequence[Problem]) -> Report:
    """The part of the findings that was asked for, in order of place."""
    inside = path.resolve().relative_to(folder).as_posix()

    def asked(file: str) -> bool:
        return inside in (".", file) or file.startswith(f"{inside}/")

    found = sorted((p for p in problems if asked(p.place.file)), key=lambda problem: problem.place)
    questions = [item.question for item in items if asked(item.file)]
    return Report(folder, found, figures(questions))


def _completed(part: Report, syllabus: Syllabus, banks: Sequence[Bank], aims: AimsShape) -> Report:
    """With what can be said of a whole pack."""
    questions = [item.question for bank in banks for item in bank.items]
    cases = [case.id for bank in banks for case in bank.cases]
    cover = coverage(syllabus, questions)
    return replace(
        part,
        proportions=proportions(questions, cases, cover, aims),
        cover=cover,
        thin=fewest(cover, aims.least_per_objective),
    )
