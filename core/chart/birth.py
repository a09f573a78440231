"""When somebody was born of whom only an age on a day is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.values.duration import Duration, TimeUnit
from core.values.partial_date import PartialDate, parse_partial_date

_WRITTEN = re.compile(r"(\d{1,3}) years on (\S+)")


@dataclass(frozen=True, slots=True)
class AgeOn:
    """So many completed years on a day, as far as the day is known."""

    years: int
    on: PartialDate

    @property
    def birth(self) -> PartialDate:
        """The days on which somebody of this age can have been born; the text says the age and its day."""
        oldest = Duration(self.years + 1, TimeUnit.YEAR).before(self.on.first)
        first = oldest if oldest == date.min else oldest + timedelta(days=1)
        last = Duration(self.years, TimeUnit.YEAR).before(self.on.last)
        return PartialDate(first, last, f"{self.years} years on {self.on.text}")


def age_of(birth: PartialDate) -> AgeOn | None:
    """Return the age that a birth was told by, None where a birth date was."""
    match = _WRITTEN.fullmatch(birth.text)
    on = None if match is None else parse_partial_date(match[2])
    return None if match is None or on is None else AgeOn(int(match[1]), on)
