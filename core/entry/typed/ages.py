"""Ages on a day as they are typed: ``15``, ``15 years @ 3 May 2024``, ``7 Monate``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from core.chart.birth import AgeOn
from core.entry.statement import Plain
from core.entry.typed.dates import read_past_date, shown_date
from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import parse_partial_date
from core.values.quantity import parse_quantity
from core.vocabulary.asking import meanings, pattern, shown
from core.vocabulary.vocabulary import Matter

_YEAR, _MONTH = TimeUnit.YEAR, TimeUnit.MONTH
_UNITS: Mapping[str, TimeUnit] = {"year": _YEAR, "month": _MONTH}


def read_age(text: str, typing: Typing) -> Typed:
    """Return what a text says of the age on a day; without a day it is of the day that values are of."""
    written = " ".join(text.split())
    if not written:
        return Empty()
    age, day = (*re.split(_of_a_day(), written, maxsplit=1, flags=re.IGNORECASE), "")[:2]
    match = re.fullmatch(_typed(), age.casefold())
    unit = None if match is None else _unit(match[2], typing.language)
    if match is None or unit is None:
        return Refused(Phrase("entry-no-age", {"text": age}))
    length = Duration(int(match[1]), unit)
    on = _day(day, length, typing)
    if not isinstance(on, str):
        return on
    content: dict[str, Plain] = {"value": str(length), "date": on}
    return Understood(content, born_words(content, typing.language))


def _day(day: str, age: Duration, typing: Typing) -> str | Typed:
    """An age without a day says nothing; what was understood of the text stands in every offer."""
    bare = replace(typing, birth=None)  # whether the birth date agrees is said of both together
    read = read_past_date(day or typing.on, bare)
    if isinstance(read, TwoReadings | Refused):
        shown = _shown(age, typing.language)
        return replace(read, offers=tuple(Offer(f"{shown} @ {offer.text}") for offer in read.offers))
    if isinstance(read, Understood) and isinstance(read.content, str):
        return read.content
    return Refused(Phrase("entry-age-of-no-day"))


def age_text(content: Plain, language: str) -> str:
    """Return the text of an age with its day: it reads back as the age."""
    age = age_written(content)
    if age is None:
        return ""
    return f"{_shown(Duration(age.count, age.unit), language)} @ {shown_date(age.on.text, language)}"


def born_words(content: Plain, language: str) -> tuple[Phrase, ...]:
    """Return between which days somebody of this age was born."""
    age = age_written(content)
    if age is None:
        return ()
    first, last = (shown_date(day.isoformat(), language) for day in (age.birth.first, age.birth.last))
    return (Phrase("entry-born-between", {"first": first, "last": last}),)


def age_written(content: Plain) -> AgeOn | None:
    """Return the age that the content of a statement writes."""
    value, day = (content.get("value"), content.get("date")) if isinstance(content, dict) else (None, None)
    quantity = parse_quantity(value) if isinstance(value, str) else None
    unit = None if quantity is None else _unit(quantity.unit)
    on = parse_partial_date(day) if isinstance(day, str) else None
    if quantity is None or unit is None or quantity.amount.low is None or not quantity.amount.is_exact or on is None:
        return None
    return AgeOn(int(quantity.amount.low), on, unit)


def _shown(age: Duration, language: str) -> str:
    word = age.unit.value if age.count == 1 else f"{age.unit.value}s"
    return f"{age.count} {shown(Matter.TYPED, 'times', language)[word]}"


def _unit(text: str, language: str = "") -> TimeUnit | None:
    """A number alone is of years; a unit that two languages mean differently is none."""
    if not text:
        return _YEAR
    meant = meanings(Matter.TYPED, "ages", language).get(text, ())
    return _UNITS[meant[0]] if len(meant) == 1 else None


def _typed() -> str:
    return rf"(\d{{1,4}})\s*([^\W\d]*)\.?(?:\s+{pattern(Matter.TYPED, 'old')})?"


def _of_a_day() -> str:
    return rf"\s*@\s*|\s+{pattern(Matter.TYPED, 'age_on')}\s+"
