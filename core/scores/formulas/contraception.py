"""Contraception: the longest of the labels and the protocol (US labels, memory)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from core.scores.given import Given, OpenInputError, Outputs
from core.values.duration import Duration, TimeUnit

LENGTHS: Mapping[str, Mapping[str, Duration]] = {
    "cyclophosphamide_last": {"F": Duration(1, TimeUnit.YEAR), "M": Duration(4, TimeUnit.MONTH)},
    "fludarabine_last": {"F": Duration(6, TimeUnit.MONTH), "M": Duration(6, TimeUnit.MONTH)},
    "mycophenolate_last": {"F": Duration(6, TimeUnit.WEEK), "M": Duration(90, TimeUnit.DAY)},
    "methotrexate_last": {"F": Duration(6, TimeUnit.MONTH), "M": Duration(3, TimeUnit.MONTH)},
}


def compute(given: Given) -> Outputs:
    """Return the latest day and what it comes from."""
    ends = list(_ends(given))
    if not ends:
        raise OpenInputError("infusion")
    until, by = max(ends)
    return {"until": until, "by": by}


def _ends(given: Given) -> Iterator[tuple[date, str]]:
    sex = given.word("sex")
    for name, lengths in LENGTHS.items():
        if given.has(name):
            yield lengths[sex].after(given.day(name)), name
    months = given.maybe("protocol_months")
    if months and not given.has("infusion"):
        raise OpenInputError("infusion")
    if months:
        yield Duration(int(months), TimeUnit.MONTH).after(given.day("infusion")), "protocol_months"
