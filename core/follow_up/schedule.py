"""A schedule of activities as read: what is done, when, for whom, by which source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

from core.criteria.nodes import Condition
from core.criteria.scope import Scope
from core.follow_up.timing import Once, Series, Throughout, Until, When, While
from core.rule_files.origin import FROM_ANYWHERE
from core.rule_files.rule_file import Origin, Review, Source
from core.values.duration import Duration
from core.values.truth import Truth

Text = Mapping[str, str]
"""A text per language; English is always there."""

NO_TEXT: Text = {}

Judge = Callable[[Condition, date], Truth]
"""Whether a condition holds for the patient on a day, as far as the record tells."""

REGIONS = ("EU", "US")
"""The regions that have published rules; any other takes the longer of them."""

PRODUCTS = ("autologous", "allogeneic")
VECTORS = ("lentiviral", "gammaretroviral", "transposon", "mrna")
LYMPHODEPLETION = ("given", "none", "with_fludarabine")
"""What a rule may ask of the lymphodepletion: that there is one, that there is none, that fludarabine is part of it."""

BEDSIDE = ("vital_signs", "nervous_system", "blood_count", "inflammation", "organs")
"""The columns of the sheet for the bedside; each has its phrase ``plan-bedside-…``."""

TOLD_NOTHING = "nothing"
"""What the family need not be told: papers, stock, what a physician decides."""

TOLD_AT_VISITS = (
    "blood_test",
    "urine_test",
    "swab",
    "vital_signs",
    "blood_pressure",
    "temperature_at_home",
    "wellbeing",
    "body_check",
    "skin_check",
    "nerve_check",
    "thinking_test",
    "behaviour_check",
    "illness_check",
    "muscle_test",
    "lung_test",
    "heart_test",
    "lung_scan",
    "muscle_scan",
    "bone_test",
    "growth",
    "questions",
    "marrow_test",
    "infection_talk",
    "medicine_talk",
    "preparing_medicine",
    "vaccine_check",
    "vaccine",
    "other_vaccines",
    "cancer_check",
    "lump_check",
    "contact",
    "register",
    "adult_clinic",
    "own_consent",
)
"""What the family is told an activity of a visit is, in the order of telling; it has its phrase ``family-visit-…``."""

TOLD_AS_HELD = (
    "irradiated_blood",
    "liver_medicine",
    "lung_medicine",
    "no_donation",
    "no_driving",
    "no_live_vaccine",
    "no_risky_sport",
    "stay_near",
    "virus_medicine",
)
"""What the family is told to keep to; each has its phrase ``family-held-…``."""

TOLD = (*TOLD_AT_VISITS, *TOLD_AS_HELD, TOLD_NOTHING)

ROLES = (
    "cell_therapy",
    "rheumatology",
    "primary_care",
    "cardiology",
    "pulmonology",
    "fertility",
    "endocrinology",
    "patient",
)
"""Who does it; each has its phrase ``role-…``."""


class Strength(Enum):
    """How much stands behind a rule."""

    LABEL = "label"
    REGULATOR = "regulator_guidance"
    SOCIETY = "society_guidance"
    EXPERT_TABLE = "expert_table"
    OBSERVATIONAL = "observational"
    TRIAL_PRACTICE = "trial_practice"
    EXPERT = "expert"
    LOCAL_DEFAULT = "local_default"


class Provenance(Enum):
    """Whether the source was read; ``OWN`` is a proposal of the schedule's authors."""

    SEEN = "seen"
    MEMORY = "memory"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How long before and after the planned day a visit still counts."""

    before: Duration
    after: Duration


@dataclass(frozen=True, slots=True)
class Named:
    """A condition or an event in words; ``sentence`` where the rule language can say it and the plan judges it.

    ``point`` is the point of the treatment an event belongs to: with one it comes before the infusion (or is it),
    without one nobody knows whether and when it comes. ``name`` is what a condition is about, where the plan is to tell
    what the record says of it. ``ruled_out`` says what is enough for it not to hold where nothing on record says
    that it does.
    """

    id: str
    words: Text
    sentence: Condition | None = None
    point: str = ""
    name: Text = field(default_factory=dict[str, str])
    ruled_out: Condition | None = None

    def truth(self, judge: Judge, day: date) -> Truth:
        """Return whether it holds on a day."""
        if self.sentence is None:
            return Truth.UNKNOWN
        found = judge(self.sentence, day)
        is_out = found is Truth.UNKNOWN and self.ruled_out is not None and judge(self.ruled_out, day) is Truth.TRUE
        return Truth.FALSE if is_out else found


@dataclass(frozen=True, slots=True)
class Reach:
    """For whom a rule was published; an empty set is everyone."""

    regions: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    vectors: frozenset[str] = frozenset()
    lymphodepletion: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """One source's statement on one activity: when, for whom, how sure.

    ``disputed`` holds both readings where sources differ. ``label`` replaces the activity's where this rule
    asks for something of its own (limits for the age). ``refs`` are the items of the evidence table it holds
    (``docs/checks/schedules.md``).
    """

    whens: tuple[When, ...]
    sources: tuple[Source, ...]
    strength: Strength
    provenance: Provenance
    reach: Reach = Reach()
    applies_when: Named | None = None
    window: Tolerance | None = None
    label: Text = field(default_factory=dict[str, str])
    limit: Text = field(default_factory=dict[str, str])
    note: Text = field(default_factory=dict[str, str])
    disputed: Text = field(default_factory=dict[str, str])
    refs: tuple[str, ...] = ()
    family: tuple[str, ...] = ()

    @property
    def is_local_default(self) -> bool:
        """True if no published schedule says so."""
        return self.strength is Strength.LOCAL_DEFAULT

    @property
    def is_from_memory(self) -> bool:
        """True if the source has to be read before anyone relies on it."""
        return self.provenance is Provenance.MEMORY


@dataclass(frozen=True, slots=True)
class Activity:
    """Something to do. ``off``: why it is not done unless switched on. ``yields``: the concepts it measures.

    ``drugs``: it concerns those alone who have or had one of these, and names what they had. ``bedside`` are the
    columns of the sheet for the first four weeks in which it stands. ``family`` is what the patient and the family are
    told it is, in the order of the file; a rule may say otherwise. Empty: nobody wrote it.
    """

    id: str
    label: Text
    rules: tuple[Rule, ...]
    detail: Text = field(default_factory=dict[str, str])
    roles: tuple[str, ...] = ()
    is_confidential: bool = False
    off: Text = field(default_factory=dict[str, str])
    yields: tuple[str, ...] = ()
    drugs: frozenset[str] = frozenset()
    bedside: frozenset[str] = frozenset()
    family: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader of the plan should know, or a patient should report, with its source.

    ``plain`` says it in words that a child of 12 understands, where patients and families are to be told.
    ``claim`` is what public texts say, where ``text`` tells what papers carry of it.
    ``is_symptom`` is false for what a patient is told to do beside reporting.
    """

    id: str
    text: Text
    sources: tuple[Source, ...]
    strength: Strength
    provenance: Provenance
    regions: frozenset[str] = frozenset()
    refs: tuple[str, ...] = ()
    plain: Text = field(default_factory=dict[str, str])
    is_symptom: bool = True
    claim: Text = field(default_factory=dict[str, str])
    products: frozenset[str] = frozenset()
    applies_when: Named | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """A condition that the record can decide, with the activities that begin, and those that end, when it comes true.

    ``is_of_rules``: rules apply by it; ``is_settled``: it ends something, or something waits for it.
    """

    condition: Named
    sentence: Condition
    begins: tuple[Activity, ...]
    ends: tuple[Activity, ...]
    is_of_rules: bool
    is_settled: bool


