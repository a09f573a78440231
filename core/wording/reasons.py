"""Why a judgement is unknown, with what the record holds: the value, its date, the days that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from core.catalogue.concept import Kind
from core.chart.chart import Chart
from core.chart.deriving.marks import is_derived
from core.chart.entries import Answer, Completeness, Course, Entry, Episode, Finding, Never, SiteStatement
from core.chart.sections import list_of
from core.chart.values import Absence, Measured, Scored
from core.criteria.nodes import AboutValues, Repeated, Shift, Shows
from core.criteria.printing.voice import Voice
from core.criteria.printing.window_days import result_days
from core.criteria.printing.window_words import open_window, result_window
from core.criteria.scope import Scope
from core.criteria.values import Window
from core.engine.judgement.outcome import About, Cause, Gap, Outcome
from core.engine.judgement.situation import Days
from core.language.phrases import Phrases
from core.screening.judgements import Judgement
from core.screening.screening import Screening
from core.values.partial_date import PartialDate
from core.wording.aloud import days_of
from core.wording.causes import cause_words, length_word, subject_words
from core.wording.entries import told
from core.wording.telling import Telling
from core.wording.who import asked_words

_Measured = AboutValues | Repeated | Shift | Shows


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause in words; ``refs`` are the entries of the chart the words already show."""

    gap: Gap
    text: str
    refs: frozenset[str] = frozenset()


def reasons_of(judgement: Judgement, screening: Screening, scope: Scope, phrases: Phrases) -> tuple[Reason, ...]:
    """Return why a judgement is unknown: first what can be closed, then what only the site or the source can."""
    asker = _Asker(judgement, screening.chart, days_of(judgement, screening), Telling(scope, phrases))
    return tuple(asker.reason(gap) for gap in (*judgement.open_gaps, *judgement.deferred_gaps))


