"""What is on record and usually excludes, in words. It stands beside a conclusion and is no part of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.catalogue.concept import Kind, UsualExclusion
from core.chart.entries import Entry, Finding
from core.criteria.scope import Scope
from core.language.phrases import Phrases
from core.screening.screening import Screening
from core.wording.entries import told
from core.wording.telling import Telling


@dataclass(frozen=True, slots=True)
class UsualFact:
    """One such fact in words, with its mark; ``concept`` is what it is recorded as, "" of a treatment."""

    text: str
    mark: UsualExclusion
    concept: str
    is_confidential: bool


def usual_facts(screening: Screening, scope: Scope, phrases: Phrases) -> tuple[UsualFact, ...]:
    """Return what is on record, usually excludes and is not asked by the file, in the order of the screening."""
    telling = Telling(scope, phrases)
    found: list[UsualFact] = []
    for each in screening.usually_excluding:
        entry = screening.chart.by_ref[each.ref]
        concept = getattr(entry, "concept", "")
        found.append(UsualFact(_words(entry, telling), each.mark, concept, told(entry, "", telling).is_confidential))
    return tuple(found)


def usual_line(facts: Iterable[UsualFact], phrases: Phrases) -> str:
    """Return the facts in one line, "" for none."""
    shown = "; ".join(each.text for each in facts)
    return phrases.say("usual-on-record", facts=shown) if shown else ""


def _words(entry: Entry, telling: Telling) -> str:
    """Return what it is and when; of a test also what came out."""
    evidence = told(entry, "", telling)
    concept = telling.scope.catalogue.concept(entry.concept) if isinstance(entry, Finding) else None
    value = evidence.value if concept is not None and concept.kind is Kind.TEST else ""
    name = f"{evidence.label}: {value}" if value else evidence.label
    return ", ".join(part for part in (name, evidence.date) if part)
