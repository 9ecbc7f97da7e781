"""All rules over a pack: every problem at its place, the figures of the bank, how it is made up, what it covers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from certstudy.bank.document import opened
from certstudy.bank.folder import ASSETS, SYLLABUS, PackFile, is_pack, pack_files, read_files
from certstudy.bank.lint import cues, facts, lengths, links, plain, reasons, snippets, stems, twins
from certstudy.bank.lint.coverage import AreaCover, coverage, fewest
from certstudy.bank.lint.duplicates import duplicates, hinged, same_stems
from certstudy.bank.lint.figures import Figure, figures
from certstudy.bank.lint.finding import House, Rule
from certstudy.bank.lint.language import is_choice
from certstudy.bank.lint.links import strange_links
from certstudy.bank.lint.pages import page_problems
from certstudy.bank.lint.proportions import paper_figures, proportions
from certstudy.bank.lint.settings import SETTINGS, read_settings
from certstudy.bank.notes import Papers, read_papers
from certstudy.bank.pack import (
    bad_pictures,
    read_banks,
    read_beliefs,
    read_path,
    without_collector,
)
from certstudy.bank.problem import Place, Problem, Severity, error, warning
from certstudy.bank.questions import Bank, Item
from certstudy.bank.shapes import AimsShape, LintShape
from certstudy.bank.syllabus import read_draft
from certstudy.bank.tree import Map, find, place
from certstudy.bank.tree import Path as TreePath
from certstudy.core.errors import ContentError
from certstudy.core.syllabus import ExamFacts, Syllabus

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
    links.strange_link,
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

NO_OUTLINE: Final = Syllabus(ExamFacts("", "", "", "", 1, 0, 0, 1, 1), ())
"""Stands where the syllabus cannot be read."""

OUTLINE_ASKED: Final = frozenset(("unknown-area", "unknown-objective"))
"""Problems that only a syllabus can tell."""


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

    @property
    def passed(self) -> bool:
        """Whether nothing must be mended; the limits over many questions bind a whole pack."""
        return not self.count(Severity.ERROR) and (self.cover is None or not self.missed)

    def count(self, severity: Severity) -> int:
        """How many problems are that severe."""
        return sum(problem.severity is severity for problem in self.problems)


def report(path: Path, today: date) -> Report:
    """Check a pack, or one file or folder inside one; ContentError if no pack is there.

    Beside a syllabus that cannot be read, all is told that can be said without one.
    """
    folder = pack_of(path)
    with without_collector():
        unread: list[Problem] = []
        files = pack_files(folder)
        data = read_files(files, unread)
        outline, problems = read_draft(data.get(SYLLABUS, b""), SYLLABUS)
        syllabus = outline or NO_OUTLINE
        beliefs, trouble = read_beliefs(data)
        _path, lost = read_path(data, syllabus)
        settings, wrong = _settings(folder)
        banks = list(read_banks(data, syllabus))
        papers = read_papers(data, syllabus)
    items = [item for bank in banks for item in bank.items]
    found = [*unread, *trouble, *lost, *wrong, *(problem for bank in banks for problem in bank.problems)]
    found += bad_pictures(data)
    house = House(settings, beliefs, today)
    found += [problem for item in items for problem in examined(item, house)]
    found += [*_between(items), *papers.problems, *page_problems(papers, house)]
    found += _links_elsewhere(banks, papers, house)
    if outline is None:
        told = [problem for problem in found if problem.code not in OUTLINE_ASKED]
        return _narrowed(path, folder, files, [], [*problems, *told], always=problems)
    whole = path.resolve() == folder
    found += [*_ids(banks, settings), *(_unasked(items, data[SYLLABUS]) if whole and not unread else ())]
    found += _of_other_exams(banks, data[SYLLABUS])
    part = _narrowed(path, folder, files, items, [*problems, *found])
    if not whole:
        return part
    paper = paper_figures(
        papers, syllabus, sum(name.startswith(f"{ASSETS}/") for name in data), settings.aims
    )
    return _completed(part, syllabus, banks, settings.aims, paper)


def pack_of(path: Path) -> Path:
    """The pack that a path names or lies in; ContentError if there is none."""
    path = path.resolve()
    if not _is_there(path):
        raise ContentError(f"There is no file or folder {path}.", remedy="Name a pack, or a file inside one.")
    for folder in (path, *path.parents):
        if is_pack(folder):
            return folder
    raise ContentError(
        f"There is no content pack at {path}: neither it nor a folder above holds a {SYLLABUS}.",
        remedy="Name the folder of a pack, or a file inside one.",
    )


def _is_there(path: Path) -> bool:
    """Whether a path leads to something; one that may not be looked at is judged by the folders above."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def examined(item: Item, house: House) -> Iterator[Problem]:
    """What every rule says about a question."""
    for rule in (*RULES, *(CHOICE_RULES if is_choice(item.question) else ())):
        for flaw in rule(item.question, house):
            where = item.place(flaw.path)
            yield Problem(flaw.severity, flaw.code, flaw.message, where, flaw.hint, item.question.id)


def _settings(folder: Path) -> tuple[LintShape, list[Problem]]:
    path = folder / SETTINGS
    if not path.is_file():
        return LintShape(), []
    status = path.stat()
    unread: list[Problem] = []
    data = read_files([PackFile(SETTINGS, path, status.st_mtime_ns, status.st_size)], unread)
    return read_settings(data[SETTINGS]) if data else (LintShape(), unread)


