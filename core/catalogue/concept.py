"""Concepts: what can be known of a patient, and how it may be written and judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from core.catalogue.spelling import by_spelling, folded
from core.language.languages import ENGLISH
from core.values.duration import Duration, TimeUnit

_ANSWERS = frozenset({"yes", "no"})  # they answer a question; NO, a country, is written as it is


MAJORITY = Duration(18, TimeUnit.YEAR)
"""The age before which something began in childhood, where a definition names none of its own."""


class Kind(Enum):
    """The type of a concept's values; it decides which sentences may speak of it."""

    YES_NO = "yes_no"  # a fact: is yes, is no
    CODE = "code"  # one of listed codes: is x, is one of (x, y)
    CODES = "codes"  # a set of listed codes: includes x
    NUMBER = "number"  # a bare number or a number with a unit: compared
    TITRE = "titre"  # 1:n
    TEST = "test"  # positive, negative, … or a number with the laboratory's own limit
    DATE = "date"  # a landmark: time since x
    RECORD = "record"  # several fields of one examination: x shows (…)
    SCORE = "score"  # a total, with items or domain grades where they are known
    CLASSIFICATION = "classification"  # met or not met, or a category; a number beside it
    CONDITION = "condition"  # a diagnosis or sign with onset and end: has x, had x
    EVENT = "event"  # something that happened: had x, received x
    AGE = "age"  # completed years, from the birth date
    DOSE = "dose"  # computed from the courses of a drug class


class Change(Enum):
    """How a concept's value can come to be another: it decides what a failure is called."""

    NEVER = "never"
    WITH_TIME = "with_time"
    OF_ITSELF = "of_itself"  # it ends, on a day nobody knows
    BY_REPEATING = "by_repeating"
    BY_TREATMENT = "by_treatment"


