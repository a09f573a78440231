"""What entries of the chart say, as evidence beside a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.chart.chart import Chart, Entry
from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    Episode,
    Finding,
    Never,
    SiteStatement,
)
from core.chart.values import Absence, Coded, Fact, Landmark, Measured, Recorded, Scored, TestResult, Value
from core.criteria.nodes import walk
from core.criteria.scope import Scope
from core.language.dates import format_date, format_partial
from core.language.phrases import Phrases
from core.screening.judgements import Judgement
from core.values.duration import completed_years
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.truth import Truth
from core.wording.names import in_language, name_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry in words: what it is about, what it says, of when, and what else is to be said."""

    ref: str
    label: str
    value: str
    date: str
    note: str = ""

    @property
    def text(self) -> str:
        """The whole in one line."""
        head = f"{self.label}: {self.value}" if self.value else self.label
        return ", ".join(part for part in (head, self.date, self.note) if part)


def evidence_of(judgement: Judgement, chart: Chart, scope: Scope, phrases: Phrases) -> tuple[Evidence, ...]:
    """Return the evidence of a judgement in the order of the record; the age first where one is judged."""
    teller = _Teller(scope, phrases)
    refs = judgement.outcome.evidence
    counted = _counted(judgement, phrases)
    told = [teller.tell(entry, counted.get(entry.ref, "")) for entry in chart.entries if entry.ref in refs]
    age = _age(judgement, chart, scope, phrases)
    return (*age, *told)


def _counted(judgement: Judgement, phrases: Phrases) -> Mapping[str, str]:
    """Return how each course fared in a count."""
    found: dict[str, str] = {}
    outcomes = [judgement.outcome]
    while outcomes:
        outcome = outcomes.pop()
        outcomes += outcome.parts
        for each in outcome.counted:
            for ref in each.refs:
                if ref.startswith("treatments/"):
                    found[ref] = phrases.say(f"counted-{each.reason}")
    return found


def _age(judgement: Judgement, chart: Chart, scope: Scope, phrases: Phrases) -> tuple[Evidence, ...]:
    from_age = any(
        getattr(getattr(node, "subject", None), "name", "") in _ages(scope)
        for node in walk(judgement.criterion.condition)
    )
    if not from_age or chart.birth is None:
        return ()
    low, high = completed_years(chart.birth.last, judgement.on), completed_years(chart.birth.first, judgement.on)
    years = phrases.say("evidence-age", years=low)
    if low != high:
        years = phrases.say("evidence-age-between", low=low, high=high)
    born = phrases.say("evidence-born", date=format_partial(chart.birth.text, phrases.language))
    label = name_of(_ages(scope)[0], scope, phrases)
    return (Evidence("birth_date", label, years, format_date(judgement.on, phrases.language), born),)


def _ages(scope: Scope) -> tuple[str, ...]:
    return tuple(each.id for each in scope.catalogue.concepts.values() if each.kind.value == "age")


def when(moment: PartialDate | None, phrases: Phrases) -> str:
    """Return a date as far as it is known, or that there is none."""
    return phrases.say("evidence-undated") if moment is None else format_partial(moment.text, phrases.language)


