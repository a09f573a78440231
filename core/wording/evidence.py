"""What a verdict rests on, in words: the entries of the chart, and the age where one is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.catalogue.concept import Kind
from core.chart.chart import Chart
from core.chart.deriving.marks import is_derived
from core.chart.entries import Course, Entry, Finding
from core.criteria.nodes import walk
from core.criteria.scope import Scope
from core.engine.judgement.outcome import Counted
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.screening.judgements import Judgement
from core.values.duration import completed_years
from core.wording.births import birth_words
from core.wording.entries import Evidence, told
from core.wording.names import name_of
from core.wording.telling import Telling

_MEASURED = ("counted", "too_short")
"""How a course fared where its length mattered."""
_COUNTED = ("counted", "any_length", "contraindicated")


def evidence_of(judgement: Judgement, chart: Chart, scope: Scope, phrases: Phrases) -> tuple[Evidence, ...]:
    """Return the evidence of a judgement in the order of the record: age first, then what was counted."""
    telling = Telling(scope, phrases)
    refs = judgement.outcome.evidence
    fates = _fates(judgement, chart, scope)
    entries = [chart.by_ref[ref] for ref in chart.by_ref if ref in refs]
    entries = [each for each in entries if not _repeats(each, entries)]
    entries.sort(key=lambda entry: not _is_counted(fates.get(entry.ref)))
    shown = (told(entry, _fate_words(fates.get(entry.ref), phrases), telling) for entry in entries)
    return (*_age(judgement, chart, telling), *shown)


def _repeats(entry: Entry, others: Iterable[Entry]) -> bool:
    """True for a finding that follows from one of the same concept: what was recorded tells it."""
    if not isinstance(entry, Finding) or not is_derived(entry.ref):
        return False
    return any(
        isinstance(each, Finding) and each.ref in entry.parts and each.concept == entry.concept for each in others
    )


def _counts(judgement: Judgement) -> Iterator[Counted]:
    """Yield how each drug fared in every count of the judgement."""
    outcomes = [judgement.outcome]
    while outcomes:
        outcome = outcomes.pop()
        outcomes += outcome.parts
        yield from outcome.counted


def _fates(judgement: Judgement, chart: Chart, scope: Scope) -> dict[str, Counted]:
    """Return how each course fared: where several counts looked at it, that it counted in one of them."""
    fates: dict[str, Counted] = {}
    for each in _counts(judgement):
        drugs = scope.drugs((each.drug,)) | {each.drug}
        for ref in each.refs:
            course = chart.by_ref.get(ref)
            is_its_own = isinstance(course, Course) and course.drug in drugs  # a companion's course is no count of it
            if is_its_own and not _is_counted(fates.get(ref)):
                fates[ref] = each
    return fates


def _is_counted(fate: Counted | None) -> bool:
    return fate is not None and fate.reason in _COUNTED


def _fate_words(fate: Counted | None, phrases: Phrases) -> str:
    """Return how a course fared, with the length that was measured where one was asked for."""
    if fate is None:
        return ""
    words = phrases.say(f"counted-{fate.reason}")
    if fate.days is None or fate.reason not in _MEASURED:
        return words
    # the number itself chooses the form; it is shown without the sign between thousands, which has two readings
    return phrases.say("evidence-length", fate=words, days=fate.days, shown=str(fate.days))


def _age(judgement: Judgement, chart: Chart, telling: Telling) -> tuple[Evidence, ...]:
    """Return the age on the decision day, where the criterion names one and the record holds a birth date."""
    age = _age_asked(judgement, telling.scope)
    if not age or chart.birth is None:
        return ()
    language = telling.phrases.language
    low, high = completed_years(chart.birth.last, judgement.on), completed_years(chart.birth.first, judgement.on)
    years = telling.say("evidence-age", years=low)
    if low != high:
        years = telling.say("evidence-age-between", low=low, high=high)
    born = telling.say("evidence-born", date=birth_words(chart.birth, telling.phrases))
    label = name_of(age, telling.scope, telling.phrases)
    day = judgement.on
    return (Evidence("birth_date", label, years, format_date(day, language), born, day.isoformat()),)


def _age_asked(judgement: Judgement, scope: Scope) -> str:
    """Return the concept of an age that the criterion names, or ""."""
    for node in walk(judgement.criterion.condition):
        name = getattr(getattr(node, "subject", None), "name", "")
        concept = scope.catalogue.concept(name)
        if concept is not None and concept.kind is Kind.AGE:
            return concept.id
    return ""
