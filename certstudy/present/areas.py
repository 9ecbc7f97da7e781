"""Badges of the exam's areas."""

from certstudy.core.syllabus import Area, Syllabus
from certstudy.present.chart import AreaTag


def area_tags(syllabus: Syllabus) -> tuple[AreaTag, ...]:
    """The badges of all areas in syllabus order."""
    return tuple(area_tag(syllabus, area) for area in syllabus.areas)


def area_tag(syllabus: Syllabus, area: Area) -> AreaTag:
    """The badge of an area."""
    return AreaTag(syllabus.areas.index(area), area.code, area.short_title)
