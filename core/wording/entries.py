"""Entries of the chart in words."""

from __future__ import annotations

from dataclasses import dataclass

from core.chart.deriving.marks import is_derived
from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    Entry,
    Episode,
    Finding,
    Mark,
    Never,
    Row,
    SiteStatement,
)
from core.chart.values import Fact, Landmark, Measured
from core.values.truth import Truth
from core.wording.measures import typeset
from core.wording.telling import Telling, When
from core.wording.values import fields_words, labels_of, value_words

_EPISODES = ("diagnoses/", "events/")
"""Where a finding stands that says of a diagnosis that it was ruled out."""

_ANSWERS = {Truth.TRUE: "evidence-yes", Truth.FALSE: "evidence-no", Truth.UNKNOWN: "absence-unknown"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry in words: what it is about, what it says, of when, and what else is to be said.

    ``date`` is in words, ``written`` the same as a patient file writes it ("" if there is none).
    """

    ref: str
    label: str
    value: str
    date: str
    note: str = ""
    written: str = ""
    is_confidential: bool = False

    @property
    def undated_text(self) -> str:
        """What it says without the date, for a table with a column of its own for that."""
        return ", ".join(part for part in (self._head, self.note) if part)

    @property
    def _head(self) -> str:
        """What it is and what it says; a question ends itself."""
        if not self.value:
            return self.label
        return f"{self.label} {self.value}" if self.label.endswith("?") else f"{self.label}: {self.value}"

    @property
    def text(self) -> str:
        """The whole in one line."""
        return ", ".join(part for part in (self._head, self.date, self.note) if part)


def told(entry: Entry, counted: str, telling: Telling) -> Evidence:
    """Return one entry in words; ``counted`` is how a course fared in a count."""
    match entry:
        case Finding():
            return _finding(entry, telling)
        case Episode():
            return _episode(entry, telling)
        case Course():
            return _course(entry, counted, telling)
        case Row():
            label, words = telling.say(f"form-{entry.section}"), "; ".join(entry.words.values())
            return _evidence(entry, entry.section, words, telling.moment(entry.onset), label=label, telling=telling)
        case _:
            return _statement(entry, telling)


def _evidence(
    entry: Entry, about: str, value: str, moment: When, *, label: str = "", note: str = "", telling: Telling
) -> Evidence:
    concept = telling.scope.catalogue.concept(about)
    return Evidence(
        entry.ref,
        label or telling.name(about),
        value,
        moment.words,
        note,
        moment.written,
        is_confidential=concept is not None and concept.is_confidential,
    )


def _finding(finding: Finding, telling: Telling) -> Evidence:
    concept = telling.scope.catalogue.concept(finding.concept)
    is_computed = isinstance(finding.value, Measured)
    if is_derived(finding.ref) and not is_computed:  # nobody tested or typed it: it has neither a day nor a sample
        value, note = value_words(finding.value, concept, telling), telling.say("evidence-follows")
        return _evidence(finding, finding.concept, value, When(""), note=note, telling=telling)
    notes: list[str] = []
    if concept is not None:
        labels = labels_of(concept.qualifiers, telling)
        notes += [labels.get(name, name) for name in sorted(finding.qualifiers)]
    for phrase, limit in (("upper", finding.upper_limit), ("lower", finding.lower_limit)):
        if limit is not None:
            notes.append(telling.say(f"evidence-limit-{phrase}", limit=typeset(limit.text, telling.phrases)))
    if is_derived(finding.ref):
        notes.append(telling.say("evidence-computed"))
    moment = telling.moment(finding.on)
    if isinstance(finding.value, Landmark):
        moment = telling.moment(finding.value.on)
    elif finding.on is None and concept is not None and concept.freshness is None:
        moment = When("")  # what stands for ever needs no date
    value = value_words(finding.value, concept, telling)
    if finding.ref.startswith(_EPISODES) and finding.value == Fact(is_so=False):
        value = telling.say("evidence-ruled-out")
    return _evidence(finding, finding.concept, value, moment, note=", ".join(notes), telling=telling)


def _episode(episode: Episode, telling: Telling) -> Evidence:
    concept = telling.scope.catalogue.concept(episode.concept)
    value = fields_words(episode.fields, concept, telling)
    moment = telling.span(episode.onset, episode.end, is_ongoing=episode.is_ongoing)
    label = "" if episode.concept and episode.mark is None else episode.text
    suspected = telling.say("evidence-suspected") if episode.is_suspected else ""
    value = "; ".join(part for part in (suspected, value) if part)
    note = "" if episode.mark is None else _mark(episode.mark, telling)
    return _evidence(episode, episode.concept, value, moment, label=label, note=note, telling=telling)


def _mark(mark: Mark, telling: Telling) -> str:
    """Return what a free text counts as, and who said so when."""
    signed = {"by": mark.by, "date": telling.moment(mark.on).words}
    if not mark.counts_as:
        return telling.say("evidence-counts-as-nothing", **signed)
    return telling.say("evidence-counts-as", names=", ".join(map(telling.name, mark.counts_as)), **signed)


def _course(course: Course, counted: str, telling: Telling) -> Evidence:
    parts = _may_be(course, telling) + _doses(course, telling)
    if course.outcome:
        parts.append(telling.say(f"outcome-{course.outcome}"))
    if course.stopped_for:
        parts.append(telling.say("evidence-stopped", reason=telling.say(f"stopped-{course.stopped_for}")))
    moment = telling.span(course.start, course.end, is_ongoing=course.is_ongoing)
    return _evidence(course, course.drug, ", ".join(parts), moment, note=counted, telling=telling)


def _may_be(course: Course, telling: Telling) -> list[str]:
    """Return which drugs a product of unknown substance can be, where that is known."""
    if not course.may_be:
        return []
    return [telling.say("evidence-may-be", names="; ".join(sorted(map(telling.name, course.may_be))))]


def _doses(course: Course, telling: Telling) -> list[str]:
    """Return the doses in their order; of several each with the day it began: any of them may be what decides."""
    if len(course.doses) == 1:
        return [typeset(course.doses[0].text, telling.phrases)]
    return [
        telling.say(
            "evidence-dose-from", dose=typeset(each.text, telling.phrases), date=telling.moment(each.start).words
        )
        for each in course.doses
    ]


_Statement = Completeness | Never | Contraindication | Answer | SiteStatement


def _statement(entry: _Statement, telling: Telling) -> Evidence:
    say = telling.say
    match entry:
        case Completeness():
            moment = telling.as_of(entry.as_of)
            value = say("evidence-complete", since=telling.day(entry.since))
            return Evidence(entry.ref, say(f"evidence-list-{entry.of}"), value, moment.words, "", moment.written)
        case Never():
            return _evidence(entry, entry.of, say("evidence-never"), telling.as_of(entry.as_of), telling=telling)
        case Contraindication():
            note = ", ".join(part for part in (entry.why, entry.by) if part)
            value = say("evidence-contraindicated")
            return _evidence(entry, entry.to, value, telling.moment(entry.on), note=note, telling=telling)
        case Answer():
            value = say(_ANSWERS[entry.answer])
            note = ", ".join(part for part in (entry.by, entry.text) if part)
            return _evidence(entry, entry.question, value, telling.moment(entry.on), note=note, telling=telling)
        case SiteStatement():
            note = say("evidence-site")
            return _evidence(entry, entry.fact, entry.value, telling.moment(entry.on), note=note, telling=telling)
