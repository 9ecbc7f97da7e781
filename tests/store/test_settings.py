"""A record of any age and any program stays readable."""

import json
from datetime import date

import pytest

from certstudy.core.preferences import Appearance, Preferences
from certstudy.store.opening import Store
from certstudy.store.settings import preferences_of


def test_nothing_kept_gives_the_defaults() -> None:
    assert preferences_of({}) == Preferences()


def test_what_is_kept_counts_and_the_rest_is_default() -> None:
    kept = {"exam_date": '"2026-12-19"', "appearance": '"dark"', "text_scale": "2", "show_keys": "false"}
    expected = Preferences(date(2026, 12, 19), appearance=Appearance.DARK, text_scale=2.0, show_keys=False)
    assert preferences_of(kept) == expected
    assert type(preferences_of(kept).text_scale) is float


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("appearance", '"sepia"'),
        ("appearance", "3"),
        ("exam_date", '"19.12.2026"'),
        ("exam_date", "20261219"),
        ("minutes_a_day", '"forty"'),
        ("minutes_a_day", "true"),
        ("minutes_a_day", "null"),
        ("text_scale", "[1]"),
        ("week", "40"),
        ("week", '["forty"]'),
        ("days_off", '["tomorrow"]'),
        ("reduce_motion", "1"),
        ("session_size", "{"),
        ("a_setting_of_tomorrow", '"on"'),
    ],
)
def test_what_makes_no_sense_falls_back(name: str, text: str) -> None:
    assert preferences_of({name: text}) == Preferences()


def test_settings_of_a_newer_program_survive(store: Store) -> None:
    with store._database.writing() as connection:
        connection.execute("INSERT INTO preference VALUES ('voice', '\"alto\"')")
    store.ledger.prefer(Preferences(session_size=12))
    with store._database.reading() as connection:
        kept = dict(connection.execute("SELECT name, value FROM preference").fetchall())
    assert json.loads(kept["voice"]) == "alto"
    assert store.history.preferences() == Preferences(session_size=12)


def test_a_week_and_days_off_are_kept(store: Store) -> None:
    kept = Preferences(week=(30, 30, 30, 30, 0, 90, 60), days_off=(date(2026, 12, 24), date(2026, 12, 25)))
    store.ledger.prefer(kept)
    assert store.history.preferences() == kept