@dataclass(frozen=True, slots=True)
class _Teller:
    scope: Scope
    phrases: Phrases

    def tell(self, entry: Entry, counted: str) -> Evidence:
        """Return one entry in words."""
        match entry:
            case Finding():
                return self._finding(entry)
            case Episode():
                return self._episode(entry)
            case Course():
                return self._course(entry, counted)
            case Completeness():
                return self._complete(entry)
            case Never():
                value = self.phrases.say("evidence-never")
                return Evidence(entry.ref, self._name(entry.of), value, self._day(entry.as_of))
            case Contraindication():
                note = ", ".join(part for part in (entry.why, entry.by) if part)
                value = self.phrases.say("evidence-contraindicated")
                return Evidence(entry.ref, self._name(entry.to), value, when(entry.on, self.phrases), note)
            case Answer():
                word = {Truth.TRUE: "evidence-yes", Truth.FALSE: "evidence-no"}.get(entry.answer, "absence-unknown")
                value = self.phrases.say(word)
                return Evidence(entry.ref, self._name(entry.question), value, when(entry.on, self.phrases), entry.by)
            case SiteStatement():
                note = self.phrases.say("evidence-site")
                return Evidence(entry.ref, self._name(entry.fact), entry.value, when(entry.on, self.phrases), note)

    def _name(self, name: str) -> str:
        return name_of(name, self.scope, self.phrases)

    def _day(self, day: date) -> str:
        return format_date(day, self.phrases.language)

    def _finding(self, finding: Finding) -> Evidence:
        concept = self.scope.catalogue.concept(finding.concept)
        notes: list[str] = []
        if concept is not None:
            labels = {code.id: in_language(code.label, self.phrases.language) for code in concept.qualifiers}
            notes += [labels.get(name, name) for name in sorted(finding.qualifiers)]
        if finding.upper_limit is not None:
            notes.append(self.phrases.say("evidence-limit-upper", limit=finding.upper_limit.text))
        if finding.lower_limit is not None:
            notes.append(self.phrases.say("evidence-limit-lower", limit=finding.lower_limit.text))
        date_text = when(finding.on, self.phrases)
        if isinstance(finding.value, Landmark):
            date_text = when(finding.value.on, self.phrases)
        is_permanent = finding.on is None and concept is not None and concept.freshness is None
        shown = "" if is_permanent and not isinstance(finding.value, Landmark) else date_text
        value = self._value(finding.value, finding.concept)
        return Evidence(finding.ref, self._name(finding.concept), value, shown, ", ".join(notes))

    def _value(self, value: Value | Absence, concept_id: str) -> str:
        match value:
            case Absence():
                return self.phrases.say(f"absence-{value.value.replace(' ', '-')}")
            case Fact(is_so):
                return self.phrases.say("evidence-yes" if is_so else "evidence-no")
            case Measured(quantity):
                return quantity.text
            case TestResult(word, quantity):
                return quantity.text if quantity is not None else word.replace("_", " ")
            case Coded():
                return self._coded(value, concept_id)
            case Landmark():
                return ""
            case Recorded(fields):
                return "; ".join(
                    f"{self._field(concept_id, key)}: {self._value(each, key)}" for key, each in fields.items()
                )
            case Scored():
                return self._score(value, concept_id)

    def _field(self, record: str, name: str) -> str:
        concept = self.scope.catalogue.concept(record)
        field = None if concept is None else concept.fields.get(name)
        return name.replace("_", " ") if field is None else in_language(field.label, self.phrases.language)

    def _coded(self, value: Coded, concept_id: str) -> str:
        concept = self.scope.catalogue.concept(concept_id)
        labels = (
            {}
            if concept is None
            else {code.id: in_language(code.label, self.phrases.language) for code in concept.codes}
        )
        words = ", ".join(labels.get(code, code) for code in sorted(value.codes))
        return f"{words} ({_amount(value.number)})" if value.number is not None else words

    def _score(self, value: Scored, concept_id: str) -> str:
        parts: list[str] = []
        if value.total is not None:
            parts.append(_amount(value.total))
        concept = self.scope.catalogue.concept(concept_id)
        if concept is not None:
            parts += [
                f"{in_language(code.label, self.phrases.language)} {value.domains[code.id]}"
                for code in concept.domains
                if code.id in value.domains
            ]
            present = [item for item in concept.items if value.items.get(item.id) is Truth.TRUE]
            parts += [in_language(item.label, self.phrases.language) for item in present]
        return ", ".join(parts)

    def _span(self, start: PartialDate | None, end: PartialDate | None, *, is_ongoing: bool) -> str:
        first = self.phrases.say("evidence-start-unknown") if start is None else when(start, self.phrases)
        if end is not None:
            return (
                first
                if start == end
                else self.phrases.say("evidence-span", to=when(end, self.phrases), **{"from": first})
            )
        return self.phrases.say("evidence-ongoing" if is_ongoing else "evidence-end-unknown", **{"from": first})

    def _episode(self, episode: Episode) -> Evidence:
        label = self._name(episode.concept) if episode.concept else episode.text
        value = "; ".join(
            f"{self._field(episode.concept, key)}: {self._value(each, key)}" for key, each in episode.fields.items()
        )
        return Evidence(
            episode.ref, label, value, self._span(episode.onset, episode.end, is_ongoing=episode.is_ongoing)
        )

    def _course(self, course: Course, counted: str) -> Evidence:
        parts: list[str] = []
        if course.doses:
            parts.append(course.doses[-1].text)
        if course.outcome:
            parts.append(self.phrases.say(f"outcome-{course.outcome}"))
        if course.stopped_for:
            reason = self.phrases.say(f"stopped-{course.stopped_for}")
            parts.append(self.phrases.say("evidence-stopped", reason=reason))
        span = self._span(course.start, course.end, is_ongoing=course.is_ongoing)
        return Evidence(course.ref, self._name(course.drug), ", ".join(parts), span, counted)

    def _complete(self, entry: Completeness) -> Evidence:
        value = self.phrases.say("evidence-complete", since=self._day(entry.since), until=self._day(entry.as_of))
        return Evidence(entry.ref, self.phrases.say(f"evidence-list-{entry.of}"), value, "")


def _amount(interval: Interval) -> str:
    if interval.is_exact:
        return str(interval.low)
    if interval.low is None:
        return f"<{interval.high}"
    return f">{interval.low}" if interval.high is None else f"{interval.low}-{interval.high}"
