"""Ages as a registry writes them: "18 Years", "6 Months", or groups."""

from __future__ import annotations

import re

from core.values.duration import Duration, TimeUnit

_WRITTEN = re.compile(r"(\d{1,3}) (Year|Month|Week|Day)s?", re.IGNORECASE)
_UNITS = {"year": TimeUnit.YEAR, "month": TimeUnit.MONTH, "week": TimeUnit.WEEK, "day": TimeUnit.DAY}
_NONE = frozenset({"", "n/a", "na"})
_ADULT, _LAST_ADULT = Duration(18, TimeUnit.YEAR), Duration(64, TimeUnit.YEAR)
_LAST_CHILD = Duration(17, TimeUnit.YEAR)
_OLDER = Duration(65, TimeUnit.YEAR)
_FIRST = {"CHILD": None, "ADULT": _ADULT, "OLDER_ADULT": _OLDER}
_LAST = {"CHILD": _LAST_CHILD, "ADULT": _LAST_ADULT, "OLDER_ADULT": None}
"""Groups of ClinicalTrials.gov: child to 17, adult 18 to 64, older adult from 65 completed years."""


def read_age(text: str) -> tuple[bool, Duration | None]:
    """Return whether a limit was understood, and the age; None where there is no limit."""
    plain = text.strip()
    if plain.casefold() in _NONE:
        return True, None
    found = _WRITTEN.fullmatch(plain)
    if found is None:
        return False, None
    return True, Duration(int(found[1]), _UNITS[found[2].casefold()])


def age_groups(text: str) -> tuple[Duration | None, Duration | None]:
    """Return the youngest and the oldest of groups of ages; None where they have no limit."""
    groups = [name for name in (part.strip().upper() for part in text.split(",")) if name in _FIRST]
    if not groups:
        return None, None
    return (
        None if "CHILD" in groups else _FIRST[groups[0]],
        None if "OLDER_ADULT" in groups else _LAST[groups[-1]],
    )
