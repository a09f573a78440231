"""Actions: id, phrase, shortcut, when enabled, what is done. Menus, palette and key sheet come from this one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MENUS = ("menu-file", "menu-edit", "menu-view", "menu-patient", "menu-documents", "menu-rules", "menu-help")
"""The menus in the order in which programs usually have them."""


def always() -> bool:
    """Return True: most actions can always be done."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. ``menu`` is the phrase of the menu it stands in."""

    id: str
    phrase: str
    menu: str
    run: Callable[[], None]
    shortcut: str = ""
    is_enabled: Callable[[], bool] = always
