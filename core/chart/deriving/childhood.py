"""Whether a disease began in childhood, where the dates decide it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.deriving.marks import derived_finding, derived_ref
from core.chart.entries import Episode
from core.chart.values import Fact, Landmark
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import PartialDate
from core.values.truth import Truth

_GROWN_UP = Duration(18, TimeUnit.YEAR)


def with_childhood_forms(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with the childhood form of each disease that certainly began before the 18th birthday.

    One whose first symptom came later is none of childhood. A diagnosis on or after the 18th birthday alone decides
    nothing: the disease may have begun before.
    """
    del on
    birth = chart.birth
    if birth is None:
        return chart
    began: dict[bool, list[str]] = {True: [], False: []}
    episodes: list[Episode] = []
    for episode in chart.episodes:
        form = catalogue.childhood_forms.get(episode.concept)
        truth = Truth.UNKNOWN if form is None or episode.is_suspected else _began(form, episode, birth, chart)
        if form is None or truth is Truth.UNKNOWN:
            episodes.append(episode)
            continue
        parts = (episode.ref, *(each.ref for each in chart.of(form.first_symptom)))
        began[truth is Truth.TRUE] += parts
        if truth is Truth.TRUE:
            ref = derived_ref(f"{form.id}/{episode.ref}")
            episodes += [episode, replace(episode, ref=ref, concept=form.id, text=form.id, parts=parts)]
        else:
            not_kinds = episode.not_kinds | catalogue.concepts_of(form.id)
            episodes.append(replace(episode, not_kinds=not_kinds, parts=parts[1:]))
    for episode in chart.episodes:  # recorded as a childhood form: nothing is left to compute
        if episode.concept in catalogue.childhood_ids and not episode.is_suspected:
            began[True].append(episode.ref)
    chart = replace(chart, episodes=tuple(episodes))
    return _with_fact(chart, catalogue, began)


def _with_fact(chart: Chart, catalogue: Catalogue, began: dict[bool, list[str]]) -> Chart:
    """Say it as a fact too, where all diseases of which it is known agree and nobody recorded it."""
    concept = catalogue.by_role.get("childhood_onset")
    if concept is None or chart.of(concept.id) or bool(began[True]) is bool(began[False]):
        return chart
    is_so = bool(began[True])
    fact = derived_finding(concept.id, Fact(is_so), began[is_so])
    return replace(chart, findings=(*chart.findings, fact))


def _began(form: Concept, episode: Episode, birth: PartialDate, chart: Chart) -> Truth:
    """Answer whether a disease began before the 18th birthday."""
    first, last = _GROWN_UP.after(birth.first), _GROWN_UP.after(birth.last)
    symptoms = [each.value.on for each in chart.of(form.first_symptom) if isinstance(each.value, Landmark)]
    known = [*symptoms, *([] if episode.onset is None else [episode.onset])]
    if any(moment.last < first for moment in known):
        return Truth.TRUE
    if symptoms and all(moment.first >= last for moment in symptoms):
        return Truth.FALSE
    return Truth.UNKNOWN