def _links_elsewhere(banks: Sequence[Bank], papers: Papers, house: House) -> Iterator[Problem]:
    """Strange links in case studies and in the glossary."""
    for bank in banks:
        file = bank.exam[1].file if bank.exam is not None else ""
        for case in bank.cases:
            for flaw in strange_links("\n\n".join(tab.body for tab in case.tabs), house):
                message = f"{flaw.message}, in the case study {case.id!r}"
                yield Problem(flaw.severity, flaw.code, message, Place(file), flaw.hint)
    for placed in papers.terms:
        for flaw in strange_links(placed.term.means, house):
            where = placed.place(("means",))
            yield Problem(flaw.severity, flaw.code, flaw.message, where, flaw.hint)


def _ids(banks: Sequence[Bank], settings: LintShape) -> Iterator[Problem]:
    """Ids that are used again, and enemies that are no other question."""
    items = [item for bank in banks for item in bank.items]
    known = {item.question.id for item in items}
    for item in items:
        name, solution = item.question.id, item.question.solution
        for used in sorted({name, solution.series if solution else name} & set(settings.retired_ids)):
            message = f"the id {used!r} is retired: a learner's record may still mean the old question"
            yield error("retired-id", message, item.place(), "Give the question a new id.", name)
        for enemy in item.question.enemies:
            if enemy == name:
                message = "the question is its own enemy"
                yield error("own-enemy", message, item.place(("enemies",)), "Name the other question.", name)
            elif enemy not in known:
                message = f"the enemy {enemy!r} is no question of the pack"
                yield error("unknown-enemy", message, item.place(("enemies",)), "", name)


def _between(items: Sequence[Item]) -> Iterator[Problem]:
    """What is wrong between questions."""
    places = {item.question.id: item.place() for item in items}
    questions = [item.question for item in items]
    near = [
        error(
            "near-duplicate",
            f"{pair.share:.0%} of stem and key are those of {pair.first.id} at {places[pair.first.id]}",
            places[pair.second.id],
            "Drop one of the two.",
            pair.second.id,
        )
        for pair in duplicates(questions)
    ]
    yield from near
    alike = {problem.question for problem in near}
    for pair in same_stems(questions):
        first, second = pair.first.id, pair.second.id
        if second not in alike:
            message = f"the stem is that of {first} at {places[first]}"
            yield warning("same-stem", message, places[second], "Let the situations differ.", second)
    for pair in hinged(questions):
        first, second = pair.first.id, pair.second.id
        message = f"the stem gives away the key of {first} at {places[first]}"
        yield warning("hinged", message, places[second], "", second)


def _of_other_exams(banks: Sequence[Bank], outline: bytes) -> Iterator[Problem]:
    """Files of questions that say they are for another exam."""
    root = opened(outline, SYLLABUS).root
    assert root is not None
    exam = root["exam"]["id"]
    for bank in banks:
        if bank.exam is not None and bank.exam[0] != exam:
            message = f"the file is for the exam {bank.exam[0]!r}, the pack for {exam!r}"
            yield error("other-exam", message, bank.exam[1], "Correct it, or move the file.")


def _unasked(items: Sequence[Item], outline: bytes) -> Iterator[Problem]:
    """The areas, and in the others the objectives, that nothing asks for."""
    root = opened(outline, SYLLABUS).root
    assert root is not None
    asked = {item.question.objective for item in items}
    for i, area in enumerate(root["areas"]):
        parts = [
            (objective["id"], ("areas", i, "groups", j, "objectives", k, "id"))
            for j, group in enumerate(area["groups"])
            for k, objective in enumerate(group["objectives"])
        ]
        bare = [(name, path) for name, path in parts if name not in asked]
        if len(bare) == len(parts):
            yield _unasked_at(f"the area {area['id']!r}", ("areas", i, "id"), root)
            continue
        for name, path in bare:
            yield _unasked_at(f"the objective {name!r}", path, root)


def _unasked_at(what: str, path: TreePath, root: Map) -> Problem:
    message = f"no question asks for {what}"
    return error(
        "unasked", message, place(SYLLABUS, find(root, path)), "Write one, or take it out of the outline."
    )


def _narrowed(
    path: Path,
    folder: Path,
    files: Sequence[PackFile],
    items: Sequence[Item],
    problems: Sequence[Problem],
    always: Sequence[Problem] = (),
) -> Report:
    """The part of the findings that was asked for, in order of place, and those told `always`.

    ContentError if nothing that was asked for is part of the pack.
    """
    inside = path.resolve().relative_to(folder).as_posix()

    def asked(file: str) -> bool:
        return inside in (".", file) or file.startswith(f"{inside}/")

    if not any(asked(file) for file in (*(file.name for file in files), SETTINGS)):
        raise ContentError(
            f"{path} is no part of the content pack {folder}.",
            remedy="Name a file of the pack: questions, cases, notes, sheets, pictures, or a YAML file beside them.",
        )
    found = sorted((p for p in problems if asked(p.place.file) or p in always), key=lambda p: p.place)
    questions = [item.question for item in items if asked(item.file)]
    return Report(folder, found, figures(questions))


def _completed(
    part: Report, syllabus: Syllabus, banks: Sequence[Bank], aims: AimsShape, paper: Sequence[Figure]
) -> Report:
    """With what can be said of a whole pack."""
    questions = [item.question for bank in banks for item in bank.items]
    cases = [case.id for bank in banks for case in bank.cases]
    cover = coverage(syllabus, questions)
    return replace(
        part,
        proportions=[*proportions(questions, cases, cover, aims), *paper],
        cover=cover,
        thin=fewest(cover, aims.least_per_objective),
    )
