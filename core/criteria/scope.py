"""What the names in one file's conditions mean: the catalogue, and what the file declares for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Aspect, Change
from core.chart.points import POINTS
from core.chart.sections import every_section
from core.criteria.nodes import Condition, Defined, walk
from core.criteria.values import Window
from core.language.languages import ENGLISH
from core.values.duration import Duration
from core.values.merging import merged

TARGET = "target_disease"
"""The name that stands for the file's (or cohort's) own disease and its parts."""

LIST_FRESHNESS: Mapping[str, Duration] = {
    each.id: each.stays_complete for each in every_section() if each.stays_complete is not None
}
"""How long a list that was complete on a day is taken to stay so (the language's own default)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A yes/no question the file asks: of the investigator, the site, the patient or a guardian."""

    id: str
    ask: str
    asked_of: tuple[str, ...]
    valid_for: Duration | None = None
    concerns: tuple[Aspect, ...] = ()

    @property
    def is_for_the_site(self) -> bool:
        """True if only the site can answer: then no answer is deferred, not open."""
        return self.asked_of == ("site",)


@dataclass(frozen=True, slots=True)
class SiteFact:
    """A fact of the site: what it can be, what it is known to be ("" if unknown), and on which day that was seen."""

    id: str
    label: str
    one_of: tuple[str, ...]
    known: str = ""
    ask: str = ""
    seen: str = ""


@dataclass(frozen=True)
class Scope:
    """The catalogue together with one file's own names."""

    catalogue: Catalogue
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    windows: Mapping[str, Duration] = field(default_factory=dict[str, Duration])
    questions: Mapping[str, Question] = field(default_factory=dict[str, Question])
    site: Mapping[str, SiteFact] = field(default_factory=dict[str, SiteFact])
    definitions: Mapping[str, Condition] = field(default_factory=dict[str, Condition])
    definition_names: frozenset[str] = frozenset()
    failed_means: tuple[str, ...] = ()
    targets: frozenset[str] = frozenset()
    anchors: tuple[str, ...] = POINTS
    dosing_intervals: Mapping[str, Duration] = field(default_factory=dict[str, Duration])
    results: Window | None = None
    """Of which days results may be where a sentence names no window; None: the catalogue says how long they stand."""
    language: str = ENGLISH
    """The file's own language, in which it knows its texts."""
    told: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    """By language: by a text of the file, the same in that language."""

    def expanded(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names with the file's groups replaced by their members, in order, each once."""
        seen: dict[str, None] = {}
        for name in names:
            for inner in self.expanded(self.groups[name]) if name in self.groups else (name,):
                seen.setdefault(inner)
        return tuple(seen)

    def drugs(self, names: Iterable[str]) -> frozenset[str]:
        """Return the drugs that drugs, classes and groups stand for."""
        key = tuple(names)
        if key not in self._drugs:
            self._drugs[key] = merged(self.catalogue.drugs_of(name) for name in self.expanded(key))
        return self._drugs[key]

    @cached_property
    def _drugs(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def concepts(self, names: Iterable[str]) -> frozenset[str]:
        """Return the concepts that concepts, classes and groups stand for, the target disease among them."""
        key = tuple(names)
        if key not in self._concepts:
            meant = (
                concept for name in self.expanded(key) for concept in (self.targets if name == TARGET else (name,))
            )
            self._concepts[key] = merged(self.catalogue.concepts_of(concept) for concept in meant)
        return self._concepts[key]

    @cached_property
    def _concepts(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def members(self, name: str) -> tuple[str, ...]:
        """Return the measurements a name stands for: the members of a group or class, else the name itself."""
        found: list[str] = []
        for inner in self.expanded((name,)):
            concept = self.catalogue.concept(inner)
            found.extend(concept.members if concept is not None and concept.members else (inner,))
        return tuple(dict.fromkeys(found))

    def freshness_of_list(self, which: str) -> Duration:
        """Return how long a complete list stays so; a file sets its own as ``windows: {treatment_list: …}``."""
        return self.windows.get(f"{which.removesuffix('s')}_list", LIST_FRESHNESS[which])

    def change_of(self, name: str) -> Change:
        """Return how the value of a concept or the answer to a question can come to be another."""
        concept = self.catalogue.concept(name)
        return Change.BY_REPEATING if concept is None else concept.changes


def opened(condition: Condition, scope: Scope) -> Iterator[Condition]:
    """Yield a condition and everything inside it, what its definitions stand for too."""
    for part in walk(condition):
        yield part
        if isinstance(part, Defined):
            yield from opened(scope.definitions[part.name], scope)
