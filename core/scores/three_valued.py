"""Yes, no, and not told (None), brought together."""

from __future__ import annotations

from collections.abc import Iterable


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Return True if one is, False if all are not, None where those not told could decide."""
    found = list(answers)
    if any(found):
        return True
    return None if None in found else False


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Return False if one is not, True if all are, None where those not told could decide."""
    found = list(answers)
    if False in found:
        return False
    return None if None in found else True
