"""Who is spoken to, and what the plan holds in plain words.

A child is spoken of to the parents, an adult directly. An activity without plain words is told by its label: what
has to be done is never left out because nobody wrote the words for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.documents.blocks import Block, Document, PaperWords, PatientLine
from core.documents.monitoring_plan import PaperOptions
from core.documents.monitoring_plan.paper import born_words, paper_marks, schedules_line
from core.follow_up.plan import Held, Plan, Planned
from core.follow_up.schedule import TOLD_AS_HELD, TOLD_AT_VISITS
from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.values.duration import completed_years
from core.wording.plan_words import Wording

_OF_AGE = 18


@dataclass(frozen=True, slots=True)
class Told:
    """What happens in any case, and what happens only perhaps."""

    certain: tuple[str, ...]
    perhaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Says phrases of the family to whom the paper speaks: ``child`` (its parents) or ``adult``."""

    phrases: Phrases
    who: str
    wording: Wording

    @staticmethod
    def of(plan: Plan, on: date, phrases: Phrases) -> Telling:
        """Return the one for a patient; who may be of age is spoken to directly."""
        birth = plan.chart.birth
        is_child = birth is not None and completed_years(birth.first, on) < _OF_AGE
        return Telling(phrases, "child" if is_child else "adult", Wording(phrases))

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of the family by its name without ``family-``."""
        return self.phrases.say(f"family-{phrase}", who=self.who, **arguments)

    def told(self, items: Iterable[Planned]) -> Told:
        """Return what the activities of a contact are, each once, in one order."""
        places: dict[str, int] = {}
        certain: dict[str, bool] = {}
        for item in items:
            for place, words in self._visit_words(item):
                places.setdefault(words, place)
                certain[words] = certain.get(words, False) or item.is_certain
        ordered = sorted(places, key=lambda words: places[words])
        return Told(
            tuple(words for words in ordered if certain[words]),
            tuple(words for words in ordered if not certain[words]),
        )

    def held(self, item: Planned) -> tuple[str, ...]:
        """Return what has to be kept to, in sentences."""
        if not item.family:
            return (self.wording.text(item.label),)
        return tuple(self.say(f"held-{each}") for each in item.family if each in TOLD_AS_HELD)

    def _visit_words(self, item: Planned) -> tuple[tuple[int, str], ...]:
        if not item.family:
            return ((len(TOLD_AT_VISITS), self.wording.text(item.label)),)
        return tuple(
            (TOLD_AT_VISITS.index(each), self.say(f"visit-{each}")) for each in item.family if each in TOLD_AT_VISITS
        )


def held_as(plan: Plan, kind: str) -> tuple[Held, ...]:
    """Return every stretch of days for which the family is told a precaution."""
    return tuple(each for each in plan.held if kind in each.item.family)


def family_paper(
    plan: Plan, telling: Telling, options: PaperOptions, kind: str, blocks: tuple[Block, ...], scale: float = 1.0
) -> Document:
    """Return a paper for the family (``sheet`` or ``card``): patient and basis stand on every page."""
    phrases, wording, chart = telling.phrases, telling.wording, plan.chart
    return Document(
        title=telling.say(f"{kind}-title"),
        language=phrases.language,
        printed_at=options.printed_at,
        patient=PatientLine(chart.name, born_words(plan, wording), chart.shown_number),
        words=PaperWords(wording.say("page", page="{page}", pages="{pages}"), wording.say("escaped-signs")),
        header_left=options.clinic or wording.say("clinic-not-given"),
        header_right=phrases.say(f"documents-{kind}"),
        blocks=blocks,
        footer=(
            phrases.say("report-footer-decision"),
            schedules_line(plan, wording),
            phrases.say(
                "letter-printed", instant=format_partial(options.printed_at, phrases.language), program=options.program
            ),
        ),
        marks=paper_marks(plan, wording),
        body_scale=scale,
    )
