"""The learner's clock."""

import sys
import time
from datetime import UTC, datetime


def local_time() -> datetime:
    """Now, in the zone that the machine is set to now: a window may stay open over a journey.

    A zone that is a day or more off, as a slip in TZ makes it, is none: then UTC.
    """
    if sys.platform != "win32":
        time.tzset()
    try:
        return datetime.now().astimezone()
    except ValueError:
        return datetime.now(UTC)
