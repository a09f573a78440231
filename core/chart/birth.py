"""When somebody was born of whom only an age on a day is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.values.duration import Duration, TimeUnit, completed_years
from core.values.partial_date import PartialDate, parse_partial_date

_WRITTEN = re.compile(r"(\d{1,4}) (year|month)s? on (\S+)")
_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class AgeOn:
    """So many completed years on a day, of a small child months, as far as the day is known."""

    count: int
    on: PartialDate
    unit: TimeUnit = TimeUnit.YEAR

    @property
    def years(self) -> int:
        """The completed years."""
        return self.count if self.unit is TimeUnit.YEAR else self.count // _IN_A_YEAR

    @property
    def text(self) -> str:
        """The age alone, as a patient file writes it."""
        return str(Duration(self.count, self.unit))

    @property
    def birth(self) -> PartialDate:
        """The days on which somebody of this age can have been born; the text says the age and its day."""
        oldest = Duration(self.count + 1, self.unit).before(self.on.first)
        first = oldest if oldest == date.min else oldest + timedelta(days=1)
        last = Duration(self.count, self.unit).before(self.on.last)
        return PartialDate(first, last, f"{self.text} on {self.on.text}")


def age_of(birth: PartialDate) -> AgeOn | None:
    """Return the age that a birth was told by, None where a birth date was."""
    match = _WRITTEN.fullmatch(birth.text)
    on = None if match is None else parse_partial_date(match[3])
    return None if match is None or on is None else AgeOn(int(match[1]), on, TimeUnit(match[2]))


def born(written: PartialDate | None, age: AgeOn | None) -> PartialDate | None:
    """Return the days on which somebody can have been born of whom a birth date, an age or both are known.

    A birth date known to the year is narrowed by the age. None where nothing is known, and where they contradict.
    """
    if age is None or written is None:
        return written if age is None else age.birth
    return written.within(age.birth.first, age.birth.last)


def years_on(birth: PartialDate, on: date) -> int | None:
    """Return the completed years on a day where every day of birth that is possible gives the same."""
    youngest, oldest = completed_years(birth.last, on), completed_years(birth.first, on)
    return youngest if 0 <= youngest == oldest else None
