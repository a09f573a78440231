"""The letters after the infusion. Each file declares one as ``LETTER``; a new one is one file and its words."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from core.documents.follow_up_letters.letter import FollowUpLetter


@cache
def every_letter() -> tuple[FollowUpLetter, ...]:
    """Return every letter in its order."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    found: list[FollowUpLetter] = [import_module(f"{__name__}.{name}").LETTER for name in names]
    return tuple(sorted(found, key=lambda letter: letter.order))
