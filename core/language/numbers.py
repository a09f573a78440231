"""Numbers as they are written in each language, digit for digit as they were given."""

from __future__ import annotations

from decimal import Decimal

from babel import UnknownLocaleError
from babel.numbers import get_decimal_symbol

from core.errors import KriterionError


def format_number(value: Decimal, language: str) -> str:
    """Return ``value`` with its own digits and the language's decimal sign, without grouping.

    ``2.50`` stays ``2.50`` (``2,50`` in German): trailing zeros say how exactly it was measured. Raises
    KriterionError for what is not a finite number and for an unknown language.
    """
    if not value.is_finite():
        raise KriterionError(f"{value} is not a number that can be shown")
    try:
        sign = get_decimal_symbol(language)
    except (UnknownLocaleError, ValueError) as error:
        raise KriterionError(f"there is no way to write numbers in '{language}'") from error
    return format(value, "f").replace(".", sign)
