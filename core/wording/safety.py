"""A case of a safety report in words: what paper and file say alike. Verbatim: nothing is coded here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.catalogue.concept import Concept
from core.chart.entries import Course
from core.chart.values import Coded
from core.criteria.scope import Scope
from core.follow_up.toxicity import strip_of
from core.language.dates import format_date, format_partial
from core.language.languages import in_language
from core.language.phrases import Phrases, spoken
from core.safety import Lacking, Reportable, SafetyCase, lacking
from core.safety.reportable import PREGNANT, TEST
from core.wording.entries import told
from core.wording.measures import typeset
from core.wording.names import name_of
from core.wording.telling import Telling
from core.wording.toxicity import ToxicityWords

_CELLS = "car_t_cells"
_KNOWN_BY = (PREGNANT, TEST)
"""Findings by which a pregnancy became known: what is reported is the pregnancy, no test."""


@dataclass(frozen=True)
class CaseWords:
    """Says one case in one language. ``confidential`` are the concepts that were ticked to be told besides."""

    case: SafetyCase
    scope: Scope
    phrases: Phrases
    confidential: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        """The language it is said in."""
        return self.phrases.language

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of the reports by its name without ``safety-``."""
        return self.phrases.say(f"safety-{phrase}", **arguments)

    @cached_property
    def lacking(self) -> Lacking:
        """What the case lacks."""
        return lacking(self.case)

    # --- the event

    def reaction(self) -> str:
        """Return what happened: the label of a concept, else the words of the record; "" where nothing is chosen."""
        reported = self.case.reported
        return (
            "" if reported is None else self.reaction_in(self.language) or self._as_it_is(reported.text, self.language)
        )

    def reaction_in(self, language: str) -> str:
        """Return the label in a language, "" where the record has its own words alone."""
        concept = None if self.case.reported is None else self.case.catalogue.concept(self.case.reported.concept)
        if concept is not None and concept.role in _KNOWN_BY:
            return spoken(language).say("safety-pregnancy-known")
        return "" if concept is None else self._as_it_is(in_language(concept.label, language), language)

    def _as_it_is(self, name: str, language: str) -> str:
        """Return a name, said to be a suspicion where it is one: what is suspected is never told as found."""
        reported = self.case.reported
        is_suspected = reported is not None and reported.is_suspected
        return f"{name} ({spoken(language).say('evidence-suspected')})" if is_suspected else name

    def title(self) -> str:
        """Return what a list of events calls it."""
        onset = None if self.case.reported is None else self.case.reported.onset
        day = "" if onset is None else format_partial(onset.text, self.language)
        return ", ".join(part for part in (self.reaction(), day) if part)

    def gravity(self) -> tuple[tuple[str, str], ...]:
        """Return grade and severity as they are called on the event itself: ASTCT grades are none of CTCAE."""
        return () if self.case.reported is None else tuple(self._gravity(self.case.reported))

    def _gravity(self, reported: Reportable) -> Iterator[tuple[str, str]]:
        concept = self.case.catalogue.concept(reported.concept)
        fields: Mapping[str, Concept] = {} if concept is None else concept.fields
        if reported.grades is not None:
            low, high = reported.grades
            label = in_language(fields["grade"].label, self.language) if "grade" in fields else self.say("grade")
            yield label, str(low) if low == high else f"{low}\N{EN DASH}{high}"
        severity = fields.get("severity")
        code = None if severity is None else severity.code(reported.severity)
        if severity is not None and code is not None:
            yield in_language(severity.label, self.language), in_language(code.label, self.language)

    def onset(self) -> str:
        """Return the first day with the days since the infusion, "" where it is not on record."""
        reported, infusion = self.case.reported, self.case.infusion
        if reported is None or reported.onset is None:
            return ""
        day = format_partial(reported.onset.text, self.language)
        if infusion is None or not reported.onset.is_exact:
            return day
        days = (reported.onset.first - infusion.on).days
        return self.say("interval", day=day, days=days) if days >= 0 else day

    def end(self) -> str:
        """Return the last day, "" where it is not on record."""
        reported = self.case.reported
        return "" if reported is None or reported.end is None else format_partial(reported.end.text, self.language)

    # --- products

    def product(self) -> str:
        """Return the name of the product as recorded, else what it is: cells of this kind, and no brand."""
        infusion = self.case.infusion
        if infusion is not None and infusion.product_name:
            return infusion.product_name
        return self._name(_CELLS)

    def drug(self, course: Course) -> str:
        """Return the name of a drug."""
        return self._name(course.drug)

    def doses(self, course: Course) -> str:
        """Return the doses, of several each with the day from which it was taken."""
        return "; ".join(self.dose_lines(course))

    def dose_lines(self, course: Course) -> Iterator[str]:
        """Yield the doses one by one."""
        for each in course.doses:
            dose = typeset(each.text, self.phrases)
            day = format_partial(each.start.text, self.language)
            yield dose if len(course.doses) == 1 else self.phrases.say("letter-dose", dose=dose, day=day)

    def _name(self, name: str) -> str:
        return name_of(name, self.scope, self.phrases)

    # --- history and tests

    def history(self) -> tuple[str, ...]:
        """Return the diagnoses that go on but the one reported; a confidential one only where it was ticked."""
        own = () if self.case.reported is None else self.case.reported.refs
        telling = Telling(self.scope, self.phrases)
        found: list[str] = []
        for each in self.case.chart.episodes:
            if not each.ref.startswith("diagnoses/") or each.end is not None or each.ref in own:
                continue
            evidence = told(each, "", telling)
            if not evidence.is_confidential or each.concept in self.confidential:
                found.append(", ".join(part for part in (evidence.label, evidence.date) if part))
        return tuple(found)

    def tests(self) -> tuple[tuple[str, str], ...]:
        """Return what the toxicity log shows: of each row the value furthest out, or the highest grade."""
        case, infusion = self.case, self.case.infusion
        if infusion is None:
            return ()
        strip = strip_of(case.chart, case.catalogue, infusion.on, case.on)
        words = ToxicityWords(strip, case.chart, case.catalogue, self.phrases)
        found: list[tuple[str, str]] = []
        for row in strip.rows:
            if row.kind.is_of_many:  # infections and events are told themselves; they are no test
                continue
            furthest, highest = row.in_all.furthest, row.in_all.highest
            if furthest is not None:
                shown, day = words.value(furthest), words.day(furthest.day)
                found.append((words.name(row.kind), self.phrases.say("letter-of", value=shown, day=day)))
            elif highest is not None:
                days = ", ".join(map(words.number, row.in_all.days))
                shown = self.say("log-grade", grade=words.range(highest), days=days)
                found.append((words.name(row.kind), shown))
        return tuple(found)

    # --- the whole

    def narrative(self) -> str:
        """Return the case in sentences: the reporter's own words first, then what the record says."""
        return " ".join(part for part in (self.case.narrative, *self._told()) if part)

    def _told(self) -> Iterator[str]:
        case, infusion = self.case, self.case.infusion
        who = [] if case.age is None else [self.phrases.say("letter-years", years=case.age)]
        who += [self._sex()] if self._sex() else []
        if who:
            yield self.say("told-who", who=", ".join(who))
        if infusion is not None:
            yield self.say("told-infusion", product=self.product(), day=format_date(infusion.on, self.language))
        if case.reported is not None:
            parts = (self.onset(), *(f"{name} {value}" for name, value in self.gravity()))
            yield self.say("told-event", what=", ".join(part for part in (self.reaction(), *parts) if part))
            end = self.end()
            yield self.say("told-end", day=end) if end else self.say(f"told-{case.outcome.value}")
        tests = "; ".join(f"{name} {value}" for name, value in self.tests())
        if tests:
            yield self.say("told-tests", tests=tests)

    def _sex(self) -> str:
        found = [each.value.codes for each in self.case.chart.of("sex") if isinstance(each.value, Coded)]
        concept = self.case.catalogue.concept("sex")
        code = None if concept is None or not found else concept.code(next(iter(found[-1])))
        return "" if code is None else in_language(code.label, self.language)

    def notes(self) -> tuple[str, ...]:
        """Return what stands above the file: a draft, never sent, not coded, and what it lacks by name."""
        lines = [self.say("not-sent"), self.say("file-uncoded"), self.say("file-unvalidated")]
        minimum = [self.say(f"lacks-minimum-{each.value}") for each in self.lacking.minimum]
        if minimum:
            lines.append(f"{self.say('no-valid-case')}: {' '.join(minimum)}")
        further = [self.say(f"lacks-{name}") for name in self.lacking.further]
        if further:
            lines.append(f"{self.say('missing')}: {' '.join(further)}")
        return tuple(lines)
