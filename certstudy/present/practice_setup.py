"""The choice of a practice session: ways with their counts, the outline to focus on, and the plan it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass

from certstudy.core.syllabus import Syllabus
from certstudy.present.areas import area_tag
from certstudy.present.chart import AreaTag, PlanArea
from certstudy.present.session import plan_areas, split_note
from certstudy.present.words import NARROW, _, ngettext
from certstudy.study.practice import Mode, Proposal


@dataclass(frozen=True, slots=True)
class WayView:
    """One way of practising; `off` says why it cannot be taken now."""

    mode: Mode
    title: str
    detail: str
    count: str
    off: str


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """An area, group or objective to focus on; `area` only at the top."""

    id: str
    title: str
    area: AreaTag | None
    parts: tuple["OutlineNode", ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalView:
    """What pressing the button would start."""

    areas: tuple[PlanArea, ...]
    words: str
    off: str


def ways(counts: Mapping[Mode, int]) -> tuple[WayView, ...]:
    """The ways of practising in the order shown."""
    rows = (
        (Mode.MIX, _("Today's mix"), _("Due, missed and new in the exam's proportions."), ""),
        (Mode.UNSEEN, _("Unseen"), _("Questions you have not met."), _("You have met every question.")),
        (
            Mode.MISTAKES,
            _("Mistakes"),
            _("Missed when last asked."),
            _("No mistakes to repeat. They gather here as you practise."),
        ),
        (
            Mode.FLAGGED,
            _("Flagged"),
            _("Questions you marked."),
            _("Nothing is flagged. Press M at a question to flag it."),
        ),
        (
            Mode.RENEWAL,
            _("Renewal"),
            _("What the outline changed lately, or since you passed."),
            _("No question of this choice is on what changed."),
        ),
    )
    return tuple(
        WayView(mode, title, detail, str(counts[mode]), "" if counts[mode] else empty or detail)
        for mode, title, detail, empty in rows
        if mode in counts
    )


def outline(syllabus: Syllabus) -> tuple[OutlineNode, ...]:
    """The areas with their groups and objectives."""
    return tuple(
        OutlineNode(
            area.id,
            f"{area.title} · {area.weight.low}–{area.weight.high}{NARROW}%",
            area_tag(syllabus, area),
            tuple(
                OutlineNode(
                    group.id,
                    group.title,
                    None,
                    tuple(OutlineNode(o.id, o.title, None) for o in group.objectives),
                )
                for group in area.groups
            ),
        )
        for area in syllabus.areas
    )


def proposal_view(syllabus: Syllabus, proposal: Proposal, asked: int) -> ProposalView:
    """What a proposal would start, or why it starts nothing."""
    n = len(proposal.picks)
    if not n:
        return ProposalView((), _("No questions fit this choice."), _("No questions fit this choice."))
    words = ngettext("{n} question", "{n} questions", n).format(n=n)
    if n < asked:
        words += " · " + ngettext("the only one there is", "that is all there are", n)
    elif proposal.request.mode is Mode.MIX:
        words = ". ".join(part for part in (words, split_note(proposal.blueprint)) if part)
    return ProposalView(plan_areas(syllabus, proposal.picks), words, "")
