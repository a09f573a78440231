"""What is said around a map of the body, the same on screen and paper: views, sides, sites, legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.language.languages import in_language
from core.language.phrases import Phrases
from core.scores.body_map import NOT_EXAMINED_SIGN, SIDES, BodyMap, Seen, shades
from core.scores.definition import Definition


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One look of a region with what it means. ``shade`` None: open, or hatched where nobody examined it."""

    shade: int | None
    told: str
    words: str
    is_not_examined: bool = False


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words of one map in one language."""

    body: BodyMap
    definition: Definition
    phrases: Phrases

    @property
    def title(self) -> str:
        """What is shown: the score on the body, of several signs the one."""
        name = self.phrases.say("body-map-of", name=in_language(self.definition.label, self.phrases.language))
        return f"{name}: {self.sign}" if self.sign else name

    @property
    def sign(self) -> str:
        """The sign that is shown, "" where there is one alone."""
        return in_language(self.body.sign, self.phrases.language) if self.body.sign else ""

    def label(self, item: str) -> str:
        """Return what an item is called; the side of the patient stands in it."""
        return in_language(self.definition.inputs[item].label, self.phrases.language)

    def view(self, view: str) -> str:
        """Return from where the patient is seen."""
        return self.phrases.say(f"body-{view}")

    def sides(self, view: str) -> tuple[str, str]:
        """Return whose right or left lies at the left and at the right of the picture."""
        one, other = SIDES[view]
        return self.phrases.say(f"body-{one}"), self.phrases.say(f"body-{other}")

    def answer(self, each: Seen) -> str:
        """Return what a region shows, in words."""
        if each.is_not_examined:
            return self.phrases.say("body-not-examined")
        if each.shade is None:
            return self.phrases.say("body-open")
        named = self.body.levels.get(each.told)
        return f"{each.told}, {in_language(named, self.phrases.language)}" if named else each.told

    def legend(self) -> Iterator[LegendEntry]:
        """Yield what each look means: levels by shade, not examined, open."""
        highest = max(int(self.definition.inputs[each.item].highest) for each in self.body.regions)
        for shade, levels in shades(self.body, highest):
            least, most = str(min(levels)), str(max(levels))
            named = self.body.levels.get(least) if least == most else None
            told = least if least == most else f"{least}\N{EN DASH}{most}"
            yield LegendEntry(shade, told, in_language(named, self.phrases.language) if named else "")
        yield LegendEntry(None, NOT_EXAMINED_SIGN, self.phrases.say("body-not-examined"), is_not_examined=True)
        yield LegendEntry(None, "", self.phrases.say("body-open"))
