"""Dates of a patient file: written one way, in order, not before the birth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Scalar
from core.values.partial_date import PartialDate, parse_partial_date

UNKNOWN = "unknown"
"""What stands for a date nobody knows."""

BEFORE_BIRTH = "before-birth"
"""The code of a problem with a day before the patient was born."""

_HINT = "write 2026-11-20, 2026-11 or 2026"
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")


def read_moment(fields: Fields, key: str) -> PartialDate | None:
    """Return the date at ``key`` as far as it is known; ``unknown`` is none."""
    scalar = fields.scalar(key)
    if scalar is None or scalar.text == UNKNOWN:
        return None
    return moment_of(fields, key, scalar)


def moment_of(fields: Fields, key: str, scalar: Scalar) -> PartialDate | None:
    """Return the date a text writes, or None after a problem."""
    moment = parse_partial_date(scalar.text)
    if moment is None:
        fields.report(
            scalar.span, "date", said("'{key}' is '{text}', not a date", key=key, text=scalar.text), _meant(scalar.text)
        )
    return moment


def _meant(text: str) -> str:
    """Return the date in our order where a text holds one in another; day and month are never guessed."""
    day_first, year_first = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
    parts: Sequence[str | None] = ()
    if day_first is not None:
        parts = (day_first[3], day_first[2], day_first[1])
    elif year_first is not None:
        parts = year_first.groups()
    written = "-".join(part.zfill(2) for part in parts if part is not None)
    if parse_partial_date(written) is not None:
        return said("write {what}", what=written)
    return said("there is no such day; {hint}", hint=_HINT) if written else _HINT


def one_written(fields: Fields, names: Sequence[str]) -> str | None:
    """Return the one of several keys for the same thing that is written; a second one is a problem."""
    for name in names:
        fields.tree(name)  # asked for: a second one says the same, and is no unknown key besides
    written = [name for name in names if fields.written.get(name) is not None]
    if len(written) > 1:
        message = said("'{written}' and '{written2}' say the same", written=written[0], written2=written[1])
        fields.report(fields.span_of(written[1]), "twice", message, "keep one of them")
    return written[0] if written else None


def errors_in(fields: Fields) -> int:
    """Return the number of errors noted so far that take an entry away: no warning, and not that it is before birth.

    Of an entry before the birth date either day can be the slip. The file is refused for it; in a record that is being
    corrected the entry stays, since what is left out could be what excludes.
    """
    return sum(problem.is_error and problem.code != BEFORE_BIRTH for problem in fields.problems)


def check_order(
    fields: Fields, first_key: str, first: PartialDate | None, last_key: str, last: PartialDate | None
) -> bool:
    """True unless ``last`` certainly lies before ``first``."""
    if first is None or last is None or last.last >= first.first:
        return True
    message = said(
        "'{last_key}' ({text}) lies before '{first_key}' ({text2})",
        last_key=last_key,
        text=last.text,
        first_key=first_key,
        text2=first.text,
    )
    fields.report(fields.span_of(last_key), "date-order", message, "check both dates")
    return False


def check_birth(fields: Fields, key: str, moment: PartialDate | None, birth: PartialDate | None) -> None:
    """Report what certainly lies before the patient was born."""
    if moment is None or birth is None or moment.last >= birth.first:
        return
    message = said("'{key}' ({text}) lies before the birth date ({text2})", key=key, text=moment.text, text2=birth.text)
    fields.report(fields.span_of(key), BEFORE_BIRTH, message, "check both dates")


def not_before(moment: PartialDate | None, earliest: PartialDate | None) -> PartialDate | None:
    """Return what is left of a date known in part from the first day ``earliest`` can be (language case G46).

    A date that certainly lies before it stays as written: that is a problem of its own.
    """
    if moment is None or earliest is None:
        return moment
    return moment.within(earliest.first, date.max) or moment


def not_after(moment: PartialDate | None, latest: PartialDate | None) -> PartialDate | None:
    """Return what is left of a date known in part up to the last day ``latest`` can be; else as ``not_before``."""
    if moment is None or latest is None:
        return moment
    return moment.within(date.min, latest.last) or moment
