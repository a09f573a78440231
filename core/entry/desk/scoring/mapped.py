"""The map of a score being asked: the answers of its list where they lie on the body, and the same focus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.entry.desk.scoring.asking import Scoring
from core.entry.desk.scoring.lines import Choice, choices
from core.entry.scoring.answers import is_level
from core.scores.body_map import BodyMap, Seen, seen
from core.scores.body_map_reading import maps_of
from core.scores.body_words import BodyWords, LegendEntry
from core.scores.definition import Input, Kind


@dataclass(frozen=True, slots=True)
class MapState:
    """A map as it is painted. ``spoken`` is each region in words, ``choices`` what a click on it offers."""

    body: BodyMap
    words: BodyWords
    seen: tuple[Seen, ...]
    legend: tuple[LegendEntry, ...]
    spoken: Mapping[str, str]
    choices: Mapping[str, tuple[Choice, ...]]
    current: str = ""


def map_state(scoring: Scoring, current: str) -> MapState | None:
    """Return the map that shows the input that has the focus, else the first; None for a score without one."""
    definition, phrases = scoring.definition, scoring.words.phrases
    maps = maps_of(definition.id)
    if not maps:
        return None
    body = next((each for each in maps if current in each.items), maps[0])
    words, regions = BodyWords(body, definition, phrases), seen(body, definition, scoring.answers.given)
    items = [each.region.item for each in regions]
    return MapState(
        body,
        words,
        regions,
        tuple(words.legend()),
        {each.region.item: f"{words.label(each.region.item)}: {words.answer(each)}" for each in regions},
        {name: _choices(scoring, definition.inputs[name]) for name in items},
        current,
    )


def _choices(scoring: Scoring, asked: Input) -> tuple[Choice, ...]:
    """Return what a click offers: the answers of the list, and each level of what is typed there."""
    own = choices(scoring, asked)
    if asked.kind is not Kind.WHOLE or is_level(asked) or asked.possible is None:
        return own
    low, high = (int(each) for each in asked.possible)
    levels = map(str, range(low, high + 1))
    return (*(Choice(level, level, level, level) for level in levels), *own)
