"""Dates of a patient file."""

from __future__ import annotations

from core.source_text.fields import Fields
from core.source_text.tree import Scalar
from core.values.partial_date import PartialDate, parse_partial_date

_HINT = "write 2026-11-20, 2026-11 or 2026"


def read_moment(fields: Fields, key: str) -> PartialDate | None:
    """Return the date at ``key`` as far as it is known; ``unknown`` is none."""
    scalar = fields.scalar(key)
    if scalar is None or scalar.text == "unknown":
        return None
    return moment_of(fields, key, scalar)


def moment_of(fields: Fields, key: str, scalar: Scalar) -> PartialDate | None:
    """Return the date a text writes, or None after a problem."""
    moment = parse_partial_date(scalar.text)
    if moment is None:
        fields.report(scalar.span, "date", f"'{key}' is '{scalar.text}', not a date", _HINT)
    return moment


def check_order(
    fields: Fields, first_key: str, first: PartialDate | None, last_key: str, last: PartialDate | None
) -> bool:
    """True unless ``last`` certainly lies before ``first``."""
    if first is None or last is None or last.last >= first.first:
        return True
    message = f"'{last_key}' ({last.text}) lies before '{first_key}' ({first.text})"
    fields.report(fields.span_of(last_key), "date-order", message, "check both dates")
    return False
