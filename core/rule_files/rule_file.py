"""A rule file as read: header, declarations, criteria, cohorts, examples. Nothing in it has been checked yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from core.catalogue.concept import Aspect
from core.criteria.nodes import AnyOf, Condition, Not
from core.criteria.scope import Scope
from core.language.languages import ENGLISH
from core.rule_files.places import NO_PLACES, Places
from core.source_text.problem import NOWHERE, Span
from core.source_text.tree import Mapping as TreeMapping
from core.values.duration import Duration
from core.values.partial_date import PartialDate

NOT_REVIEWED = "not reviewed by a physician"


class RuleKind(Enum):
    """What a file is for."""

    PROTOCOL = "protocol"
    PROGRAMME = "programme"
    CLASSIFICATION = "classification"
    SCORE = "score"
    SCHEDULE = "schedule"


@dataclass(frozen=True, slots=True)
class NamedLimit:
    """A value that the file names once, as written; since when it holds and what held before, "" where not told."""

    value: str
    since: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date of the head: under which ``key`` it stands, and the day or span of days it says."""

    key: str
    value: PartialDate
    span: Span


class Polarity(Enum):
    """Whether a criterion asks for something or excludes it."""

    INCLUSION = "inclusion"
    EXCLUSION = "exclusion"


class Form(Enum):
    """How a criterion is decided."""

    CONDITION = "condition"
    COMMITMENT = "commitment"
    FORMALITY = "formality"
    NOT_PUBLIC = "not public"


@dataclass(frozen=True, slots=True)
class Source:
    """Where criteria come from; ``date`` and ``read`` as written, ``unknown`` allowed.

    ``titles`` and ``reads`` are words of ours, per language: a title that describes the source, what of it was read. A
    published title has none and stands in its own language on every paper.
    """

    id: str
    title: str
    place: str  # url, identifier or citation
    version: str
    date: str
    read: str
    titles: Mapping[str, str] = field(default_factory=dict[str, str], compare=False)
    reads: Mapping[str, str] = field(default_factory=dict[str, str], compare=False)

    def title_in(self, language: str) -> str:
        """Return the title in a language, else as the file writes it."""
        return self.titles.get(language) or self.title

    def read_in(self, language: str) -> str:
        """Return the day of reading, or what of the source was read, in a language."""
        return self.reads.get(language) or self.read


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of one criterion: the source's key and the section in it."""

    source: str
    section: str


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed the file and when; ``by`` "" is *not reviewed by a physician*."""

    by: str = ""
    on: str = ""
    next_due: str = ""


class OriginKind(Enum):
    """By what it is proved where a file comes from."""

    SHIPPED = "shipped"
    SIGNED = "signed"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from: with the program, from a pack signed by ``signer``, or from anywhere.

    ``review`` is the one that was signed in this program; what a file from anywhere says of its review proves nothing.
    ``holds_from`` is the day from which it holds as noted when it was taken in, where the file itself names none.
    """

    kind: OriginKind = OriginKind.LOCAL
    signer: str = ""
    review: Review | None = None
    holds_from: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """How an undated anchor is placed: not before ``after`` plus ``gap``; ``label`` is the file's name for it."""

    after: str
    gap: Duration | None = None
    label: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One numbered condition with its source. ``condition`` of an exclusion is what excludes."""

    id: str
    polarity: Polarity
    form: Form
    text: str
    condition: Condition
    points: tuple[str, ...]
    citations: tuple[Citation, ...] = ()
    applies_when: Condition | None = None
    unless: Condition | None = None
    asked_of: tuple[str, ...] = ()
    is_absence_assumed: bool = False
    retest: str = ""
    retest_if: Condition | None = None
    given_by: str = ""
    valid_for: Duration | None = None
    help: str = ""
    wording: str = "full"
    reading: str = ""
    concerns: tuple[Aspect, ...] = ()
    from_text: str = ""
    until_text: str = ""
    span: Span = NOWHERE

    @property
    def satisfied(self) -> Condition:
        """The condition under which the criterion passes: base or unless, or it does not apply."""
        base = Not(self.condition) if self.polarity is Polarity.EXCLUSION else self.condition
        ways = [base]
        if self.unless is not None:
            ways.append(self.unless)
        if self.applies_when is not None:
            ways.insert(0, Not(self.applies_when))
        return ways[0] if len(ways) == 1 else AnyOf(tuple(ways))


@dataclass(frozen=True, slots=True)
class Cohort:
    """A part of a file with its own criteria; ``applies_when`` is membership, None: open to all."""

    id: str
    title: Mapping[str, str]
    criteria: tuple[Criterion, ...]
    applies_when: Condition | None = None
    at: str = "screening"
    is_inclusion_public: bool = True
    is_exclusion_public: bool = True
    scope: Scope | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Expected:
    """What an example expects of one point or cohort; None is no expectation."""

    target: str
    conclusion: str = ""
    fails: tuple[str, ...] | None = None
    unknown: tuple[str, ...] | None = None
    deferred: tuple[str, ...] | None = None
    assumed: tuple[str, ...] = ()
    stop: tuple[str, ...] | None = None
    not_before: date | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: a patient (merged tree), the evaluation date, what must come out."""

    name: str
    on: date
    patient: TreeMapping
    expected: tuple[Expected, ...]
    due_later: tuple[str, ...] | None
    span: Span


@dataclass(frozen=True)
class RuleFile:
    """Everything a rule file says."""

    file: str
    id: str
    kind: RuleKind
    version: str
    hash: str
    state: str
    title: Mapping[str, str]
    short: Mapping[str, str] = field(default_factory=dict[str, str])
    language: str = ENGLISH
    is_fictional: bool = False
    recruitment: Mapping[str, str] = field(default_factory=dict[str, str])
    is_full: bool = False
    missing: tuple[str, ...] = ()
    diseases: tuple[str, ...] = ()
    registry: Mapping[str, str] = field(default_factory=dict[str, str])
    supersedes: str = ""
    maintainers: tuple[str, ...] = ()
    review: Review = Review()
    translated: Mapping[str, Review] = field(default_factory=dict[str, Review])
    sources: Mapping[str, Source] = field(default_factory=dict[str, Source])
    changelog: tuple[Mapping[str, str], ...] = ()
    anchors: Mapping[str, Gap] = field(default_factory=dict[str, Gap])
    scope: Scope | None = None
    criteria: tuple[Criterion, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    is_inclusion_public: bool = True
    is_exclusion_public: bool = True
    definition_texts: Mapping[str, str] = field(default_factory=dict[str, str])
    definition_sources: Mapping[str, str] = field(default_factory=dict[str, str])
    effective: Mapping[str, str] = field(default_factory=dict[str, str])
    limits: Mapping[str, NamedLimit] = field(default_factory=dict[str, NamedLimit])
    schedules: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    dates: tuple[WrittenDate, ...] = ()
    origin: Origin = Origin()
    places: Places = field(default=NO_PLACES, compare=False, repr=False)
    """Where it says what, while it is checked; what is judged does not carry it."""

    def is_unreviewed_in(self, language: str) -> bool:
        """True if its texts in a language are a translation that nobody reviewed."""
        is_foreign = language != self.language and self.scope is not None and language in self.scope.told
        return is_foreign and not self.translated.get(language, Review()).by

    @property
    def short_title(self) -> Mapping[str, str]:
        """The title for lists, per language: the short one, or the whole one where the file has none."""
        return self.short or self.title

    @property
    def all_criteria(self) -> Iterator[Criterion]:
        """The common criteria and those of every cohort, in the order of the file."""
        yield from self.criteria
        for cohort in self.cohorts:
            yield from cohort.criteria
