"""A life in a process of its own, ended by SIGKILL at a moment of chance; what it said before is known."""

import os
import select
import signal
import time
import traceback
from collections.abc import Callable

Say = Callable[[str], None]
Life = Callable[[Say], None]


def killed_after(seconds: float, life: Life) -> list[str]:
    """The whole lines that a life said before it was killed; one that is done waits for the blow."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _live(life, writing)
    os.close(writing)
    said = _heard(reading, time.monotonic() + seconds)
    os.kill(child, signal.SIGKILL)
    while part := os.read(reading, 65_536):
        said += part
    _pid, status = os.waitpid(child, 0)
    os.close(reading)
    if os.WIFEXITED(status):
        raise RuntimeError("the process ended by itself")
    # a line that was cut short was never read by anybody
    return said.decode().split("\n")[:-1]


def _live(life: Life, pipe: int) -> None:
    try:
        life(lambda line: _say(pipe, line))
        signal.pause()
    except BaseException:  # noqa: BLE001  # the parent sees an exit where it expects a kill
        traceback.print_exc()
    finally:
        os._exit(1)


def _say(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())


def _heard(pipe: int, until: float) -> bytes:
    said = b""
    while (left := until - time.monotonic()) > 0:
        if select.select([pipe], [], [], left)[0]:
            part = os.read(pipe, 65_536)
            if not part:
                break
            said += part
    return said
