"""What both tables of ICANS share: arousal, seizure, motor findings, oedema. Lee DW et al. 2019."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from core.scores.given import Given, Json

SEIZURE: Mapping[str, int] = {"none": 0, "resolved": 3, "prolonged": 4}
MOTOR: Mapping[str, int] = {"none": 0, "deep_focal_weakness": 4}
EDEMA: Mapping[str, int] = {"none": 0, "focal": 3, "diffuse": 4}
AROUSAL: Mapping[str, int] = {"spontaneous": 0, "voice": 2, "tactile": 3, "unarousable": 4}
DEATH = 5
OTHER_WORDS: Mapping[str, str] = {
    "generalized_resolved": "resolved",
    "generalised_resolved": "resolved",
    "brief": "resolved",
    "focal_resolved": "resolved",
    "nonconvulsive_resolved": "resolved",
    "non_convulsive_resolved": "resolved",
    "repetitive": "prolonged",
    "status": "prolonged",
    "status_epilepticus": "prolonged",
    "hemiparesis": "deep_focal_weakness",
    "paraparesis": "deep_focal_weakness",
    "stupor": "unarousable",
    "coma": "unarousable",
    "awake": "spontaneous",
}


def findings_told(written: Mapping[str, Json], tool: str) -> Mapping[str, Json]:
    """Return the findings in the words of the table: ``awake``, ``unarousable``, a tool that is not possible."""
    told: dict[str, Json] = {
        name: OTHER_WORDS.get(value.lower().replace(" ", "_").replace("-", "_"), value)
        if isinstance(value, str) and name in ("arousal", "seizure", "motor", "edema", "oedema", "raised_icp")
        else value
        for name, value in written.items()
    }
    told.pop("awake", None)
    if told.pop("unarousable", None) is True:
        told["arousal"] = "unarousable"
    if told.get(tool) == "unable":
        told[tool] = Decimal(0)
        told["arousal"] = "unarousable"
    if isinstance(told.get("motor"), bool):
        told["motor"] = "deep_focal_weakness" if told["motor"] else "none"
    return told


def worst_finding(given: Given) -> int:
    """Return the grade of the worst finding, the tool left out."""
    return max(
        AROUSAL[given.word("arousal")],
        SEIZURE[given.word("seizure")],
        MOTOR[given.word("motor")],
        EDEMA[given.word("edema")],
    )
