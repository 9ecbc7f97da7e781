"""Results from elsewhere in words."""

from collections.abc import Iterable
from typing import NamedTuple

from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.moment import date_of
from certstudy.present.words import _, percent, short_date


class ResultRow(NamedTuple):
    """An entered result; `id` takes it back."""

    id: int
    words: str


def kind_words(kind: ResultKind) -> str:
    """Where a result comes from."""
    words = {
        ResultKind.EXAM: _("The exam itself"),
        ResultKind.ASSESSMENT: _("Official practice assessment"),
        ResultKind.MOCK: _("Mock exam from elsewhere"),
    }
    return words[kind]


def kind_help(kind: ResultKind) -> str:
    """What its figure is."""
    if kind is ResultKind.EXAM:
        return _("The number on the report.")
    return _("In per cent of the questions.")


def result_rows(results: Iterable[Result]) -> tuple[ResultRow, ...]:
    """The results entered, newest first."""
    return tuple(ResultRow(result.id, _words(result)) for result in reversed(list(results)))


def _words(result: Result) -> str:
    told = [short_date(date_of(result.day)), kind_words(result.kind)]
    if result.score is not None:
        told.append(str(round(result.score)))
    if result.share is not None:
        told.append(percent(result.share))
    if result.bars:
        told.append(_("with the bars of its areas"))
    return " · ".join(told)
