"""CTCAE grades of laboratory values of a day and of infections, from what was recorded, with what made them.

A laboratory value is graded by its number, the limits that its own laboratory printed beside it, and the newest value
before the infusion. What of these is not on record leaves a range and is named. An infection is graded by what was
recorded of its treatment (mark M of the score: the words of CTCAE for infections are from memory).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Episode, Finding
from core.chart.of_day import of_day
from core.chart.values import Coded, Fact, Measured
from core.follow_up.grading import DEATH, GRADE, NO, Graded, lived_after, most_severe
from core.follow_up.toxicity_rows import CTCAE, NEUTROPHILS, TEMPERATURE, RowKind
from core.follow_up.trends import BEFORE_DAYS
from core.responses.contact import in_first_unit
from core.scores.answering import answered
from core.scores.given import Json
from core.values.interval import Interval
from core.values.quantity import Quantity

VALUE, LOWER, UPPER, BASELINE, SYMPTOMS = "value", "LLN", "ULN", "baseline", "symptoms"
THERAPY, LIFE = "therapy", "life_threatening"
_BY_UPPER = frozenset({"alt", "ast", "bilirubin", "creatinine", "cpk"})
_BY_BASELINE = frozenset({"alt", "ast", "bilirubin"})
"""Where the baseline was abnormal these are graded by it; not known, it may have been."""
_SHADE, _ENDLESS = Decimal("1e-9"), Decimal(1_000_000)
_TRANSFUSION = "red_cell_transfusion"

Grades = tuple[int, int]


@dataclass(frozen=True)
class LaboratoryGrading:
    """Grades the values of one test, day by day."""

    chart: Chart
    catalogue: Catalogue
    kind: RowKind
    day0: date

    def of(self, day: date) -> Graded | None:
        """Return the grade of a day; None where no value of it is a number in a unit of its concept."""
        if self.kind.test == "febrile_neutropenia":
            return self._febrile(day)
        found = (self._of_finding(each, day) for each in of_day(self.chart, self.kind.concept, day))
        graded = [each for each in found if each is not None]
        return most_severe(graded) if graded else None

    def _of_finding(self, finding: Finding, day: date) -> Graded | None:
        amount = self._amount(finding)
        if amount is None:
            return None
        told: dict[str, tuple[Decimal, str]] = {}
        for name, limit in ((LOWER, finding.lower_limit), (UPPER, finding.upper_limit)):
            number = self._number(limit)
            if number is not None and (name == UPPER) is (self.kind.test in _BY_UPPER):
                told[name] = number, finding.ref
        baseline = self._baseline() if self.kind.test in {*_BY_BASELINE, "creatinine"} else None
        if baseline is not None:
            told[BASELINE] = baseline
        words = {name: f"{number:f}" for name, (number, _) in told.items()}
        transfused = self._transfused(day) if self.kind.test == "hemoglobin" else ()
        if transfused:
            words["transfusion"] = "yes"
        ends = tuple(self._grades(end, words) for end in dict.fromkeys(_ends(amount)))
        shown = {VALUE: _shown(finding), **words}
        refs = tuple(dict.fromkeys((finding.ref, *(ref for _, ref in told.values()), *transfused)))
        taken = {VALUE: finding.ref, **{name: ref for name, (_, ref) in told.items()}}
        if any(each is None for each in ends):
            return Graded(None, None, refs, shown, taken, self._lacking(words))
        known = [each for each in ends if each is not None]
        low, high = min(each[0] for each in known), max(each[1] for each in known)
        if self.kind.test in _BY_BASELINE and BASELINE not in words:
            low = 0
        return Graded(low, high, refs, shown, taken, self._lacking(words) if low != high and amount.is_exact else ())

    def _grades(self, value: Decimal, words: Mapping[str, str]) -> Grades | None:
        """Return what the score says of a number, None where it asks for a limit in vain."""
        unit = self._unit()
        written: dict[str, Json] = {"test": self.kind.test, VALUE: value, **({"unit": unit} if unit else {})}
        written |= {name: word if name == "transfusion" else Decimal(word) for name, word in words.items()}
        return _told(written)

    def _lacking(self, words: Mapping[str, str]) -> tuple[str, ...]:
        test = self.kind.test
        asked = [UPPER] if test in _BY_UPPER else [LOWER]
        asked += [BASELINE] if test in {*_BY_BASELINE, "creatinine"} else []
        asked += [SYMPTOMS] if test in ("hypokalemia", "hyponatremia") else []
        return tuple(name for name in asked if name not in words)

    # --- numbers

    def _unit(self) -> str:
        concept = self.catalogue.concept(self.kind.concept)
        return "" if concept is None or not concept.units else concept.units[0].name

    def _amount(self, finding: Finding) -> Interval | None:
        value, concept = finding.value, self.catalogue.concept(finding.concept)
        return in_first_unit(value.quantity, concept) if isinstance(value, Measured) and concept is not None else None

    def _number(self, limit: Quantity | None) -> Decimal | None:
        concept = self.catalogue.concept(self.kind.concept)
        amount = None if limit is None or concept is None else in_first_unit(limit, concept)
        return amount.low if amount is not None and amount.is_exact and amount.low else None

    def _baseline(self) -> tuple[Decimal, str] | None:
        """Return the newest exact value of the time before the infusion, None for none or for several of its day."""
        earliest = self.day0 - timedelta(days=BEFORE_DAYS)
        found = [
            (each.on.first, amount.low, each.ref)
            for each in self.chart.of(self.kind.concept)
            if each.on is not None and each.on.is_exact and earliest <= each.on.first < self.day0
            if (amount := self._amount(each)) is not None and amount.is_exact and amount.low
        ]
        newest = max((on for on, _, _ in found), default=None)
        of_newest = {number: ref for on, number, ref in found if on == newest}
        return next(iter(of_newest.items())) if len(of_newest) == 1 else None

    def _transfused(self, day: date) -> tuple[str, ...]:
        return tuple(
            each.ref
            for each in self.chart.episodes
            if each.concept == _TRANSFUSION
            and each.onset is not None
            and each.onset.is_exact
            and each.onset.first == day
        )

    # --- febrile neutropenia

    def _febrile(self, day: date) -> Graded | None:
        """Return febrile neutropenia of a day on which both were measured: lowest count, highest temperature."""
        counts = [
            (amount, each.ref)
            for each in of_day(self.chart, NEUTROPHILS, day)
            if (amount := self._amount(each)) is not None
        ]
        heats = [
            (number, each.ref)
            for each in of_day(self.chart, "vital_signs", day)
            if (number := _temperature(each)) is not None
        ]
        if not counts or not heats:
            return None
        amount, ref = min(counts, key=lambda each: _ends(each[0]))
        heat, heat_ref = max(heats)
        known = [
            grades
            for end in dict.fromkeys(_ends(amount))
            if (grades := _told({"test": self.kind.test, VALUE: end, "temp": heat})) is not None
        ]
        shown = {VALUE: _shown(self.chart.by_ref[ref]), "temp": f"{heat:f}"}
        taken = {VALUE: ref, "temp": heat_ref}
        refs = (ref, heat_ref)
        if not known:
            return Graded(0, 3, refs, shown, taken, ("over_an_hour",))
        low, high = min(each[0] for each in known), max(each[1] for each in known)
        return Graded(low, high, refs, shown, taken, ("over_an_hour",) if low != high else ())


@dataclass(frozen=True)
class InfectionGrading:
    """Grades infections by what was recorded of their treatment; an infection without an end goes on."""

    chart: Chart
    catalogue: Catalogue
    concepts: frozenset[str]
    first: date
    on: date

    def of(self, day: date) -> Graded | None:
        """Return the grade of the infections that were there on a day, None where there was none."""
        graded = [self._graded(each) for each in self.there(day)]
        return most_severe(graded) if graded else None

    def there(self, day: date) -> Iterator[Episode]:
        """Yield the infections that began since the first day of the log and were there on a day."""
        for each in self.chart.episodes:
            span = self.span(each)
            if span is not None and span[0] <= day <= span[1]:
                yield each

    def span(self, episode: Episode) -> tuple[date, date] | None:
        """Return the first and the last day of an infection of the log; None for another entry."""
        onset, end = episode.onset, episode.end
        if episode.concept not in self.concepts or episode.is_suspected or onset is None or not onset.is_exact:
            return None
        if onset.first < self.first:
            return None
        return onset.first, self.on if end is None else max(onset.first, end.first)

    def _graded(self, episode: Episode) -> Graded:
        treated, by_vein = _flag(episode, "needs_treatment"), _flag(episode, "needs_iv_treatment")
        severity = episode.fields.get("severity")
        severities = severity.codes if isinstance(severity, Coded) else frozenset[str]()
        words = {name: ("yes" if each else "no") for name, each in
                 (("needs_treatment", treated), ("needs_iv_treatment", by_vein)) if each is not None}  # fmt: skip
        if severities:
            words["severity"] = next(iter(sorted(severities)))
        span = self.span(episode)
        alive = "" if span is None else lived_after(self.chart, span[1])
        threats = ("yes",) if LIFE in severities else ("no",) if severities else ("no", "yes")
        deaths = (NO,) if alive or episode.end is not None else (NO, "yes")
        known = [
            grades
            for therapy in _therapies(treated, by_vein)
            for threat in threats
            for death in deaths
            if (grades := _told({"test": "infection", THERAPY: therapy, LIFE: threat, DEATH: death})) is not None
        ]
        low, high = min(each[0] for each in known), max(each[1] for each in known)
        missing = [name for name in ("needs_treatment", "needs_iv_treatment", "severity") if name not in words]
        is_open = low != high
        return Graded(low, high, (episode.ref,), words, {}, tuple(missing) if is_open else ())


def _therapies(treated: bool | None, by_vein: bool | None) -> Sequence[str]:
    """Return what the treatment can have been: "needs a drug or an intervention" does not tell which of the two."""
    if by_vein:
        return ("iv",)
    if treated is False:
        return ("none",)
    unknown = ("none", "oral") if treated is None else ("oral",)
    return (*unknown, "intervention") if by_vein is False else (*unknown, "iv")


def _told(written: Mapping[str, Json]) -> Grades | None:
    answer = answered(CTCAE, written)
    low, high = answer.ranges.get(GRADE, (answer.output.get(GRADE),) * 2)
    return (int(low), int(high)) if isinstance(low, int) and isinstance(high, int) else None


def _ends(amount: Interval) -> tuple[Decimal, Decimal]:
    """Return the least and the most a number can be; below or above an open bound by a shade."""
    low = Decimal(0) if amount.low is None else amount.low + (_SHADE if amount.is_low_open else 0)
    high = _ENDLESS if amount.high is None else amount.high - (_SHADE if amount.is_high_open else 0)
    return min(low, high), high


def _temperature(finding: Finding) -> Decimal | None:
    value = getattr(finding.value, "fields", {}).get(TEMPERATURE)
    amount = value.quantity.amount if isinstance(value, Measured) else None
    return amount.low if amount is not None and amount.is_exact else None


def _shown(finding: object) -> str:
    """Return a value as it was recorded."""
    quantity = getattr(getattr(finding, "value", None), "quantity", None)
    return "" if quantity is None else str(quantity.text)


def _flag(episode: Episode, name: str) -> bool | None:
    value = episode.fields.get(name)
    return value.is_so if isinstance(value, Fact) else None