class Aspect(Enum):
    """What a criterion about this concept speaks of, where a conclusion asks for it."""

    AGE = "age"
    ACTIVITY = "activity"
    TREATMENT = "treatment"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit a concept may be written in: ``factor`` takes a number in it to the first unit of its family, exactly.

    Units of different families (``""`` and ``per kg``, or two arbitrary units) never convert by a factor.
    """

    name: str
    factor: Decimal
    also: tuple[str, ...] = ()
    family: str = ""


@dataclass(frozen=True, slots=True)
class Converted:
    """A unit that laboratories print and no record holds: ``factor`` takes a number in it to the first unit."""

    name: str
    factor: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Code:
    """One word a coded value may be, with its label per language.

    ``kind_of`` is the wider code of the same concept that this one is a kind of, "" where there is none
    (amyopathic dermatomyositis is a dermatomyositis). ``printed`` are ways in which prints and hands write it, which no
    rule file does (``RA`` for room air).
    """

    id: str
    label: Mapping[str, str]
    also: tuple[str, ...] = ()
    kind_of: str = ""
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UsualExclusion:
    """A mark on what nearly every trial of cell therapy excludes: ``named_by`` of ``records`` records name it.

    ``look_back`` is how long before it still excludes, where the records that name it give one length (None: no
    length, or none that is the same). ``sources`` is the source per language.
    """

    named_by: int
    records: int
    sources: Mapping[str, str]
    look_back: Duration | None = None

    @property
    def source(self) -> str:
        """Where the share was counted, in English."""
        return self.sources[ENGLISH]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a score: its weight when present, and the item groups it belongs to (laboratory, serology)."""

    id: str
    weight: Decimal
    groups: frozenset[str]
    label: Mapping[str, str]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers in the concept's first unit; either end may be open."""

    low: Decimal | None
    high: Decimal | None

    def holds(self, number: Decimal) -> bool:
        """True if the number lies inside, both ends included."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that can be known of a patient.

    ``freshness`` is how long a value stands when a sentence names no window (None: for ever);
    ``members`` are the concepts a class of conditions, events or tests stands for (without itself);
    ``qualifiers`` are the words for method, sample and circumstances; those of one ``interchangeable``
    set may stand for one another where a file names none. ``fields`` are the concepts of a record or event.
    ``follows`` are the codes that diagnoses settle, by diagnosis (the subtype follows from the diagnosis).
    ``behind`` are the codes of another field that this field's word may stand behind in one word (``IIIA``), by field.
    """

    id: str
    kind: Kind
    section: str
    label: Mapping[str, str]
    help: Mapping[str, str] = field(default_factory=dict[str, str])
    also: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    unit_source: str = ""
    unit_words: tuple[str, ...] = ()  # what laboratories write within the unit that says nothing new (g/g creatinine)
    converted: tuple[Converted, ...] = ()
    plausible: Range | None = None  # outside it: warn
    possible: Range | None = None  # outside it: refuse
    range_source: str = ""
    step: Decimal | None = None  # of a score: what its totals are multiples of
    diseases: tuple[str, ...] = ()  # of a score of activity or damage: whose disease it measures; (): anybody's
    freshness: Duration | None = None
    freshness_source: str = ""  # who says so; of a value that stands for ever, why
    qualifiers: tuple[Code, ...] = ()
    interchangeable: tuple[frozenset[str], ...] = ()
    codes: tuple[Code, ...] = ()
    follows: Mapping[str, str] = field(default_factory=dict[str, str])
    fields: Mapping[str, Concept] = field(default_factory=dict[str, "Concept"])
    items: tuple[Item, ...] = ()
    items_of: str = ""  # the score whose items these are, where another defines them otherwise
    domains: tuple[Code, ...] = ()  # of a score with grades; the grades are the codes
    members: tuple[str, ...] = ()
    is_part: bool = False  # a manifestation: the disease it belongs to says nothing of whether it is there
    is_point: bool = False  # an event of one day (stroke, transfusion, vaccine)
    is_given: bool = False  # an event that is received (vaccine, transfusion)
    is_confidential: bool = False
    dose_of: str = ""  # of a DOSE: the drug class whose courses make it
    aspect: Aspect | None = None
    changes: Change = Change.BY_REPEATING
    loinc: str = ""
    obtained_by: Mapping[str, str] = field(default_factory=dict[str, str])
    source: str = ""
    role: str = ""  # "weight", "sex", "body_surface": what computations look for
    usually_excludes: UsualExclusion | None = None
    raised_by: tuple[str, ...] = ()  # conditions that raise it where the method is not said (oxygen)
    childhood_form_of: str = ""  # the disease that this one is where it began in childhood
    began_before: Duration = MAJORITY  # of a childhood form: the age that ends childhood in its definition
    first_symptom: str = ""  # of a childhood form: the landmark that says when the disease began
    behind: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    def unit(self, name: str) -> Unit | None:
        """Return the unit written ``name``, by its name or another spelling."""
        for unit in self.units:
            if name == unit.name or name in unit.also:
                return unit
        return None

    def code(self, name: str) -> Code | None:
        """Return the code written ``name``, by its id or another spelling, in capitals or with spaces as well."""
        for code in self.codes:
            if name == code.id or name in code.also:
                return code
        return None if folded(name) in _ANSWERS else self._code_as_said(name)

    def _code_as_said(self, name: str) -> Code | None:
        said_as = by_spelling((spelling, code.id) for code in self.codes for spelling in (code.id, *code.also))
        found = said_as.get(folded(name))
        return next((code for code in self.codes if code.id == found), None)

    def kinds_of_code(self, name: str) -> frozenset[str]:
        """Return the code with this id and every code that is a kind of it, kinds of kinds among them."""
        inner = (code.id for code in self.codes if code.kind_of == name)
        return frozenset({name}).union(*(self.kinds_of_code(each) for each in inner))

    def item(self, name: str) -> Item | None:
        """Return the item of a score written ``name``, by its id or another spelling."""
        return next((item for item in self.items if name == item.id or name in item.also), None)

    @property
    def words(self) -> frozenset[str]:
        """The ids of the codes."""
        return frozenset(code.id for code in self.codes)
