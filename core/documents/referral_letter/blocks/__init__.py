"""The blocks of the letter. Each file of this folder declares one as ``BLOCK``; a new one is one file and its words."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from core.documents.referral_letter.block import LetterBlock


@cache
def every_block() -> tuple[LetterBlock, ...]:
    """Return every block in the order of reading."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    found: list[LetterBlock] = [import_module(f"{__name__}.{name}").BLOCK for name in names]
    return tuple(sorted(found, key=lambda block: block.order))
