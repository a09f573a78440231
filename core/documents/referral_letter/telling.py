"""What a letter can say of a chart: latest values, courses with their outcome, macros."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.entries import Course, Entry, Episode, Finding, Never
from core.chart.sections import every_section
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
from core.wording.telling import Telling
from core.wording.usual_exclusions import UsualFact


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

    # --- findings

    def latest(self, sections: tuple[str, ...]) -> Iterator[tuple[Concept, Finding]]:
        """Yield the latest finding of each concept of some sections; confidential ones only where they were ticked."""
        for concept in self.scope.catalogue.concepts.values():
            if concept.section in sections and self._may_stand(concept):
                found = self._latest_of(concept.id)
                if found is not None:
                    yield concept, found

    def _may_stand(self, concept: Concept) -> bool:
        return not concept.is_confidential or concept.id in self.confidential

    def may_tell(self, fact: UsualFact) -> bool:
        """True for a fact that may stand in the letter: a confidential one only where it was ticked."""
        return not fact.is_confidential or fact.concept in self.confidential

    def _latest_of(self, concept: str) -> Finding | None:
        found = [each for each in self.chart.of(concept) if not each.ref.partition(":")[2]]
        return max(found, key=lambda each: date.min if each.on is None else each.on.last, default=None)

    def value_words(self, finding: Finding) -> tuple[str, str]:
        """Return a value and its date in words."""
        evidence = told(finding, "", Telling(self.scope, self.phrases))
        return evidence.undated_text.partition(": ")[2] or evidence.undated_text, evidence.date

    # --- courses

    def outcome(self, course: Course) -> str:
        """Return what came of a course: "not tolerated" is never "no response", and what is not known stays so."""
        words = [self.say(f"outcome-{course.outcome}")] if course.outcome else []
        if course.stopped_for == "intolerance" or (course.stopped_for and not course.outcome):
            words.append(self.say(f"stopped-{course.stopped_for}"))
        return ", ".join(words) or self.say("letter-outcome-not-recorded")

    def drug(self, course: Course) -> str:
        """Return the name of a course's drug."""
        return Telling(self.scope, self.phrases).name(course.drug)

    def day(self, written: str) -> str:
        """Return a date as far as it is known."""
        return format_partial(written, self.phrases.language)

    # --- diagnoses

    def diagnoses(self) -> tuple[Episode, ...]:
        """Return the diagnoses that go on; a confidential one only where it was ticked."""
        found = (each for each in self._entries(_DIAGNOSES) if isinstance(each, Episode))
        return tuple(each for each in found if each.end is None and self._is_told(each))

    def _is_told(self, episode: Episode) -> bool:
        concept = self.scope.catalogue.concept(episode.concept)
        return concept is None or self._may_stand(concept)

    def diagnosis_words(self, episode: Episode) -> str:
        """Return a diagnosis with the date since when."""
        concept = self.scope.catalogue.concept(episode.concept)
        name = episode.text if concept is None else in_language(concept.label, self.phrases.language)
        return name if episode.onset is None else self.say("letter-since", what=name, day=self.day(episode.onset.text))

    # --- any list

    def _entries(self, section: str) -> Iterator[Entry]:
        """Yield what was recorded in a list, in its order."""
        yield from (each for each in self.chart.recorded if each.ref.startswith(f"{section}/"))

    def listed(self, section: str) -> str:
        """Return what stands in a list, one entry after another; a confidential one only where it was ticked."""
        found = ((each, told(each, "", Telling(self.scope, self.phrases))) for each in self._entries(section))
        return "; ".join(
            evidence.text for each, evidence in found if not evidence.is_confidential or self._is_ticked(each)
        )

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
            found = self._latest_of(of)
            concept = self.scope.catalogue.concept(of)
            is_told = found is not None and concept is not None and self._may_stand(concept)
            return ", ".join(self.value_words(found)) if is_told and found is not None else self._not_recorded()
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
        born = "" if self.chart.birth is None else birth_words(self.chart.birth, self.phrases)
        return {section: self.listed(section) for section in lists_told()} | {
            "patient.name": self.chart.name,
            "patient.born": born,
            "patient.who": self.who(),
            _DIAGNOSES: "; ".join(self.diagnosis_words(each) for each in self.diagnoses()),
            "treatments.outcomes": "; ".join(
                self.say("letter-course", drug=self.drug(each), outcome=self.outcome(each))
                for each in self.chart.courses
            ),
            "file.title": title,
            "result": result,
        }

    def who(self) -> str:
        """Return age and sex as far as they are recorded."""
        birth = self.chart.birth
        words: list[str] = []
        if birth is not None and birth.is_exact:
            words.append(self.say("letter-years", years=completed_years(birth.first, self.on)))
        words += [self.value_words(finding)[0] for finding in self.chart.of("sex")]
        return ", ".join(words)

    @property
    def is_minor(self) -> bool:
        """True if the patient is under 18 on the day of the letter, or may be."""
        birth = self.chart.birth
        return birth is None or completed_years(birth.last, self.on) < _MAJORITY

    def shown_day(self, day: date) -> str:
        """Return a day in words."""
        return format_date(day, self.phrases.language)

    def _not_recorded(self) -> str:
        return self.say("letter-not-recorded")


_DIAGNOSES = next(each.id for each in every_section() if Kind.CONDITION in each.kinds)
_MAJORITY = 18
