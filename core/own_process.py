"""What this process leaves behind and lets in: its files are the user's alone, its memory is written nowhere."""

from __future__ import annotations

import ctypes
import os
import sys

_OTHERS = 0o077
_SET_DUMPABLE = 4
"""``PR_SET_DUMPABLE`` of Linux: no core, and no other program of the user may look into the memory."""


def keep_private() -> None:
    """Make every new file the user's alone and write no core dump, whatever ends the process."""
    os.umask(_OTHERS)
    if sys.platform == "win32":
        return  # the folders of a user's profile are closed by themselves, and no core is written
    _no_core()
    if sys.platform == "linux":
        _let_nobody_look_in()


if sys.platform == "win32":

    def _no_core() -> None:
        """Nothing is to be done there."""

else:
    import resource

    def _no_core() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _let_nobody_look_in() -> None:
    try:
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
    except (OSError, AttributeError):  # a C library without it: the limit above holds all the same
        return
