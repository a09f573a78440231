"""A limit one step of its last digit lower and higher; the lower of two limits for the higher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from core.criteria.scope import Scope
from core.criteria.values import Amount, Extreme, Multiple, TitreLimit


def mutate(part: object, _scope: Scope) -> Iterator[object]:
    """Yield the limits beside a limit."""
    match part:
        case Amount() | Multiple():
            for step in (-_step(part.number), _step(part.number)):
                if part.number + step > 0:
                    yield replace(part, number=part.number + step)
        case TitreLimit(denominator):
            yield TitreLimit(max(denominator // 2, 1))
            yield TitreLimit(denominator * 2)
        case Extreme():
            yield replace(part, which="higher" if part.which == "lower" else "lower")
        case _:
            return


def _step(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
