"""Screens of the exam room without a question: the overview, the way into a section, a break."""

from dataclasses import dataclass

from certstudy.core.exam import MockExam
from certstudy.core.mock_plan import FormKind
from certstudy.core.sections import Section, SectionKind
from certstudy.core.syllabus import Syllabus
from certstudy.present.mock_room import section_kind, section_line
from certstudy.present.words import MINUTE_MS, _, minutes, ngettext, number


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A screen to read before going on; `rows` are (what, how much, a remark)."""

    title: str
    lines: tuple[str, ...]
    verb: str
    rows: tuple[tuple[str, str, str], ...] = ()


def overview(syllabus: Syllabus, exam: MockExam) -> NoticeView:
    """What lies ahead: the sections, the time, the rules."""
    facts = syllabus.exam
    total, limit = len(exam.form), exam.record.limit_ms
    words = ngettext("{n} question", "{n} questions", total).format(n=total)
    head = (
        [_("{questions} in {time}.").format(questions=words, time=minutes(limit / MINUTE_MS))]
        if limit
        else []
    )
    rules = [
        _("Nothing is marked right or wrong before you end the exam."),
        _("Each right part earns a point; a wrong one costs nothing, so leave no question open."),
    ]
    if len(exam.sections) > 1:
        rules.append(_("Each section is closed for good when you leave it."))
    rules.append(_("The clock starts with the first question. At zero the exam is handed in as it stands."))
    if exam.plan.runs_on:
        rules.append(_("The clock runs on while you are away from the exam, as in the exam room."))
    else:
        rules.append(_("If you leave, the clock stands until you resume; the pause is noted in the result."))
    rules.append(_("In a break the clock runs on, and what you have seen is locked."))
    if exam.plan.open_book:
        rules.append(_("You may open the documentation; the minutes you spend there are counted."))
    if exam.plan.unscored:
        n = len(exam.plan.unscored)
        words = ngettext("{n} question does not count.", "{n} questions do not count.", n)
        rules.append(_("{unscored} The result tells which.").format(unscored=words.format(n=n)))
    rules.append(
        _("{score} of {most} passes.").format(score=facts.score_to_pass, most=number(facts.score_max))
    )
    rows = tuple(_row(number, section) for number, section in enumerate(exam.sections, 1))
    title = _("{code} mock exam").format(code=facts.code)
    return NoticeView(title, (*head, *rules), _("Start the exam"), rows)


def entrance(exam: MockExam) -> NoticeView:
    """What holds in the section that begins."""
    section = exam.section
    n = len(section)
    count = ngettext("{n} question.", "{n} questions.", n).format(n=n)
    lines = {
        SectionKind.GENERAL: (_("You may move freely in this section and mark questions for review."),),
        SectionKind.SERIES: (
            _("Each question proposes one solution to the same scenario. Several, one or none may be right."),
            _("After a question you cannot return to it, and it is not in any review."),
        ),
        SectionKind.CASE: (
            _("The case is beside the questions, in tabs. You may move freely in this section."),
        ),
    }
    last = (
        () if exam.next_section is None else (_("You cannot come back to this section once you leave it."),)
    )
    return NoticeView(section_line(exam, section), (count, *lines[section.kind], *last), _("Continue"))


def on_break() -> NoticeView:
    """A break."""
    lines = (
        _("The clock keeps running."),
        _("What you have seen so far is locked. You go on with the next question you have not seen."),
    )
    return NoticeView(_("Break"), lines, _("Back to the exam"))


def form_word(kind: FormKind) -> str:
    """A kind of mock exam as a title."""
    words = {
        FormKind.FULL: _("Whole exam"),
        FormKind.HALF: _("Half exam"),
        FormKind.DIAGNOSTIC: _("Diagnostic"),
        FormKind.AREA: _("One area"),
        FormKind.HARD: _("Hard mode"),
    }
    return words[kind]


def _row(number: int, section: Section) -> tuple[str, str, str]:
    remarks = {
        SectionKind.GENERAL: _("free movement, own review"),
        SectionKind.SERIES: _("no return to a question"),
        SectionKind.CASE: _("the case beside the questions, own review"),
    }
    what = _("Section {k}: {kind}").format(k=number, kind=section_kind(section.kind))
    count = ngettext("{n} question", "{n} questions", len(section)).format(n=len(section))
    return what, count, remarks[section.kind]
