"""What a letter can say of a chart: latest values, courses with their outcome, lists, macros."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.entries import Course, Entry, Episode, Finding, Never
from core.chart.sections import every_section, list_of
from core.chart.sex import sex_of
from core.chart.values import Landmark
from core.criteria.scope import Scope
from core.documents.referral_letter.template import lists_told
from core.language.dates import format_date, format_partial
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.screening.screening import Screening
from core.values.duration import completed_years
from core.wording.births import birth_words
from core.wording.entries import told
from core.wording.headline import headline_line
from core.wording.measures import typeset
from core.wording.telling import Telling
from core.wording.usual_exclusions import UsualFact

_MAJORITY = 18
_CHILD = 14
"""Until then German speaks of a child, then of a patient."""


@dataclass(frozen=True, slots=True)
class Latest:
    """What is known of a concept: its newest finding, and the one before it."""

    concept: Concept
    finding: Finding
    before: Finding | None


@dataclass(frozen=True, slots=True)
class LetterTelling:
    """One patient told in one language. ``screening`` None: a letter without a result."""

    chart: Chart
    scope: Scope
    phrases: Phrases
    on: date
    screening: Screening | None
    confidential: frozenset[str]

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase."""
        return self.phrases.say(phrase, **arguments)

    def label(self, concept: Concept) -> str:
        """Return what a concept is called."""
        return in_language(concept.label, self.phrases.language)

    def dose(self, written: str) -> str:
        """Return a dose as print writes it, its digits as they were recorded."""
        return typeset(written, self.phrases)

    # --- findings

    def latest(self, sections: Iterable[str]) -> Iterator[Latest]:
        """Yield what is known of each concept of some sections; confidential ones only where they were ticked."""
        for section in sections:
            for concept in self.scope.catalogue.concepts.values():
                found = self._newest_first(concept.id) if concept.section == section else []
                if found and self.may_stand(concept):
                    yield Latest(concept, found[0], found[1] if len(found) > 1 else None)

    def may_stand(self, concept: Concept) -> bool:
        """Tell whether a concept may be told: a confidential one only where it was ticked."""
        return not concept.is_confidential or concept.id in self.confidential

    def may_tell(self, fact: UsualFact) -> bool:
        """True for a fact that may stand in the letter: a confidential one only where it was ticked."""
        return not fact.is_confidential or fact.concept in self.confidential

    def _newest_first(self, concept: str) -> list[Finding]:
        found = [each for each in self.chart.of(concept) if not each.ref.partition(":")[2]]
        found.reverse()  # of one day what was recorded last is the newest
        return sorted(found, key=lambda each: date.min if each.on is None else each.on.last, reverse=True)

    def latest_of(self, concept: str) -> Finding | None:
        """Return the newest finding of a concept, whether it may stand in the letter or not."""
        return next(iter(self._newest_first(concept)), None)

    def value_words(self, finding: Finding) -> tuple[str, str]:
        """Return a value and its date in words; of a landmark the day is the value."""
        evidence = told(finding, "", self._told)
        if isinstance(finding.value, Landmark):
            return evidence.date, ""
        words = ", ".join(part for part in (evidence.value, evidence.note) if part)
        return words or evidence.label, evidence.date

    @property
    def _told(self) -> Telling:
        return Telling(self.scope, self.phrases)

    # --- courses

    def outcome(self, course: Course) -> str:
        """Return what came of a course: "not tolerated" is never "no response", and what is not known stays so."""
        words = [self.say(f"outcome-{course.outcome}")] if course.outcome else []
        if course.stopped_for == "intolerance" or (course.stopped_for and not course.outcome):
            words.append(self.say(f"stopped-{course.stopped_for}"))
        return ", ".join(words) or self.say("letter-outcome-not-recorded")

    def drug(self, course: Course) -> str:
        """Return the name of a course's drug."""
        return self._told.name(course.drug)

    def names(self, names: Iterable[str]) -> str:
        """Return several drugs by their names."""
        return ", ".join(map(self._told.name, names))

    def day(self, written: str) -> str:
        """Return a date as far as it is known."""
        return format_partial(written, self.phrases.language)

    # --- diagnoses and events

    def episodes(self, sections: Iterable[str], lists: Iterable[str]) -> Iterator[Episode]:
        """Yield the diagnoses, signs and events of some sections, and those in one's own words of some lists."""
        wanted, free = frozenset(sections), tuple(f"{each}/" for each in lists)
        for each in self.chart.recorded:
            if not isinstance(each, Episode) or not self._is_told(each):
                continue
            concept = self.scope.catalogue.concept(each.concept)
            if concept.section in wanted if concept is not None else each.ref.startswith(free):
                yield each

    def nevers(self, sections: Iterable[str] = (), *, of_drugs: bool = False) -> Iterator[tuple[str, str]]:
        """Yield what was never there, of some sections or of drugs, each with the day up to which that is known."""
        wanted = frozenset(sections)
        for each in self.chart.never:
            concept = self.scope.catalogue.concept(each.of)
            is_meant = of_drugs if concept is None else concept.section in wanted and self.may_stand(concept)
            if is_meant:
                yield self._told.name(each.of), self.shown_day(each.as_of)

    def diagnoses(self) -> tuple[Episode, ...]:
        """Return the diagnoses that go on; a confidential one only where it was ticked."""
        found = (each for each in self._entries(_DIAGNOSES) if isinstance(each, Episode))
        return tuple(each for each in found if each.end is None and self._is_told(each))

    def _is_told(self, episode: Episode) -> bool:
        concept = self.scope.catalogue.concept(episode.concept)
        return concept is None or self.may_stand(concept)

    def episode_name(self, episode: Episode) -> str:
        """Return what a diagnosis or event is called, in the record's own words where it has some."""
        concept = self.scope.catalogue.concept(episode.concept)
        return episode.text if concept is None or episode.mark is not None else self.label(concept)

    def episode_details(self, episode: Episode) -> str:
        """Return what else was recorded of it."""
        evidence = told(episode, "", self._told)
        return ", ".join(part for part in (evidence.value, evidence.note) if part)

    def episode_span(self, episode: Episode) -> str:
        """Return from when to when it was there; a diagnosis without an end goes on, and nothing is said of that."""
        concept = self.scope.catalogue.concept(episode.concept)
        if episode.end is not None or (concept is not None and concept.kind is Kind.EVENT):
            return told(episode, "", self._told).date
        return self.say("letter-day-unknown") if episode.onset is None else self.day(episode.onset.text)

    def episode_line(self, episode: Episode) -> str:
        """Return the whole entry in one line."""
        parts = (self.episode_name(episode), self.episode_details(episode), self.episode_span(episode))
        return ", ".join(part for part in parts if part)

    def diagnosis_words(self, episode: Episode) -> str:
        """Return a diagnosis with the date since when."""
        name = self.episode_name(episode)
        return name if episode.onset is None else self.say("letter-since", what=name, day=self.day(episode.onset.text))

    # --- what is not there, and what is not told

    def withheld(self, sections: Iterable[str]) -> str:
        """Return in which sections something confidential is on record that was not ticked."""
        wanted = tuple(dict.fromkeys(sections))
        hidden: set[str] = set()
        for entry in self.chart.recorded:
            name = entry.of if isinstance(entry, Never) else getattr(entry, "concept", "")
            concept = self.scope.catalogue.concept(name)
            if concept is not None and not self.may_stand(concept):
                hidden.add(concept.section)
        labels = {each.id: each.label for each in self.scope.catalogue.sections.values()}
        return ", ".join(in_language(labels[each], self.phrases.language) for each in wanted if each in hidden)

    def withheld_episodes(self) -> Iterator[Episode]:
        """Yield the confidential diagnoses and events that were not ticked: nobody may say that there are none."""
        yield from (each for each in self.chart.episodes if not self._is_told(each))

    def missing(self, wants: Iterable[tuple[str, ...]]) -> str:
        """Return what a reader looks for and the record does not hold; what a list says is absent is not missing."""
        names = (
            "/".join(self.label(self.scope.catalogue.concepts[each]) for each in alternatives)
            for alternatives in wants
            if not any(map(self.is_known, alternatives))
        )
        return ", ".join(names)

    def is_known(self, name: str) -> bool:
        """True where something was recorded of a concept or a kind of it: a finding, an entry, that it was never."""
        catalogue = self.scope.catalogue
        kinds = {name, *catalogue.concepts_of(name)}
        if any(self.chart.of(each) for each in kinds) or any(each.concept in kinds for each in self.chart.episodes):
            return True
        above = {name, *(each.of for each in self.chart.never if name in catalogue.concepts_of(each.of))}
        if any(each.of in above for each in self.chart.never):
            return True
        concept = catalogue.concepts[name]
        return concept.kind in _LISTED and bool(self.complete(list_of(concept)))

    def has(self, name: str) -> bool:
        """True where a concept or a kind of it is on record as having been there."""
        kinds = self.scope.catalogue.concepts_of(name)
        return any(each.concept in kinds for each in self.chart.episodes)

    def complete(self, section: str) -> str:
        """Return up to when a list is complete, the newest statement of it; "" where nobody said so."""
        found = [each for each in self.chart.complete if each.of == section]
        if not found:
            return ""
        newest = max(found, key=lambda each: each.as_of)
        return self.say("letter-complete", since=self.shown_day(newest.since), day=self.shown_day(newest.as_of))

    # --- any list

    def _entries(self, section: str) -> Iterator[Entry]:
        """Yield what was recorded in a list, in its order."""
        yield from (each for each in self.chart.recorded if each.ref.startswith(f"{section}/"))

    def told_entries(self, section: str) -> Iterator[str]:
        """Yield what stands in a list, entry by entry; a confidential one only where it was ticked."""
        yield from (told(each, "", self._told).text for each in self._entries(section) if self.may_show(each))

    def may_show(self, entry: Entry) -> bool:
        """True for an entry that may stand in the letter: a confidential one only where it was ticked."""
        return not told(entry, "", self._told).is_confidential or self._is_ticked(entry)

    def listed(self, section: str) -> str:
        """Return what stands in a list, one entry after another."""
        return "; ".join(self.told_entries(section))

    def _is_ticked(self, entry: Entry) -> bool:
        match entry:
            case Episode() | Finding():
                return entry.concept in self.confidential
            case Never():
                return entry.of in self.confidential
            case _:
                return False

    # --- macros

    def macro(self, name: str) -> str:
        """Return what stands for a macro; what is not recorded is said to be so."""
        word, _, of = name.partition(" ")
        if word == "value":
            found = self.latest_of(of)
            concept = self.scope.catalogue.concept(of)
            is_told = found is not None and concept is not None and self.may_stand(concept)
            words = self.value_words(found) if is_told and found is not None else ()
            return ", ".join(filter(None, words)) or self._not_recorded()
        if word == "date":
            moment = self.chart.planned.get(of)
            return self._not_recorded() if moment is None else self.day(moment.text)
        return self._macros()[name] or self._not_recorded()

    def _macros(self) -> dict[str, str]:
        screening = self.screening
        title, result = "", ""
        if screening is not None:
            title = in_language(screening.rule_file.title, self.phrases.language)
            result = headline_line(screening, self.scope, self.phrases)
        infusion = self.chart.infusion
        return {section: self.listed(section) for section in lists_told()} | {
            "patient.name": self.chart.name,
            "patient.born": self.born,
            "patient.who": self.who(),
            "patient": self.patient_word("subject"),
            "the.patient": self.patient_word("object"),
            "infused": "" if infusion is None else self.shown_day(infusion.on),
            _DIAGNOSES: "; ".join(self.diagnosis_words(each) for each in self.diagnoses()),
            "treatments.outcomes": "; ".join(
                self.say("letter-course", drug=self.drug(each), outcome=self.outcome(each))
                for each in self.chart.courses
            ),
            "file.title": title,
            "result": result,
        }

    # --- who

    @property
    def born(self) -> str:
        """The birth date in words, "" where it is not known."""
        return "" if self.chart.birth is None else birth_words(self.chart.birth, self.phrases)

    def age(self) -> int | None:
        """Return the completed years on the day of the letter, where they are known."""
        birth = self.chart.birth
        if birth is None or completed_years(birth.first, self.on) != completed_years(birth.last, self.on):
            return None
        return completed_years(birth.first, self.on)

    def who(self) -> str:
        """Return age and sex as far as they are recorded."""
        age = self.age()
        words = [] if age is None else [self.say("letter-years", years=age)]
        words += [self.value_words(finding)[0] for finding in self.chart.of("sex")[-1:]]
        return ", ".join(words)

    def patient_word(self, case: str) -> str:
        """Return what the patient is called in a sentence, as who acts (``subject``) or is meant (``object``)."""
        age = self.age()
        kind = "child" if age is not None and age < _CHILD else self.sex
        return self.say(f"letter-patient-{kind}-{case}")

    @property
    def sex(self) -> str:
        """The sex on record, ``unknown`` where it is not female or male."""
        return sex_of(self.chart)

    @property
    def is_minor(self) -> bool:
        """True if the patient is under 18 on the day of the letter, or may be."""
        birth = self.chart.birth
        return birth is None or completed_years(birth.last, self.on) < _MAJORITY

    @property
    def is_infused(self) -> bool:
        """True for a patient who has had the infusion: no candidate."""
        return self.chart.infusion is not None and self.chart.infusion.on <= self.on

    def shown_day(self, day: date) -> str:
        """Return a day in words."""
        return format_date(day, self.phrases.language)

    def _not_recorded(self) -> str:
        return self.say("letter-not-recorded")


_DIAGNOSES = next(each.id for each in every_section() if Kind.CONDITION in each.kinds)
_LISTED = frozenset({Kind.CONDITION, Kind.EVENT})
