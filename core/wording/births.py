"""When a patient was born, in words: the birth date, or between which days where only an age is known."""

from __future__ import annotations

from datetime import date

from core.chart.birth import AgeOn, age_of
from core.language.dates import format_date, format_partial
from core.language.phrases import Phrases
from core.values.duration import TimeUnit, completed_years
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


def age_words(age: AgeOn, on: date, phrases: Phrases) -> str:
    """Return how old somebody is on a day, by an age on another one; "about" where two ages are possible."""
    youngest, oldest = (max(completed_years(born, on), 0) for born in (age.birth.last, age.birth.first))
    return phrases.say("birth-age" if youngest == oldest else "birth-age-about", years=youngest)


def born_words(written: str, age: AgeOn | None, on: date, phrases: Phrases) -> str:
    """Return in few words when somebody was born, else how old they are on a day; "" where nobody knows."""
    if written:
        return format_partial(written, phrases.language)
    return "" if age is None else age_words(age, on, phrases)


def whose_birth(written: str, age: AgeOn | None, on: date, phrases: Phrases) -> str:
    """Return the same as it stands behind a name in a sentence."""
    if not written and age is None:
        return phrases.say("birth-not-recorded")
    words = born_words(written, age, on, phrases)
    return phrases.say("birth-born", date=words) if written else phrases.say("birth-old", age=words)
