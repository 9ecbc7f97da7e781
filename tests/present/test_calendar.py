"""Calendar files as RFC 5545 wants them."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from certstudy.present.calendar import Event, calendar_text

NOW = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_an_event_with_reminders() -> None:
    event = Event("exam-X", date(2026, 12, 31), "Exam; 9:00, bring ID", "Line one\nLine two", (7, 1))
    lines = unfolded(calendar_text([event], NOW))
    assert lines[:4] == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CertStudy//CertStudy//EN", "CALSCALE:GREGORIAN",
    ]  # fmt: skip
    assert "UID:exam-X@certstudy" in lines
    assert "DTSTAMP:20261123T123000Z" in lines
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert r"SUMMARY:Exam\; 9:00\, bring ID" in lines
    assert r"DESCRIPTION:Line one\nLine two" in lines
    assert [line for line in lines if line.startswith("TRIGGER")] == ["TRIGGER:-P7D", "TRIGGER:-P1D"]
    assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == 2
    assert lines[-1] == "END:VCALENDAR"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), st.text("ab\\;,\n", max_size=200)
)
def test_lines_are_short_and_texts_come_back(title: str, details: str) -> None:
    text = calendar_text([Event("u", date(2026, 1, 1), title, details)], NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (summary,) = [line for line in unfolded(text) if line.startswith("SUMMARY:")]
    plain = summary.removeprefix("SUMMARY:")
    for written, meant in (("\\;", ";"), ("\\,", ","), ("\\\\", "\\")):
        plain = plain.replace(written, "\0" + meant + "\0")
    assert plain.replace("\0", "") == title or "\\" in title
    assert "\n" not in summary
