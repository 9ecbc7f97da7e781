"""A certification for tests, over the small pack of `fakes`."""

from datetime import date

from certstudy.core.certification import Certification, Change, ChangeKind, Edition, Prerequisite

FIRST = Prerequisite("P-1", "Planner Associate", "https://example.org/p-1")
RETIRED = Prerequisite("P-2", "Builder Associate", "https://example.org/p-2", date(2026, 7, 31))

CERTIFICATION = Certification(
    title="Builder Expert",
    prerequisites=(FIRST, RETIRED),
    validity_months=12,
    window_months=6,
    renewal="Free and open book.",
    lapse="If it lapses, the whole exam again.",
    editions=(
        Edition(
            date(2026, 7, 27), (Change("plan.g1.o1", ChangeKind.NARROWED, "Less planning", "Only the start"),)
        ),
        Edition(
            date(2026, 4, 24),
            (
                Change("build.g1.o1", ChangeKind.RENAMED, "New name"),
                Change("plan.g1.o1", ChangeKind.ADDED, "Plan"),
            ),
            dropped=("Old way",),
        ),
        Edition(date(2024, 7, 26)),
    ),
    links=(("Rules", "https://example.org/rules"),),
)
