"""Whether Python came from the Windows store: what it writes into the user's folders goes when it is removed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import PureWindowsPath

_STORE = "windowsapps"


def is_store_python(places: Iterable[str] = (sys.executable, sys.base_prefix), platform: str = sys.platform) -> bool:
    """True if the interpreter, or the one a virtual environment stands on, lies among the apps of the store."""
    if platform != "win32":
        return False
    return any(part.casefold() == _STORE for place in places for part in PureWindowsPath(place).parts)
