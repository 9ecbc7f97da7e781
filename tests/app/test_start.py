"""What a start may not wait for, asked of a fresh process."""

import subprocess
import sys

import pytest

NOTES = ("certstudy.gui.notes", "certstudy.present.notes", "certstudy.study.notes")
SLOW = ("sqlalchemy", "sqlite3", "markdown", "pygments", "nh3", "yaml", "msgspec", "csv", "html", "asyncio")


@pytest.mark.parametrize("module", [*SLOW, *NOTES])
def test_the_first_paint_waits_for_no_such_module(module: str) -> None:
    _run(f"import sys, certstudy.app.window; sys.exit({module!r} in sys.modules)")


def test_the_open_record_and_catalogue_load_neither_sqlalchemy_nor_yaml() -> None:
    _run("import sys, certstudy.app.opening; sys.exit('sqlalchemy' in sys.modules or 'yaml' in sys.modules)")


def test_the_parser_of_texts_looks_nothing_up_among_what_is_installed() -> None:
    _run(
        "import sys; from certstudy.present import markup; markup.warm();"
        "sys.exit(any(name in sys.modules for name in ('email', 'socket', 'importlib.metadata')))"
    )


def test_no_source_is_read_to_import_the_window() -> None:
    """PySide6 would read and keep the source of every module that is imported after it."""
    _run(
        "import linecache, sys, certstudy.app.window;"
        "sys.exit(any('certstudy' in name and name.endswith('window.py') for name in linecache.cache))"
    )


def _run(program: str) -> None:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
