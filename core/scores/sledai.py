"""What other scores take from the SLEDAI-2K: its clinical part, and which items speak of a major organ."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from core.language.said import said
from core.scores.definition import Input
from core.scores.given import Json, Refusal, RefusedError
from core.scores.numbers import exact
from core.scores.shipped import definition_of

SLEDAI = "sledai_2k"
_SEROLOGY = "serology"
_MAJOR = frozenset({"renal", "central_nervous", "vascular", "serosal"})
_MAJOR_ITEMS = frozenset({"fever"})


def items_named(names: Json | None) -> list[Input]:
    """Return the items of a list of names. Raises RefusedError for a name that is none."""
    definition = definition_of(SLEDAI)
    found: list[Input] = []
    for name in names if isinstance(names, list) else []:
        item = definition.named(str(name))
        if item is None or not item.is_item:
            raise RefusedError(
                Refusal("items", said("'{score}' does not ask for '{key}'", score=SLEDAI, key=str(name)))
            )
        found.append(item)
    return found


def clinical_of(total: Json | None, names: Json | None) -> Json:
    """Return the total without its serological items; None where the items do not say it.

    Raises RefusedError where the items named add up to something else than the total.
    """
    items = items_named(names)
    added = sum((each.weight for each in items), Fraction(0))
    told = exact(total)
    if total is not None and isinstance(names, list) and told != added:
        message = said("the items add up to {number}, not to '{value}'", number=str(added), value=str(total))
        raise RefusedError(Refusal(SLEDAI, message, "write every item that is present"))
    if told == 0 or isinstance(names, list):
        clinical = added - sum((each.weight for each in items if _SEROLOGY in each.groups), Fraction(0))
        return Decimal(int(clinical))
    return None


def names_a_major_organ(names: Json | None) -> bool:
    """True if an item speaks of kidney, brain, heart and lung, vessels, or fever."""
    return any(_MAJOR & each.groups or each.id in _MAJOR_ITEMS for each in items_named(names))
