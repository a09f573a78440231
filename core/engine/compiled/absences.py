"""What an asserted absence says where a value is missing."""

from __future__ import annotations

from collections.abc import Iterable

from core.chart.entries import Finding
from core.chart.values import Absence
from core.engine.compiled.judged import NO_REFS, Refs
from core.engine.compiled.newest import newest


def newest_absence(findings: Iterable[Finding]) -> tuple[str, Refs]:
    """Return the word of the newest absence and the entry that says it, "" and none if nothing was said."""
    found = newest([finding for finding in reversed(tuple(findings)) if isinstance(finding.value, Absence)])
    if found is None or not isinstance(found.value, Absence):
        return "", NO_REFS
    return found.value.value, frozenset((found.ref,))
