"""Numbers as they are written in each language, digit for digit as they were given."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from babel.numbers import get_decimal_symbol

from core.errors import KriterionError
from core.language.languages import locale_of

_SIGNS = (".", ",")


def format_number(value: Decimal, language: str) -> str:
    """Return ``value`` with its own digits and the language's decimal sign, without grouping.

    ``2.50`` stays ``2.50`` (``2,50`` in German): trailing zeros say how exactly it was measured. Raises
    KriterionError for what is not a finite number and for an unknown language.
    """
    if not value.is_finite():
        raise KriterionError(f"{value} is not a number that can be shown")
    return with_decimal_sign(format(value, "f"), language)


def with_decimal_sign(digits: str, language: str) -> str:
    """Return a number that is written with a point as the language writes it, digit for digit."""
    return digits.replace(".", _decimal_sign(language))


@cache
def _decimal_sign(language: str) -> str:
    """A point or a comma: nothing else is read."""
    sign = get_decimal_symbol(locale_of(language))
    return sign if sign in _SIGNS else "."
