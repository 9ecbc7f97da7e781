"""`certstudy lint` and `certstudy schema`: tools for those who write content."""
# ruff: noqa: PLC0415  # other commands load no YAML and no rules

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.present.words import _, ngettext

if TYPE_CHECKING:
    from certstudy.bank.lint.coverage import AreaCover
    from certstudy.bank.lint.figures import Figure
    from certstudy.bank.lint.report import Report
    from certstudy.bank.problem import Problem


def lint(workshop: Workshop, path: Path | None, as_json: bool) -> int:
    """Check a pack, or a file inside one, and print every problem with its place.

    1 if there is an error, or if a whole pack misses a limit or an aim of its own.
    """
    made = _report(path or workshop.content, workshop.now().date())
    if as_json:
        emit_json(_values(made))
    else:
        emit(_text(made))
    return 0 if made.passed else 1


def _report(path: Path, today: date) -> "Report":
    from certstudy.bank.lint.report import report

    if path.suffix.lower() != ".zip" or not path.is_file():
        return report(path, today)
    from certstudy.bank.archive import unpacked

    with TemporaryDirectory(prefix="certstudy-") as beside:
        return replace(report(unpacked(path, Path(beside)), today), folder=path.resolve())


def schema(kind: str) -> int:
    """Print the JSON Schema of a kind of content file."""
    from certstudy.bank.schema import schema_text

    emit(schema_text(kind).rstrip())
    return 0


def _values(made: "Report") -> dict[str, Any]:
    from certstudy.bank.problem import Severity

    return {
        "folder": str(made.folder),
        "errors": made.count(Severity.ERROR),
        "warnings": made.count(Severity.WARNING),
        "problems": [_problem_values(problem) for problem in made.problems],
        "missed": made.missed,
        "figures": [asdict(figure) for figure in made.figures],
        "proportions": [asdict(figure) for figure in made.proportions],
        "areas": [_cover_values(cover) for cover in made.cover or ()],
    }


def _problem_values(problem: "Problem") -> dict[str, Any]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "question": problem.question,
    }


def _cover_values(cover: "AreaCover") -> dict[str, Any]:
    weight = cover.area.weight
    return {
        "id": cover.area.id,
        "questions": cover.questions,
        "percent": round(cover.percent, 2),
        "low": weight.low,
        "high": weight.high,
        "in_range": cover.in_range,
        "objectives_without_questions": list(cover.missing),
        "groups": [
            {
                "id": group.group.id,
                "questions": group.questions,
                "percent_of_area_density": round(cover.relative(group), 1),
                "objectives": dict(group.objectives),
            }
            for group in cover.groups
        ],
    }


def _text(made: "Report") -> str:
    from certstudy.bank.lint.proportions import OUTSIDE

    blocks = []
    if made.problems:
        blocks.append(_problem_table(made.problems, _shown(made.folder)))
    if made.figures:
        blocks.append(_figure_table(_("Over the bank"), made.figures))
    if made.proportions:
        blocks.append(_figure_table(_("How it is made up"), made.proportions))
    if made.cover is not None:
        blocks.append(_cover_table(made.cover, OUTSIDE in made.missed))
    if made.thin:
        blocks.append(_thin_table(made.thin))
    blocks.append(_summary(made))
    return "\n\n".join(blocks)


def _shown(folder: Path) -> str:
    """The pack's folder as the reader of the terminal would write it."""
    here = Path.cwd()
    inner = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return "" if inner == Path() else f"{inner.as_posix()}/"


def _problem_table(problems: Sequence["Problem"], folder: str) -> str:
    rows = [[_("Place"), _("Severity"), _("Rule"), _("What is wrong")]]
    for problem in problems:
        told = f"{problem.message}. {problem.hint}".rstrip() if problem.hint else problem.message
        rows.append([f"{folder}{problem.place}", problem.severity.value, problem.code, told])
    return table(rows)


def _figure_table(head: str, figures: Sequence["Figure"]) -> str:
    signs = {True: _("ok"), False: _("MISSED"), None: ""}
    rows = [[head, _("Value"), _("Limit"), ""]]
    rows += [[_(figure.name), figure.value, figure.limit, signs[figure.kept]] for figure in figures]
    return table(rows)


def _cover_table(covers: Sequence["AreaCover"], judged: bool) -> str:
    """Areas by their share of the bank, and below each its groups by their questions per objective."""
    rows = [[_("Area or group"), _("Objectives"), _("Questions"), _("Each"), _("Share"), _("Range")]]
    for cover in covers:
        weight, objectives = cover.area.weight, len(cover.objectives)
        span = f"{weight.low}–{weight.high} %" + (" " + _("MISSED") if judged and not cover.in_range else "")
        each = f"{cover.questions / objectives:.1f}"
        share = f"{cover.percent:.1f} %"
        rows.append([cover.area.title, str(objectives), str(cover.questions), each, share, span])
        for group in cover.groups:
            size, held = str(len(group.objectives)), str(group.questions)
            rows.append([f"  {group.group.title}", size, held, f"{group.density:.1f}", "", ""])
    return table(rows, right=frozenset((1, 2, 3, 4)))


def _thin_table(thin: Sequence[tuple[str, int]]) -> str:
    rows = [[_("Objective with too few"), _("Questions")]]
    rows += [[name, str(count)] for name, count in thin]
    return table(rows, right=frozenset((1,)))


def _summary(made: "Report") -> str:
    from certstudy.bank.problem import Severity

    errors, warnings, missed = made.count(Severity.ERROR), made.count(Severity.WARNING), len(made.missed)
    return _("{errors}, {warnings}, {missed}.").format(
        errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
        warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        missed=ngettext("{n} figure missed", "{n} figures missed", missed).format(n=missed),
    )