@dataclass(frozen=True)
class Schedule:
    """A whole schedule file. ``diseases`` empty: for every patient. ``subject``: its short name in a title."""

    file: str
    id: str
    version: str
    hash: str
    state: str
    title: Text
    subject: Text
    review: Review
    sources: Mapping[str, Source]
    missing: tuple[str, ...]
    diseases: tuple[str, ...]
    scope: Scope
    conditions: Mapping[str, Named]
    events: Mapping[str, Named]
    activities: tuple[Activity, ...]
    reports: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    origin: Origin = FROM_ANYWHERE
    """Where the file comes from: one of which nothing is known is local."""

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """What turns on each condition that the record can decide."""
        every = tuple(each for each in self.activities if not each.off)
        found: list[Use] = []
        for name, condition in self.conditions.items():
            if condition.sentence is not None:
                applied = tuple(each for each in every if _is_applied(each, name))
                awaited = tuple(each for each in every if _waits_for(each, name) and each not in applied)
                ended = tuple(each for each in every if _ends_by(each, name))
                if applied or awaited or ended:
                    is_settled = bool(awaited or ended)
                    begins = (*applied, *awaited)
                    found.append(Use(condition, condition.sentence, begins, ended, bool(applied), is_settled))
        return tuple(found)


def _is_applied(activity: Activity, condition: str) -> bool:
    return any(rule.applies_when is not None and rule.applies_when.id == condition for rule in activity.rules)


def _waits_for(activity: Activity, condition: str) -> bool:
    whens = (when for rule in activity.rules for when in rule.whens)
    return any(isinstance(when, While | Once) and when.condition == condition for when in whens)


def _ends_by(activity: Activity, condition: str) -> bool:
    return any(
        (isinstance(when, Series | Throughout) and when.until == condition)
        or (isinstance(when, Until) and when.condition == condition)
        for rule in activity.rules
        for when in rule.whens
    )
