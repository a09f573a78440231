"""Equivalents of glucocorticoids: mg that equal 5 mg of prednisone (standard pharmacology tables)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

PREDNISONE = Fraction(5)
EQUIVALENTS: Mapping[str, Fraction] = MappingProxyType(
    {
        "prednisone": Fraction(5),
        "prednisolone": Fraction(5),
        "methylprednisolone": Fraction(4),
        "triamcinolone": Fraction(4),
        "hydrocortisone": Fraction(20),
        "cortisone_acetate": Fraction(25),
        "dexamethasone": Fraction(3, 4),
        "betamethasone": Fraction(3, 4),
        "deflazacort": Fraction(6),
    }
)
