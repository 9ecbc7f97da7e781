"""The learner's clock."""

import sys
import time
from datetime import datetime


def local_time() -> datetime:
    """Now, in the zone that the machine is set to now: a window may stay open over a journey."""
    if sys.platform != "win32":
        time.tzset()
    return datetime.now().astimezone()
