"""The real window, for the faults that need one."""

from __future__ import annotations

from tests.ui.desktop.conftest import cheap_and_loaded, desktop, make_desktop, nothing_is_left, own_hooks

__all__ = ["cheap_and_loaded", "desktop", "make_desktop", "nothing_is_left", "own_hooks"]
