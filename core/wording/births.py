"""When a patient was born, in words: the birth date, or between which days where only an age is known."""

from __future__ import annotations

from core.chart.birth import age_of
from core.language.dates import format_date, format_partial
from core.language.phrases import Phrases
from core.values.duration import TimeUnit
from core.values.partial_date import PartialDate


def birth_words(birth: PartialDate, phrases: Phrases) -> str:
    """Return what stands behind "born"."""
    age = age_of(birth)
    if age is None:
        return format_partial(birth.text, phrases.language)
    first, last = (format_date(day, phrases.language) for day in (birth.first, birth.last))
    on = format_partial(age.on.text, phrases.language)
    if age.unit is TimeUnit.MONTH:
        return phrases.say("birth-between-months", first=first, last=last, months=age.count, date=on)
    return phrases.say("birth-between", first=first, last=last, years=age.count, date=on)
