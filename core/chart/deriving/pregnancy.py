"""Pregnancy as one fact: what is recorded of it, the test, childbearing potential and sex, brought together.

Known to be pregnant asks for no test. A man has no childbearing potential, is not pregnant and does not breast-feed,
unless something on record says otherwise. Whatever disagrees is conflicting: never a pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.deriving.marks import contradicted, derived_finding
from core.chart.entries import Finding
from core.chart.values import Absence, Coded, Fact, TestResult, Value
from core.values.partial_date import PartialDate

LASTS = timedelta(weeks=42)
"""How long a pregnancy that was recorded is taken to go on where nothing later says otherwise (a term; memory)."""
TEST_STANDS = timedelta(days=28)
"""A negative test not older than this before a pregnancy was recorded contradicts it (local default)."""


def with_pregnancy(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with what follows about pregnancy, breast-feeding and childbearing potential."""
    facts = _Facts.of(chart, catalogue, on)
    if facts is None:
        return chart
    if facts.is_male:
        facts.settle_for_a_man()
    else:
        facts.bring_together()
    return contradicted(replace(chart, findings=(*chart.findings, *facts.added)), facts.against)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is recorded, and what is found to follow from it."""

    chart: Chart
    on: date
    pregnant: Concept
    test: Concept
    potential: Concept
    breast_feeding: Concept
    sex: Finding | None
    added: list[Finding] = field(default_factory=list[Finding])
    against: dict[str, Finding] = field(default_factory=dict[str, Finding])

    @classmethod
    def of(cls, chart: Chart, catalogue: Catalogue, on: date) -> _Facts | None:
        """Return the facts, or None where the catalogue knows nothing of pregnancy."""
        roles = ("pregnant", "pregnancy_test", "childbearing_potential", "breast_feeding", "sex")
        found = [catalogue.by_role.get(role) for role in roles]
        if any(concept is None for concept in found):
            return None
        pregnant, test, potential, breast_feeding, sex = (concept for concept in found if concept is not None)
        return cls(chart, on, pregnant, test, potential, breast_feeding, _newest(chart.of(sex.id)))

    @property
    def is_male(self) -> bool:
        """True if the record says so."""
        return self.sex is not None and isinstance(self.sex.value, Coded) and self.sex.value.codes == {"male"}

    # --- a man

    def settle_for_a_man(self) -> None:
        """Nothing is asked of a man; what is recorded all the same stands against his sex."""
        parts = () if self.sex is None else (self.sex.ref,)
        contrary = [
            finding
            for concept in (self.pregnant, self.test, self.potential, self.breast_feeding)
            if (finding := _newest(self.chart.of(concept.id))) is not None and _says_yes(finding)
        ]
        for concept in (self.pregnant, self.test, self.potential, self.breast_feeding):
            no = self._derived(concept, parts, is_so=False)
            recorded = _newest(self.chart.of(concept.id))
            if recorded is None:
                disputed = [self._derived(concept, (each.ref,), is_so=True) for each in contrary]
                self.added.append(replace(no, against=tuple(disputed[:1])))
            elif _says_yes(recorded):
                self.against[recorded.ref] = no

    # --- everybody else

    def bring_together(self) -> None:
        """Signs of a pregnancy show in the test, in the fact and in the potential; what says no stands against."""
        recorded, test = self._current(self.pregnant), self._current(self.test)
        signs = [each for each in (recorded, test) if each is not None and _says_yes(each)]
        if signs:
            self._with_signs(signs, recorded, test)
        elif recorded is None:
            self._without_signs(test)

    def _with_signs(self, signs: list[Finding], recorded: Finding | None, test: Finding | None) -> None:
        parts = tuple(each.ref for each in signs)
        potential = _newest(self.chart.of(self.potential.id))
        yes = self._derived(self.potential, parts, is_so=True)
        if potential is None:
            self.added.append(yes)
        elif not _says_yes(potential):
            self.against[potential.ref] = yes
        if recorded is not None and _says_yes(recorded):
            self._test_of(recorded, test)
        elif test is not None:
            self._fact_of(test, recorded)

    def _test_of(self, recorded: Finding, test: Finding | None) -> None:
        """Known to be pregnant: that is what a test of today would say; a negative one of late contradicts it."""
        if test is not None and _says_yes(test):
            return
        denying = test if test is not None and _is_recent(test, recorded) else None
        today = self._derived(self.test, (recorded.ref,), is_so=True)
        self.added.append(today if denying is None else replace(today, against=(denying,)))
        if denying is not None:
            self.against[denying.ref] = today
            self.against[recorded.ref] = self._derived(self.pregnant, (denying.ref,), is_so=False)

    def _fact_of(self, test: Finding, recorded: Finding | None) -> None:
        """A positive test says pregnant; a record of "not pregnant" of the same time contradicts it."""
        yes = self._derived(self.pregnant, (test.ref,), is_so=True, on=test.on)
        if recorded is None:
            self.added.append(yes)
            return
        self.against[recorded.ref] = yes
        self.against[test.ref] = self._derived(self.test, (recorded.ref,), is_so=False)

    def _without_signs(self, test: Finding | None) -> None:
        """Not pregnant follows from a negative test, and from having no childbearing potential."""
        potential = _newest(self.chart.of(self.potential.id))
        if test is not None and _says_no(test):
            self.added.append(self._derived(self.pregnant, (test.ref,), is_so=False, on=test.on))
        elif potential is not None and _says_no(potential):
            self.added.append(self._derived(self.pregnant, (potential.ref,), is_so=False))

    # --- small things

    def _current(self, concept: Concept) -> Finding | None:
        """Return the newest statement about a concept that can still stand."""
        newest = _newest(self.chart.of(concept.id))
        if newest is None or newest.on is None or newest.on.last + LASTS >= self.on:
            return newest
        return None

    def _derived(
        self, concept: Concept, parts: Iterable[str], *, is_so: bool, on: PartialDate | None = None
    ) -> Finding:
        """Return what follows, of today where it has no day of its own; a test of any sample would say it."""
        value: Value = TestResult("positive" if is_so else "negative") if concept.kind is Kind.TEST else Fact(is_so)
        qualifiers = frozenset(code.id for code in concept.qualifiers)
        return derived_finding(concept.id, value, parts, on or PartialDate.on(self.on), qualifiers=qualifiers)


def _newest(findings: Iterable[Finding]) -> Finding | None:
    valued = [each for each in findings if not isinstance(each.value, Absence)]
    return max(
        valued,
        key=lambda each: (each.on is not None, "" if each.on is None else each.on.last.isoformat()),
        default=None,
    )


def _says_yes(finding: Finding) -> bool:
    value = finding.value
    if isinstance(value, Fact):
        return value.is_so
    return isinstance(value, TestResult) and value.word in ("positive", "detected_not_quantified")


def _says_no(finding: Finding) -> bool:
    value = finding.value
    return value == Fact(is_so=False) or (isinstance(value, TestResult) and value.word == "negative")


def _is_recent(test: Finding, recorded: Finding) -> bool:
    """True for a negative test made after the pregnancy was recorded, or shortly before."""
    if test.on is None or recorded.on is None:
        return True
    return _says_no(test) and test.on.last + TEST_STANDS >= recorded.on.first
