"""The key of one patient's data set: a pseudonym made by chance, and by how many days their dates are shifted.

Neither follows from anything else: who has no record can not tell whose they are. The record keeps them (section
``pseudonym``), so that a second export calls the patient the same; with an erasure they are gone.
"""

from __future__ import annotations

import secrets
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

_SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Without signs that are read as another one (I, L, O, U, 0, 1)."""
_LENGTH = 10
MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """``code`` stands for the patient; ``shift`` (1 to 365) is by how many days earlier every date is told."""

    code: str
    shift: int

    def shifted(self, day: date) -> date:
        """Return a day as it is told: intervals between two days of a patient stay as they are."""
        return day - timedelta(days=self.shift)


def new_pseudonym(taken: Container[str] = ()) -> Pseudonym:
    """Return a pseudonym that nobody else has."""
    while True:
        code = "P" + "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        if code not in taken:
            return Pseudonym(code, 1 + secrets.randbelow(MOST_DAYS))
