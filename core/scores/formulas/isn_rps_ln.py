"""ISN/RPS classes and modified NIH indices. Weening JJ 2004; Bajema IM et al. Kidney Int 2018;93:789-96."""

from __future__ import annotations

from collections.abc import Iterator

from core.scores.given import Given, OpenInputError, Outputs, Result


def compute(given: Given) -> Outputs:
    """Return the class that the biopsy's shares say, and both indices."""
    return {
        "class": _class(given),
        "activity_index": _index(given, "activity"),
        "chronicity_index": _index(given, "chronicity"),
    }


def _index(given: Given, group: str) -> Result:
    asked = [each for each in given.definition.items if each.group == group]
    return given.total(group) if all(given.has(each.id) for each in asked) else None


def _class(given: Given) -> Result:
    try:
        return "+".join(_parts(given)) or None
    except OpenInputError:
        return None


def _parts(given: Given) -> Iterator[str]:
    sclerosed = given.maybe("globally_sclerosed_pct")
    if sclerosed is not None and sclerosed >= given.limit("sclerosed"):
        yield "VI"
        return
    affected, is_membranous = given.number("affected_glomeruli_pct"), given.flag("membranous")
    if affected > 0:
        yield "IV" if affected >= given.limit("diffuse") else "III"
    if is_membranous:
        yield "V"
    elif affected == 0 and given.has("mesangial"):
        yield from {"minimal": ("I",), "proliferative": ("II",)}.get(given.word("mesangial"), ())
