"""How derived entries are marked, and how a chart is again what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.chart.chart import DERIVED, Chart
from core.chart.entries import Episode, Finding
from core.chart.values import Value
from core.values.partial_date import PartialDate


def derived_finding(
    concept: str,
    value: Value,
    parts: Iterable[str],
    on: PartialDate | None = None,
    against: Iterable[Finding] = (),
    qualifiers: frozenset[str] = frozenset(),
) -> Finding:
    """Return a finding that follows from other entries."""
    return Finding(f"{DERIVED}{concept}", concept, value, on, qualifiers, parts=tuple(parts), against=tuple(against))


def is_derived(ref: str) -> bool:
    """True for the ref of an entry nobody recorded."""
    return ref.startswith(DERIVED)


def behind(*entries: Finding | Episode) -> tuple[str, ...]:
    """Return what was recorded of all that entries rest on, each once: of a derived one its parts, not itself."""
    refs = (ref for each in entries for ref in (each.ref, *each.parts) if not is_derived(ref))
    return tuple(dict.fromkeys(refs))


def derived_ref(name: str) -> str:
    """Return the ref of a derived entry."""
    return f"{DERIVED}{name}"


def contradicted(chart: Chart, against: Mapping[str, Finding]) -> Chart:
    """Return the chart with findings (by ref) that something stands against."""
    if not against:
        return chart
    found = tuple(
        replace(each, against=(*each.against, against[each.ref])) if each.ref in against else each
        for each in chart.findings
    )
    return replace(chart, findings=found)


def as_recorded(chart: Chart) -> Chart:
    """Return the chart without anything derived."""
    is_touched = any(is_derived(each.ref) or each.against or each.is_at_most for each in chart.findings)
    if not is_touched and not any(is_derived(each.ref) or each.not_kinds or each.against for each in chart.episodes):
        return chart
    return replace(
        chart,
        findings=tuple(
            replace(each, against=(), is_at_most=False, parts=()) for each in chart.findings if not is_derived(each.ref)
        ),
        episodes=tuple(
            replace(each, not_kinds=frozenset(), parts=(), against=())
            for each in chart.episodes
            if not is_derived(each.ref)
        ),
    )
