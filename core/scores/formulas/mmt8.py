"""MMT-8. Rider LG et al. Arthritis Care Res 2010;62:465-72."""

from __future__ import annotations

from collections.abc import Mapping

from core.language.said import said
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError
from core.scores.shipped import definition_of

SIDES = ("right", "left")


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """A side may be told as a list of its seven muscles in their order, or all of both sides at once."""
    muscles = [each.id.removeprefix("right_") for each in definition_of("mmt8").items if each.group == "right"]
    named: dict[str, Json] = {key: value for key, value in written.items() if key not in (*SIDES, "all_bilateral")}
    for side in SIDES:
        told = written.get(side, [written["all_bilateral"]] * len(muscles) if "all_bilateral" in written else None)
        if told is None:
            continue
        if isinstance(told, dict):
            named |= {f"{side}_{muscle}": grade for muscle, grade in told.items()}
        elif isinstance(told, list) and len(told) == len(muscles):
            named |= {f"{side}_{muscle}": grade for muscle, grade in zip(muscles, told, strict=True)}
        else:
            message = said("wanted: {number} muscles", number=str(len(muscles)))
            raise RefusedError(Refusal(side, message, ", ".join(muscles)))
    return named


def compute(given: Given) -> Outputs:
    """Return the total of the dominant side and that of both."""
    return {
        "unilateral": given.total("axial") + given.total(given.word("dominant")),
        "bilateral": given.total(),
        "valid": True,
    }
