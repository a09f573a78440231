"""ICAHT of the daily lowest counts: early and late grade, and the days of the episode that made the early one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from core.scores.answering import answered
from core.scores.formulas.icaht import EARLY_LAST, severe_episode
from core.scores.given import Json
from core.scores.shipped import definition_of

ICAHT = "icaht"
_PER_MICROLITRE = 1000

Range = tuple[int, int]
Counts = Mapping[int, tuple[Fraction, Fraction]]
"""Of each day the least and the most its lowest count can be, in 10^9/L."""


@dataclass(frozen=True, slots=True)
class Haematotoxicity:
    """Grades as ranges, None where no count says anything of the time. ``episode``: its first and last day as seen."""

    early: Range | None = None
    late: Range | None = None
    episode: tuple[int, int] | None = None

    @property
    def days(self) -> int:
        """How long the episode was."""
        return 0 if self.episode is None else self.episode[1] - self.episode[0] + 1


def neutrophils(counts: Counts) -> Haematotoxicity:
    """Return ICAHT of neutrophils by day."""
    low, high = _ends("daily_min_anc_per_uL", counts, _PER_MICROLITRE)
    least = {day: most * _PER_MICROLITRE for day, (_, most) in counts.items()}
    limit = definition_of(ICAHT).limits["severe"]
    early = _range(low, high, "early") if _has_early(counts) else None
    return Haematotoxicity(early, _range(low, high, "late"), severe_episode(least, limit, EARLY_LAST))


def platelets(counts: Counts) -> Haematotoxicity:
    """Return T-ICAHT of platelets by day."""
    low, high = _ends("daily_min_plt_per_nL", counts, 1)
    early = _range(low, high, "t_early") if _has_early(counts) else None
    return Haematotoxicity(early, _range(low, high, "t_late"))


def _has_early(counts: Counts) -> bool:
    return any(0 <= day <= EARLY_LAST for day in counts)


def _ends(name: str, counts: Counts, factor: int) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """Return what the formula says where every count is the most it can be, and where it is the least: more severe."""
    told: list[Mapping[str, object]] = []
    for end in (1, 0):
        daily: dict[str, Json] = {str(day): ends[end] * factor for day, ends in counts.items() if day >= 0}
        told.append(answered(ICAHT, {name: daily}).output if daily else {})
    return told[0], told[1]


def _range(low: Mapping[str, object], high: Mapping[str, object], name: str) -> Range | None:
    """Return the least of the one and the most of the other."""
    least, most = _number(low, name, "min"), _number(high, name, "max")
    return None if least is None or most is None else (least, most)


def _number(output: Mapping[str, object], name: str, end: str) -> int | None:
    for key in (name, f"{name}_{end}"):
        found = output.get(key)
        if isinstance(found, int):
            return found
    return None