@dataclass(frozen=True, slots=True)
class _Asker:
    judgement: Judgement
    chart: Chart
    days: Days
    telling: Telling

    def reason(self, gap: Gap) -> Reason:
        """Return one cause with what the record holds of it."""
        entries = tuple(self._concerned(gap))
        what = subject_words(gap, self.telling.scope, self.telling.phrases)
        if gap.about is About.LIST:
            return Reason(gap, self._list(gap, what))
        if gap.about is About.ANSWER:
            return Reason(gap, self._answer(gap, what, entries), _refs(entries))
        if not entries or (gap.cause is Cause.MISSING and not gap.detail):
            return Reason(gap, cause_words(gap, what, self.telling.phrases))
        contrary = self._contrary(entries) if gap.cause is Cause.CONFLICTING else ()
        if contrary:
            return self._contradicted(gap, what, entries, contrary)
        shown = "; ".join(_shown(entry, gap, self.telling) for entry in entries)
        whole = self.telling.say("cause-of-entry", what=what, entry=shown)
        return Reason(gap, self._sentence(gap, whole, entries), _refs(entries))

    def _contrary(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return what was recorded of something else and stands against these entries."""
        refs = [ref for each in entries for ref in _against(each)]
        found = (self.chart.by_ref[ref] for ref in dict.fromkeys(refs) if ref in self.chart.by_ref)
        return tuple(each for each in found if each not in entries and not is_derived(each.ref))

    def _contradicted(self, gap: Gap, what: str, entries: tuple[Entry, ...], contrary: tuple[Entry, ...]) -> Reason:
        """Tell both sides as they were recorded; what follows would only say it again, unless it is a number."""
        findings = [each for each in entries if isinstance(each, Finding)]
        computed = (each for finding in findings for each in finding.against if isinstance(each.value, Measured))
        parts = (self.chart.by_ref[ref] for each in findings for ref in each.parts if ref in self.chart.by_ref)
        told_of = [each for each in (*entries, *parts, *contrary) if not is_derived(each.ref)]
        own = [each for each in entries if not is_derived(each.ref)]
        texts = dict.fromkeys(told(each, "", self.telling).text for each in (*own, *computed, *told_of))
        text = self.telling.say("cause-contradicted", what=what, entries="; ".join(texts))
        return Reason(gap, text, _refs((*entries, *told_of)))

    def _concerned(self, gap: Gap) -> Iterator[Entry]:
        """Yield the entries of the evidence that a cause speaks of."""
        names = set(gap.names)
        for ref in self.chart.by_ref:
            entry = self.chart.by_ref[ref]
            if ref in self.judgement.outcome.evidence and _about(entry) in names:
                yield entry

    def _sentence(self, gap: Gap, whole: str, entries: tuple[Entry, ...]) -> str:
        say = self.telling.say
        if gap.cause is Cause.STALE:
            return self._stale(gap, whole, entries)
        if gap.cause is Cause.IMPRECISE:
            return say(_imprecise(entries, self.telling.scope), what=whole)
        return cause_words(gap, whole, self.telling.phrases)

    def _stale(self, gap: Gap, whole: str, entries: tuple[Entry, ...]) -> str:
        """Say of a result that it is too old, and which days were asked for."""
        nodes = tuple(_asking(self.judgement.outcome, gap))
        windows = {node.window for node in nodes}
        if len(windows) != 1:
            return cause_words(gap, whole, self.telling.phrases)
        window = windows.pop()
        asked = self._window_words(gap, window)
        is_old = self._is_before(window, entries)
        return self.telling.say("cause-too-old" if is_old else "cause-other-days", what=whole, window=asked)

    def _window_words(self, gap: Gap, window: Window | None) -> str:
        voice = Voice(self.telling.scope, self.telling.phrases, self.days)
        if window is not None:
            return result_window(voice, window)
        concept = self.telling.scope.catalogue.concept(gap.name)
        return open_window(voice, () if concept is None else (concept,))

    def _is_before(self, window: Window | None, entries: tuple[Entry, ...]) -> bool:
        """True if every entry lies before the first day asked for; what has no window is of now."""
        if window is None:
            return True
        ends = result_days(window, self.telling.scope, self.days)
        found = [day for day in map(_last_day, entries) if day is not None]
        return ends is not None and bool(found) and all(day < ends[0] for day in found)

    def _list(self, gap: Gap, what: str) -> str:
        """Say what a list or a "never" covers, where there is one that does not reach."""
        if gap.cause is Cause.STALE:
            named = gap.names
            concepts = [None] if gap.is_whole_list else map(self.telling.scope.catalogue.concept, named)
            lists = {list_of(each) for each in concepts}
            complete = [entry for entry in self.chart.complete if entry.of in lists]
            never = [
                entry for entry in self.chart.never if set(named) & {entry.of, *_members(entry, self.telling.scope)}
            ]
            if complete:
                return self._short_list(gap, what, max(complete, key=lambda entry: entry.as_of))
            if never:
                return self._old_never(what, max(never, key=lambda entry: entry.as_of), lists)
        return cause_words(gap, what, self.telling.phrases)

    def _short_list(self, gap: Gap, what: str, entry: Completeness) -> str:
        return self.telling.say(
            "cause-list-too-short" if gap.is_whole_list else "cause-not-absent-list",
            what=what,
            list=self.telling.say(f"evidence-list-{entry.of}"),
            since=self.telling.day(entry.since),
            until=self.telling.day(entry.as_of),
            length=self._freshness(entry.of),
        )

    def _old_never(self, what: str, entry: Never, lists: set[str]) -> str:
        length = self._freshness(min(lists))
        return self.telling.say("cause-not-absent-never", what=what, date=self.telling.day(entry.as_of), length=length)

    def _freshness(self, which: str) -> str:
        return length_word(str(self.telling.scope.freshness_of_list(which)), self.telling.phrases)

    def _answer(self, gap: Gap, what: str, entries: tuple[Entry, ...]) -> str:
        question = self.telling.scope.questions.get(gap.name)
        if gap.cause is Cause.NEEDS_JUDGEMENT and question is not None and question.asked_of:
            is_judged = "investigator" in question.asked_of
            who = asked_words(question.asked_of, self.telling.phrases)
            return self.telling.say("cause-judgement-of" if is_judged else "cause-to-ask", what=what, who=who)
        if gap.cause is Cause.JUDGEMENT_EXPIRED and question is not None and question.valid_for is not None and entries:
            entry = _shown(entries[-1], gap, self.telling)
            length = length_word(str(question.valid_for), self.telling.phrases)
            return self.telling.say("cause-expired-of", what=what, entry=entry, length=length)
        return cause_words(gap, what, self.telling.phrases)


def _against(entry: Entry) -> Iterator[str]:
    """Yield the entries that stand against one, by their refs."""
    if isinstance(entry, Episode):
        yield from entry.against
    elif isinstance(entry, Finding):
        yield from (ref for other in entry.against for ref in (other.ref, *other.parts))


def _refs(entries: tuple[Entry, ...]) -> frozenset[str]:
    return frozenset(entry.ref for entry in entries)


def _about(entry: Entry) -> str:
    """Return the name an entry speaks of."""
    match entry:
        case Finding():
            return entry.concept
        case Episode():
            return entry.concept or entry.text
        case Course():
            return entry.drug
        case Answer():
            return entry.question
        case SiteStatement():
            return entry.fact
        case _:
            return ""


def _shown(entry: Entry, gap: Gap, telling: Telling) -> str:
    """Return value and date of an entry as they stand behind its name."""
    evidence = told(_without_parts(entry), "", telling)
    is_silent = isinstance(entry, Course) or (isinstance(entry, Finding) and isinstance(entry.value, Absence))
    date_words = "" if gap.cause is Cause.UNDATED else evidence.date
    note = evidence.note if isinstance(entry, Answer) or gap.cause in (Cause.METHOD, Cause.CONFLICTING) else ""
    parts = ("" if is_silent else evidence.value, date_words, note)
    return ", ".join(part for part in parts if part) or evidence.value or evidence.date


def _without_parts(entry: Entry) -> Entry:
    """Leave a score its total alone, where there is one: a sentence is no place for its items."""
    if isinstance(entry, Finding) and isinstance(entry.value, Scored) and entry.value.total is not None:
        return replace(entry, value=Scored(entry.value.total))
    return entry


def _asking(outcome: Outcome, gap: Gap) -> Iterator[_Measured]:
    """Yield the innermost measured sentences that a cause comes from."""
    inner = [node for part in outcome.parts for node in _asking(part, gap)]
    if inner:
        yield from inner
    elif gap in outcome.gaps and isinstance(outcome.node, _Measured):
        yield outcome.node


def _last_day(entry: Entry) -> date | None:
    return entry.on.last if isinstance(entry, Finding) and entry.on is not None else None


def _dates(entry: Entry) -> tuple[PartialDate | None, ...]:
    match entry:
        case Finding() | Answer() | SiteStatement():
            return (entry.on,)
        case Episode():
            return (entry.onset, entry.end)
        case Course():
            return (entry.start, entry.end)
        case _:
            return ()


def _imprecise(entries: tuple[Entry, ...], scope: Scope) -> str:
    """Return which phrase says what is not exact enough: the kind, the date, or the value."""
    if any(_is_class(_about(entry), scope) for entry in entries):
        return "cause-imprecise-kind"
    dates = [moment for entry in entries for moment in _dates(entry) if moment is not None]
    is_end_open = any(isinstance(each, Course) and each.end is None and not each.is_ongoing for each in entries)
    if any(not moment.is_exact for moment in dates):
        return "cause-imprecise-date"
    return "cause-imprecise-end" if is_end_open else "cause-imprecise"


def _is_class(name: str, scope: Scope) -> bool:
    """True if an entry is recorded with a class: of which of its kinds it is nobody said."""
    concept = scope.catalogue.concept(name)
    return name in scope.catalogue.classes or (
        concept is not None and concept.kind is Kind.CONDITION and bool(concept.members)
    )


def _members(entry: Never, scope: Scope) -> frozenset[str]:
    """Return every name that a "never" speaks of."""
    catalogue = scope.catalogue
    return catalogue.drugs_of(entry.of) | catalogue.concepts_of(entry.of) | {entry.of}
