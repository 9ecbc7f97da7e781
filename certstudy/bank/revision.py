"""A question's revision: a hash of all that decides what an answer to it means."""

from hashlib import blake2b
from typing import Any

import msgspec

from certstudy.core.question import Exhibit
from certstudy.core.tasks import Choice, Task


def revision_of(stem: str, task: Task, exhibits: tuple[Exhibit, ...]) -> str:
    """Twelve hexadecimal digits that change with the stem, what is asked, the key or what is shown.

    Reasons and misconceptions may be reworded without becoming another question.
    """
    asked: Any = (_without(msgspec.to_builtins(task, order="sorted"), ("why", "misconception")),)
    if isinstance(task, Choice):
        asked = ([(option.id, option.text) for option in task.options], sorted(task.key))
    # that code is wrong on purpose is a note for checks
    shown = _without(msgspec.to_builtins(exhibits), ("broken",))
    return blake2b(msgspec.msgpack.encode((stem, *asked, shown)), digest_size=6).hexdigest()


def _without(value: Any, names: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {key: _without(inner, names) for key, inner in value.items() if key not in names}
    return [_without(inner, names) for inner in value] if isinstance(value, list | tuple) else value
