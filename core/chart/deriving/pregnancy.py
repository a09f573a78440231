"""Pregnancy as one fact: what is recorded of it, the test, childbearing potential and sex, brought together.

A pregnancy that is recorded, or that a test showed, goes on where nothing later says otherwise, and asks for no other
test. A man has no childbearing potential, is not pregnant and does not breast-feed, unless something on record says
otherwise. Whatever disagrees is conflicting on both sides: never a pass. Breast-feeding says nothing of a pregnancy and
no childbearing potential says nothing of breast-feeding: a woman who was sterilised may do so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.deriving.marks import behind, contradicted, derived_finding
from core.chart.deriving.newest import is_after, newest, says, valued
from core.chart.entries import Finding
from core.chart.values import Coded, Fact, TestResult, Value
from core.values.partial_date import PartialDate
from core.values.truth import Truth

LASTS = timedelta(weeks=42)
"""How long a pregnancy that was recorded or tested is taken to go on where nothing later says otherwise (memory)."""
STANDS = timedelta(days=28)
"""A "no" not older than this contradicts a pregnancy that was found after it (local default)."""


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
class _Said:
    """What the newest statements about a concept say: yes, no, or both where they are of one time.

    ``neither``: the newest one tells neither (borderline, invalid). It hides an older no, never an older yes.
    """

    yes: Finding | None
    no: Finding | None
    neither: Finding | None

    @property
    def latest(self) -> Finding | None:
        """What was said, a yes before a no."""
        return self.yes or self.no


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is recorded, and what is found to follow from it."""

    chart: Chart
    on: date
    pregnant: Concept
    test: Concept
    potential: Concept
    breast_feeding: Concept
    is_male: bool
    added: list[Finding] = field(default_factory=list[Finding])
    against: dict[str, Finding] = field(default_factory=dict[str, Finding])
    sexes: tuple[str, ...] = ()

    @classmethod
    def of(cls, chart: Chart, catalogue: Catalogue, on: date) -> _Facts | None:
        """Return the facts, or None where the catalogue knows nothing of pregnancy."""
        roles = ("pregnant", "pregnancy_test", "childbearing_potential", "breast_feeding", "sex")
        found = [catalogue.by_role.get(role) for role in roles]
        if any(concept is None for concept in found):
            return None
        pregnant, test, potential, breast_feeding, sex = (concept for concept in found if concept is not None)
        sexes = newest(valued(chart, sex))
        is_male = bool(sexes) and all(_is_male(each) for each in sexes)
        refs = tuple(each.ref for each in sexes)
        return cls(chart, on, pregnant, test, potential, breast_feeding, is_male, sexes=refs)

    # --- a man

    def settle_for_a_man(self) -> None:
        """Nothing is asked of a man; what is recorded all the same stands against his sex."""
        fact, test, potential = self._said(self.pregnant), self._said(self.test), self._said(self.potential)
        feeding = self._said(self.breast_feeding)
        contrary = [each.yes for each in (fact, test, potential, feeding) if each.yes is not None]
        signs = [each.yes for each in (fact, test) if each.yes is not None]
        for concept, recorded in ((self.pregnant, fact), (self.test, test), (self.potential, potential)):
            self._settle(concept, recorded, contrary)
            if recorded.no is not None and signs:
                self.against[recorded.no.ref] = self._derived(concept, (*behind(signs[0]), *self.sexes), is_so=True)
        self._settle(self.breast_feeding, feeding, contrary)

    def _settle(self, concept: Concept, recorded: _Said, contrary: list[Finding]) -> None:
        no = self._derived(concept, self.sexes, is_so=False)
        if recorded.yes is not None:
            self.against[recorded.yes.ref] = no
        if self._is_to_derive(concept, recorded.latest):
            disputed = [self._derived(concept, behind(each), is_so=True) for each in contrary[:1]]
            self.added.append(replace(no, against=tuple(disputed)))

    # --- everybody else

    def bring_together(self) -> None:
        """Signs of a pregnancy show in the test, in the fact and in the potential; what says no stands against."""
        fact, test, potential = self._said(self.pregnant), self._said(self.test), self._said(self.potential)
        signs = [each for each in (fact.yes, test.yes) if each is not None and self._goes_on(each)]
        if signs:
            said_no = (fact.no, test.no, test.neither if _is_doubtful(test.neither) else None)
            denials = [each for each in said_no if each is not None and self._is_denied(signs, each)]
            denials += [] if potential.no is None else [potential.no]
            self._show(self.pregnant, fact, signs, denials)
            self._show(self.test, test, signs, denials)
            if potential.yes is None:
                self._show(self.potential, potential, signs, denials)
        else:
            self._without_signs(fact, test, self._standing(potential.no))

    def _standing(self, no_potential: Finding | None) -> Finding | None:
        """Return that there is no potential, unless something stands against it, as a later pregnancy does."""
        if no_potential is None or no_potential.against:
            return None
        if no_potential.on is None:
            return no_potential
        later = [each for each in self._ever_yes() if is_after(each, no_potential)]
        if not later:
            return no_potential
        self.against[no_potential.ref] = self._derived(self.potential, behind(*later), is_so=True)
        return None

    def _show(self, concept: Concept, said: _Said, signs: list[Finding], denials: list[Finding]) -> None:
        """Show signs of a pregnancy in one concept; where something denies them, both sides are contradicted."""
        yes = self._derived(concept, behind(*signs), is_so=True)
        no = self._derived(concept, behind(*denials), is_so=False)
        if denials and said.yes is not None:
            self.against[said.yes.ref] = no
        if said.no is not None and said.no in denials:
            self.against[said.no.ref] = yes
        is_told = said.latest in signs or said.latest in denials
        if not is_told or self._is_to_derive(concept, said.latest):
            self.added.append(replace(yes, against=(no,) if denials else ()))

    def _without_signs(self, fact: _Said, test: _Said, no_potential: Finding | None) -> None:
        """Not pregnant follows from a negative test, and from having no childbearing potential.

        A test that tells neither leaves it open whatever the potential.
        """
        if no_potential is not None and test.neither is None:
            if self._is_of_the_past(fact.latest):
                self.added.append(self._derived(self.pregnant, behind(no_potential), is_so=False))
        elif test.no is not None and (fact.latest is None or is_after(test.no, fact.latest)):
            self.added.append(self._derived(self.pregnant, behind(test.no), is_so=False, on=test.no.on))

    # --- small things

    def _said(self, concept: Concept) -> _Said:
        found = valued(self.chart, concept)
        telling = newest(each for each in found if says(each).is_known)
        neither = next((each for each in newest(found) if not says(each).is_known), None)
        yes = next((each for each in telling if says(each) is Truth.TRUE), None)
        no = next((each for each in telling if says(each) is Truth.FALSE), None)
        return _Said(yes, None if neither is not None and yes is None else no, neither)

    def _ever_yes(self) -> Iterator[Finding]:
        for concept in (self.pregnant, self.test):
            yield from (each for each in valued(self.chart, concept) if says(each) is Truth.TRUE)

    def _goes_on(self, sign: Finding) -> bool:
        """True for a sign of a pregnancy that can still be there."""
        return sign.on is None or sign.on.last + LASTS >= self.on

    def _is_denied(self, signs: Iterable[Finding], no: Finding) -> bool:
        """True if a "no" stands against a sign: one of the same time or later always, an older one for a while."""
        if no.on is None or no.on.last + STANDS >= self.on:
            return True
        return any(each.on is not None and not is_after(each, no) for each in signs)

    def _is_to_derive(self, concept: Concept, recorded: Finding | None) -> bool:
        """True where what is recorded of a concept does not say how it is today."""
        return recorded is None or (concept.freshness is not None and self._is_of_the_past(recorded))

    def _is_of_the_past(self, recorded: Finding | None) -> bool:
        """True where nothing is recorded that speaks of today; a "no" without a day stands as it was said."""
        if recorded is None or recorded.on is None:
            return recorded is None or says(recorded) is Truth.TRUE
        return recorded.on.last < self.on

    def _derived(
        self, concept: Concept, parts: Iterable[str], *, is_so: bool, on: PartialDate | None = None
    ) -> Finding:
        """Return what follows, of today where it has no day of its own; a test of any sample would say it."""
        value: Value = TestResult("positive" if is_so else "negative") if concept.kind is Kind.TEST else Fact(is_so)
        qualifiers = frozenset(code.id for code in concept.qualifiers)
        return derived_finding(concept.id, value, parts, on or PartialDate.on(self.on), qualifiers=qualifiers)


def _is_doubtful(finding: Finding | None) -> bool:
    """True for a result between yes and no; one that failed, or a number without a limit, casts no doubt."""
    return finding is not None and finding.value in (TestResult("borderline"), TestResult("indeterminate"))


def _is_male(finding: Finding) -> bool:
    return isinstance(finding.value, Coded) and finding.value.codes == frozenset({"male"})
