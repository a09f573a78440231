"""Whether a disease began in childhood, where the dates decide it; conflicting where it is recorded otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import MAJORITY, Concept
from core.chart.chart import Chart
from core.chart.deriving.marks import contradicted, derived_finding, derived_ref
from core.chart.deriving.newest import says, valued
from core.chart.entries import Episode, Finding
from core.chart.values import Fact, Landmark
from core.values.duration import Duration
from core.values.partial_date import PartialDate
from core.values.truth import Truth


def with_childhood_forms(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with the childhood form of each disease that certainly began before the age its form names.

    One whose first symptom came later is none of childhood. A diagnosis on or after that birthday alone decides
    nothing: the disease may have begun before. A form that is recorded while its first symptom came later is disputed.
    """
    del on
    forms = _Forms(chart, catalogue, chart.birth)
    chart = replace(chart, episodes=tuple(each for episode in chart.episodes for each in forms.seen(episode)))
    return forms.with_fact(chart)


@dataclass(frozen=True, slots=True)
class _Forms:
    """What the dates say. ``began``: what says of a disease that it began before the majority, and that it did not."""

    chart: Chart
    catalogue: Catalogue
    birth: PartialDate | None
    began: dict[Truth, list[str]] = field(default_factory=lambda: {Truth.TRUE: [], Truth.FALSE: []})
    disputed: list[str] = field(default_factory=list[str])

    def seen(self, episode: Episode) -> Iterator[Episode]:
        """Yield a diagnosis as it is seen, and what follows from it."""
        recorded = episode.concept in self.catalogue.childhood_ids
        form = self.catalogue.concept(episode.concept) if recorded else None
        form = form or self.catalogue.childhood_forms.get(episode.concept)
        if form is None or episode.is_suspected:
            yield episode
        elif recorded:
            yield from self._recorded(episode, form)
        else:
            yield from self._computed(episode, form)

    def _computed(self, episode: Episode, form: Concept) -> Iterator[Episode]:
        parts = (episode.ref, *self._symptoms(form))
        self._note(self._began(form, MAJORITY, episode), parts)
        truth, is_disease = self._began(form, form.began_before, episode), episode.concept == form.childhood_form_of
        if is_disease and truth is Truth.FALSE:
            not_kinds = episode.not_kinds | self.catalogue.concepts_of(form.id)
            yield replace(episode, not_kinds=not_kinds, parts=parts[1:])
            return
        yield episode
        if truth is Truth.TRUE or (truth is Truth.UNKNOWN and not is_disease):  # a disease may be its form by itself
            ref, is_open = derived_ref(f"{form.id}/{episode.ref}"), truth is Truth.UNKNOWN
            yield replace(episode, ref=ref, concept=form.id, text=form.id, is_suspected=is_open, parts=parts)

    def _recorded(self, episode: Episode, form: Concept) -> Iterator[Episode]:
        """Yield a form as it was recorded; what is disputed of it is that it began so early, not the disease.

        Where the disease does not hold its childhood form, which of both it is remains disputed.
        """
        self._note(Truth.TRUE, (episode.ref,))
        symptoms = self._symptoms(form)
        if self._began(form, MAJORITY) is Truth.FALSE:
            self._note(Truth.FALSE, symptoms)
            self.disputed.append(episode.ref)
        if self._began(form, form.began_before) is not Truth.FALSE:
            yield episode
            return
        disease, parts = form.childhood_form_of, (episode.ref, *symptoms)
        not_kinds, ref = self.catalogue.concepts_of(form.id), derived_ref(f"{disease}/{episode.ref}")
        against = () if form.id in self.catalogue.concepts_of(disease) else (episode.ref,)
        yield replace(episode, against=symptoms)
        yield replace(
            episode, ref=ref, concept=disease, text=disease, not_kinds=not_kinds, parts=parts, against=against
        )

    def _note(self, truth: Truth, refs: Iterable[str]) -> None:
        if truth.is_known:
            self.began[truth] += refs

    def _symptoms(self, form: Concept) -> tuple[str, ...]:
        return tuple(each.ref for each in self.chart.of(form.first_symptom))

    def _began(self, form: Concept, before: Duration, episode: Episode | None = None) -> Truth:
        """Answer whether a disease began before an age; without the diagnosis as its first symptom says alone."""
        if self.birth is None:
            return Truth.UNKNOWN
        first, last = before.after(self.birth.first), before.after(self.birth.last)
        found = self.chart.of(form.first_symptom)
        symptoms = [each.value.on for each in found if isinstance(each.value, Landmark)]
        known = [*symptoms, *([] if episode is None or episode.onset is None else [episode.onset])]
        if any(moment.last < first for moment in known):
            return Truth.TRUE
        if symptoms and all(moment.first >= last for moment in symptoms):
            return Truth.FALSE
        return Truth.UNKNOWN

    # --- the fact

    def with_fact(self, chart: Chart) -> Chart:
        """Say it as a fact too, where all diseases of which it is known agree; recorded otherwise it is conflicting."""
        concept = self.catalogue.by_role.get("childhood_onset")
        if concept is None:
            return chart
        yes, no = (self._fact(concept, truth) for truth in (Truth.TRUE, Truth.FALSE))
        if yes is not None and no is not None:
            fact = replace(yes, against=(no,)) if self.disputed else None  # else of two diseases each has its own
        else:
            fact = yes or no
        recorded = valued(chart, concept)
        if fact is None or not recorded:
            return chart if fact is None else replace(chart, findings=(*chart.findings, fact))
        sides = (fact, *fact.against)
        return contradicted(
            chart, {each.ref: side for side in sides for each in recorded if says(each) is not says(side)}
        )

    def _fact(self, concept: Concept, truth: Truth) -> Finding | None:
        parts = self.began[truth]
        return derived_finding(concept.id, Fact(truth is Truth.TRUE), parts) if parts else None
