"""Conditions of every kind by chance, valid over the invented catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal

from core.chart.words import NAMED_OUTCOMES
from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    Defined,
    DoseLimit,
    Failed,
    Had,
    Has,
    Includes,
    Not,
    NotPublic,
    Off,
    On,
    Pick,
    Received,
    Repeated,
    Shift,
    Shows,
    SourcesDiffer,
    Stable,
    State,
    Therapy,
    TimeSince,
    WhenThen,
    walk,
)
from core.criteria.values import (
    Amount,
    Clean,
    Domains,
    Extreme,
    ExtremeSpan,
    HalfLives,
    Items,
    Lasting,
    Length,
    Limit,
    Multiple,
    NamedWindow,
    OnDay,
    Several,
    Side,
    SiteValue,
    Span,
    Stretch,
    Subject,
    Term,
    TitreLimit,
    Which,
    Window,
    Within,
)
from core.values.duration import Duration, TimeUnit
from core.values.interval import Op
from tests.generative.invented_catalogue import SCOPE
from tests.generative.invented_charts import Chance

OPS: tuple[Op, ...] = ("<", "<=", ">", ">=", "=", "!=")
PICKS: tuple[Pick, ...] = ("latest", "first", "highest", "lowest", "any", "every", "ever")
RECORD_PICKS: tuple[Pick, ...] = ("", "latest", "first", "any", "every", "ever")
SIDES: tuple[Side, ...] = ("before", "after", "of")
ANCHORS = ("screening", "leukapheresis", "infusion", "first_sign")
DURATIONS = (
    Duration(7, TimeUnit.DAY),
    Duration(14, TimeUnit.DAY),
    Duration(4, TimeUnit.WEEK),
    Duration(3, TimeUnit.MONTH),
    Duration(6, TimeUnit.MONTH),
    Duration(1, TimeUnit.YEAR),
    Duration(48, TimeUnit.HOUR),
)
CONDITIONS = ("growth", "bump", "lump", "scar", "ailment", "target_disease", "harms")
EVENTS = ("blow", "spell", "transfer")
DRUG_NAMES = ("pill", "tablet", "drip", "syrup", "powder", "steroids", "mixtures", "dusts", "remedies")
REASONS = ("intolerance", "inefficacy", "planned")
_Mode = Literal["any", "each"]


def condition(chance: Chance, depth: int = 2) -> Condition:
    """Return a sentence, a therapy block, or several conditions joined."""
    if depth > 0 and chance.chance(0.35):
        return chance.one(CONNECTIVES)(chance, depth)
    return chance.one(SENTENCES)(chance)


def names_of(node: Condition) -> list[str]:
    """Return the concepts a condition speaks of, definitions among them: a chart about them decides something."""
    return list(dict.fromkeys(_names(node)))


def _names(node: Condition) -> Iterator[str]:
    for each in walk(node):
        match each:
            case Compare() | Between() | State() | Includes():
                yield from _measured_names(each)
            case Repeated() | Shift():
                yield each.term.name
            case TimeSince() | Shows():
                yield each.landmark if isinstance(each, TimeSince) else each.record
            case Has() | Had() | Received():
                found = SCOPE.concepts((*each.which.names, *each.which.other_than))
                yield from sorted(found | {name for name in ("growth",) if found & SCOPE.concepts((name,))})
            case Defined():
                yield from _names(SCOPE.definitions[each.name])
            case _:
                pass
        if "anchor='first_sign'" in repr(each):
            yield "first_sign"


def _measured_names(node: Compare | Between | State | Includes) -> Iterator[str]:
    names = (node.subject.name,) if isinstance(node.subject, Term) else node.subject.names
    for name in names:
        yield from (name, *SCOPE.members(name))
    if isinstance(node, Compare | Between) and node.clean is not None:
        yield from node.clean.names


# --- windows and lengths


def duration(chance: Chance) -> Duration:
    """Return a length of time."""
    return chance.one(DURATIONS)


def span(chance: Chance, *, has_drugs: bool = False) -> Span:
    """Return a span; half-lives only where a sentence speaks of drugs."""
    kind = chance.random.random()
    if kind < 0.7:
        return duration(chance)
    if kind < 0.8:
        return NamedWindow("laboratory")
    if kind < 0.92:
        one, other = span(chance, has_drugs=has_drugs), span(chance, has_drugs=has_drugs)
        return ExtremeSpan(chance.one(("longer", "shorter")), one, other)
    return HalfLives(chance.one((2, 5))) if has_drugs else duration(chance)


def window(chance: Chance, *, has_drugs: bool = False, share: float = 0.6) -> Window | None:
    """Return a window, or none."""
    if not chance.chance(share):
        return None
    kind = chance.random.random()
    if kind < 0.4:
        return Within(span(chance, has_drugs=has_drugs))
    if kind < 0.7:
        return Within(span(chance, has_drugs=has_drugs), chance.one(SIDES), chance.one(ANCHORS))
    if kind < 0.85:
        near, far = sorted((duration(chance), duration(chance)), key=lambda each: each.days)
        if chance.chance(0.5):
            return Stretch(far, near, "before", chance.one(ANCHORS))
        return Stretch(near, far, "after", chance.one(ANCHORS))
    return OnDay(chance.one(ANCHORS), duration(chance) if chance.chance(0.6) else None)


def lasting(chance: Chance, *, has_drugs: bool = True) -> Lasting:
    """Return a period."""
    anchor = chance.one(ANCHORS[:3]) if chance.chance(0.3) else ""
    return Lasting(span(chance, has_drugs=has_drugs), chance.chance(0.3), anchor)


def op(chance: Chance) -> Op:
    """Return an operator."""
    return chance.one(OPS) if chance.chance(0.3) else chance.one((">=", "<=", ">", "<"))


def pick(chance: Chance) -> Pick:
    """Return which results are asked."""
    return chance.one(PICKS) if chance.chance(0.5) else ""


# --- limits


def amount(chance: Chance, unit: str, *numbers: str) -> Amount:
    """Return one of some numbers with a unit."""
    return Amount(Decimal(chance.one(numbers)), unit)


def limit_for(chance: Chance, name: str) -> Limit:
    """Return a limit that fits a concept."""
    match name:
        case "serum" | "virus" | "germ":
            return _limit_of_mass(chance)
        case "height":
            return amount(chance, chance.one(("cm", "m")), "1.5", "15", "90")
        case "weight":
            return amount(chance, "kg", "20", "60")
        case "share":
            return amount(chance, "%", "20", "30")
        case "dilution":
            titres = TitreLimit(chance.one((80, 160))), TitreLimit(160)
            return titres[0] if chance.chance(0.8) else Extreme(chance.one(("lower", "higher")), *titres)
        case "age":
            return _limit_of_age(chance)
        case "steroid_dose":
            return _limit_of_dose(chance)
        case _:
            return amount(chance, "", "4", "8", "10", "12")


def _limit_of_mass(chance: Chance) -> Limit:
    kind = chance.random.random()
    if kind < 0.5:
        return amount(chance, "mg/dL", "10", "20", "25", "30")
    if kind < 0.6:
        return amount(chance, chance.one(("g/L", "umol/L")), "0.2", "20")
    if kind < 0.8:
        return Multiple(Decimal(chance.one(("1", "1.5", "2"))), chance.one(("ULN", "LLN")))
    if kind < 0.9:
        return SiteValue("floor")
    return Extreme(chance.one(("lower", "higher")), _limit_of_mass(chance), _limit_of_mass(chance))


def _limit_of_age(chance: Chance) -> Limit:
    kind = chance.random.random()
    if kind < 0.7:
        return Length(Duration(chance.one((12, 17, 18, 65)), TimeUnit.YEAR))
    if kind < 0.9:
        return SiteValue("gate")
    sides: list[Limit] = [Length(Duration(14, TimeUnit.YEAR)), SiteValue("gate")]
    chance.random.shuffle(sides)
    return Extreme(chance.one(("lower", "higher")), *sides)


def _limit_of_dose(chance: Chance) -> Limit:
    kind = chance.random.random()
    if kind < 0.6:
        return amount(chance, "mg/day", "5", "7.5", "10", "20")
    if kind < 0.7:
        return amount(chance, "mg/kg/day", "0.1", "0.2")
    if kind < 0.8:
        return amount(chance, chance.one(("mg/week", "g/day", "U/day", "mg/m2/day")), "0.01", "10", "35")
    return Extreme(chance.one(("lower", "higher")), _limit_of_dose(chance), _limit_of_dose(chance))


# --- sentences about values

MEASURED = ("serum", "height", "weight", "share", "dilution", "score", "verdict", "virus", "germ")


def term(chance: Chance, name: str) -> Term:
    """Return a concept with a method or with some items of a score."""
    if name == "serum" and chance.chance(0.3):
        return Term(name, (chance.one(("central", "other")),))
    if name == "verdict":
        return Term(name, ("score",))
    if name == "score" and chance.chance(0.5):
        names = chance.some(("nerves", "plain", "swelling", "fever"), 1, 2)
        return Term(name, (), Items(chance.one(("without", "only")), names))
    if name == "steroid_dose":
        return Term(name, chance.some(("oral", "without_pulses"), 0, 2))
    return Term(name)


def _comparable(chance: Chance) -> tuple[Subject, str]:
    if chance.chance(0.12):
        names = chance.one((("virus", "germ"), ("probes",), ("panel",)))
        return several(chance, names), "virus"
    name = chance.one((*MEASURED, "serum", "age", "steroid_dose"))
    return term(chance, name), name


CLEANED: tuple[Subject, ...] = tuple(Term(name) for name in ("serum", "share", "score", "virus"))
"""Of these a sentence asks ``without …``: they grow stale, so an undated sample, from which nothing can be counted
back, never decides one."""


def several(chance: Chance, names: tuple[str, ...]) -> Several:
    """Return several measurements at once."""
    mode: Literal["any", "each", "at_least"] = chance.one(("any", "each", "at_least"))
    return Several(mode, names, chance.one((1, 2)) if mode == "at_least" else 1)


def clean(chance: Chance) -> Clean | None:
    """Return what disqualifies a result, or nothing."""
    if not chance.chance(0.25):
        return None
    return Clean(chance.one((("transfer",), ("syrup",), ("transfer", "drip"))), Duration(7, TimeUnit.DAY))


def compare(chance: Chance) -> Condition:
    """Return ``subject op limit``."""
    subject, name = _comparable(chance)
    chosen = pick(chance)
    own = clean(chance) if subject in CLEANED and chosen != "ever" else None
    return Compare(subject, op(chance), limit_for(chance, name), chosen, own, _window_for(chance, chosen))


def between(chance: Chance) -> Condition:
    """Return ``subject between low and high``."""
    subject, name = _comparable(chance)
    chosen = pick(chance)
    own = clean(chance) if subject in CLEANED and chosen != "ever" else None
    low, high = limit_for(chance, name), limit_for(chance, name)
    return Between(subject, low, high, chosen, own, _window_for(chance, chosen))


def _window_for(chance: Chance, chosen: Pick) -> Window | None:
    return None if chosen == "ever" else window(chance)


WORDS = {
    "smoker": ("yes", "no"),
    "fertile": ("yes", "no"),
    "colour": ("red", "green", "blue"),
    "virus": ("positive", "negative", "borderline", "invalid", "detected_not_quantified"),
    "germ": ("positive", "negative", "borderline", "indeterminate"),
    "panel": ("positive", "negative"),
    "verdict": ("met", "not_met"),
    "consents": ("yes", "no"),
    "agrees": ("yes", "no"),
    "stocked": ("yes", "no"),
    "lot": ("yes", "no"),
    "open": ("yes", "no"),
}


def state(chance: Chance) -> Condition:
    """Return ``subject is [not] choice``."""
    if chance.chance(0.15):
        return _grades(chance)
    chosen = pick(chance)
    if chance.chance(0.15):
        names = chance.one((("virus", "germ"), ("probes",), ("panel",), ("consents", "agrees")))
        words = ("yes",) if "consents" in names else chance.some(("positive", "negative"), 1, 2)
        return State(several(chance, names), words, chance.chance(0.3), None, chosen, _window_for(chance, chosen))
    name = chance.one(tuple(WORDS))
    choices = chance.some(WORDS[name], 1, 2)
    return State(Term(name), choices, chance.chance(0.3), None, chosen, _window_for(chance, chosen))


def _grades(chance: Chance) -> Condition:
    names = chance.one(((), ("skin",), ("skin", "gut")))
    domains = Domains(chance.one((1, 2)), names, is_other_than=bool(names) and chance.chance(0.5))
    chosen = pick(chance)
    choices = chance.some(("A", "B"), 1, 2)
    return State(Term("ladder"), choices, chance.chance(0.3), domains, chosen, _window_for(chance, chosen))


def includes(chance: Chance) -> Condition:
    """Return ``set includes choice``."""
    chosen = pick(chance)
    choices = chance.some(("red", "green", "blue"), 1, 2)
    subject: Subject = several(chance, ("layers", "shades")) if chance.chance(0.2) else Term("layers")
    return Includes(subject, choices, chosen, _window_for(chance, chosen))


def repeated(chance: Chance) -> Condition:
    """Return ``at least n results of term test``."""
    name = chance.one(("serum", "height", "virus"))
    own = term(chance, name)
    test: Compare | State = Compare(own, op(chance), limit_for(chance, name))
    if name == "virus" and chance.chance(0.7):
        test = State(own, ("positive",), chance.chance(0.3))
    return Repeated(chance.one((1, 2, 3)), own, test, window(chance))


def shift(chance: Chance) -> Condition:
    """Return ``rise|fall in term op limit over D``."""
    name = chance.one(("serum", "share", "score"))
    scale: Literal["relative", "points", ""] = chance.one(("relative", "points")) if name == "share" else ""
    if name == "serum" and chance.chance(0.3):
        scale = "relative"
    unit = "%" if scale == "relative" or name == "share" else "mg/dL" if name == "serum" else ""
    number = Amount(Decimal(chance.one((5, 10, 20, 50))), unit)
    return Shift(
        chance.one(("rise", "fall")), term(chance, name), op(chance), number, duration(chance), scale, window(chance)
    )


def time_since(chance: Chance) -> Condition:
    """Return ``time since landmark op D``."""
    return TimeSince("first_sign", op(chance), duration(chance))


def _fields(chance: Chance, depth: int = 1) -> Condition:
    if depth > 0 and chance.chance(0.5):
        parts = (_fields(chance, depth - 1), _fields(chance, depth - 1))
        joined: tuple[Condition, ...] = (All(parts), AnyOf(parts), Not(parts[0]))
        return chance.one(joined)
    kind = chance.random.random()
    if kind < 0.4:
        return Compare(Term(chance.one(("index", "grade"))), op(chance), amount(chance, "", "10", "20"))
    if kind < 0.5:
        return Between(Term("grade"), amount(chance, "", "10"), amount(chance, "", "20"))
    if kind < 0.6:
        return Compare(several(chance, ("index", "grade")), op(chance), amount(chance, "", "10", "20"))
    if kind < 0.8:
        return State(Term("klass"), chance.some(("one", "two"), 1, 2), chance.chance(0.2))
    return State(Term("severe"), ("yes",), chance.chance(0.2))


def shows(chance: Chance) -> Condition:
    """Return ``record shows (…)``."""
    chosen: Pick = chance.one(RECORD_PICKS)
    return Shows("slide", _fields(chance), chosen, _window_for(chance, chosen))


# --- histories


def which(chance: Chance, names: tuple[str, ...]) -> Which:
    """Return one name, any or each of several, less others."""
    chosen = chance.some(names, 1, 1 if chance.chance(0.6) else 2)
    others = chance.some(names, 1, 1) if len(names) > 1 and chance.chance(0.15) else ()
    mode: _Mode = "each" if len(chosen) > 1 and chance.chance(0.4) else "any"
    left = frozenset[str]().union(*(_meant(name) - _meant(*others) for name in chosen))
    return Which(chosen, mode, others if left and mode == "any" else ())


def _meant(*names: str) -> frozenset[str]:
    return SCOPE.drugs(names) | SCOPE.concepts(names)


def has(chance: Chance) -> Condition:
    """Return ``has which [with (…)]``."""
    is_event = chance.chance(0.4)
    return Has(which(chance, EVENTS[:2] if is_event else CONDITIONS), _with(chance, is_event=is_event))


def had(chance: Chance) -> Condition:
    """Return ``had which [with (…)] [window]``."""
    is_event = chance.chance(0.5)
    fields = _with(chance, is_event=is_event)
    names = EVENTS[:2] if fields is not None else EVENTS if is_event else CONDITIONS
    return Had(which(chance, names), fields, window(chance))


def _with(chance: Chance, *, is_event: bool) -> Condition | None:
    return _fields(chance) if is_event and chance.chance(0.4) else None


def received(chance: Chance) -> Condition:
    """Return ``received which [at least n times] [window]``."""
    names = chance.one((DRUG_NAMES, DRUG_NAMES, (*DRUG_NAMES[:4], "transfer"), ("transfer",)))
    has_drugs = "transfer" not in names
    return Received(which(chance, names), chance.one((1, 1, 2)), window(chance, has_drugs=has_drugs))


def failed(chance: Chance) -> Condition:
    """Return ``failed which [for …] [window]``."""
    period = lasting(chance) if chance.chance(0.4) else None
    within = Within(duration(chance)) if chance.chance(0.3) else None
    return Failed(which(chance, DRUG_NAMES), period, within)


def on(chance: Chance) -> Condition:
    """Return ``on which [at op limit] [for …]``."""
    period = lasting(chance) if chance.chance(0.6) else None
    if chance.chance(0.5):
        return On(which(chance, DRUG_NAMES), None, None, period)
    return On(which(chance, DRUG_NAMES), op(chance), _limit_of_dose(chance), period)


def off(chance: Chance) -> Condition:
    """Return ``off which [for …]``."""
    return Off(_each(which(chance, DRUG_NAMES)), lasting(chance) if chance.chance(0.7) else None)


def stable(chance: Chance) -> Condition:
    """Return ``stable which for …``."""
    return Stable(_each(which(chance, DRUG_NAMES)), lasting(chance))


def _each(of: Which) -> Which:
    """Return what ``off`` and ``stable`` can speak of: one name, or each of several."""
    return of if len(of.names) == 1 else Which(of.names, "each")


def defined(chance: Chance) -> Condition:
    """Return a name under ``define``."""
    return Defined(chance.one(tuple(SCOPE.definitions)))


# --- therapy


def therapy(chance: Chance) -> Condition:
    """Return a count over treatment courses."""
    shape = chance.random.random()
    of = chance.some(DRUG_NAMES, 1, 4) if shape < 0.7 else ()
    all_of = chance.some(DRUG_NAMES, 1, 2) if shape > 0.6 and (not of or chance.chance(0.6)) else ()
    all_of = () if shape > 0.85 else all_of
    lines = ((chance.some(DRUG_NAMES, 1, 2)), chance.some(DRUG_NAMES, 1, 2)) if not (of or all_of) else ()
    counting: Literal["drugs", "groups", "lines"] = chance.one(("drugs", "drugs", "groups", "lines"))
    counting = counting if of else "drugs"
    return Therapy(
        counted_if=None if chance.chance(0.25) else (*chance.some(NAMED_OUTCOMES, 1, 3), *chance.some(REASONS, 0, 1)),
        at_least=min(chance.one((1, 1, 2, 2, 3)), len(of) if counting == "groups" else len(SCOPE.drugs(of))),
        of=of,
        all_of=all_of,
        one_from_each=lines,
        counting=counting,
        must_include=chance.some(of, 1, 2) if of and chance.chance(0.2) else (),
        count_once=(("syrup", "powder"),) if chance.chance(0.2) else (),
        any_length_if=("intolerance",) if chance.chance(0.25) else (),
        contraindicated=chance.one(("ignored", "ignored", "counts", "waives")),
        each_for=_each_for(chance),
        together_for=_plain_lasting(chance, 0.1),
        in_total_for=_plain_lasting(chance, 0.1),
        gap=Duration(7, TimeUnit.DAY) if chance.chance(0.15) else None,
        looking_back=_looking_back(chance),
        together_with=chance.some(("pill", "steroids", "syrup"), 1, 2) if chance.chance(0.15) else (),
        at_dose={chance.one(DRUG_NAMES): dose_limit(chance)} if chance.chance(0.2) else {},
        cumulative={chance.one(DRUG_NAMES): total_limit(chance)} if chance.chance(0.1) else {},
        is_dose_adequate_required=chance.chance(0.1),
        is_adherence_required=chance.chance(0.1),
        is_still_on=chance.chance(0.1),
        unchanged_for=_plain_lasting(chance, 0.1),
    )


def _each_for(chance: Chance) -> dict[str, Lasting]:
    if not chance.chance(0.4):
        return {}
    found = {"": Lasting(duration(chance), chance.chance(0.3))}
    return found | ({"syrup": Lasting(duration(chance))} if chance.chance(0.4) else {})


def _plain_lasting(chance: Chance, share: float) -> Lasting | None:
    return Lasting(duration(chance), chance.chance(0.3)) if chance.chance(share) else None


def _looking_back(chance: Chance) -> Within | None:
    if not chance.chance(0.2):
        return None
    return Within(duration(chance), "before", "screening") if chance.chance(0.5) else Within(duration(chance))


def dose_limit(chance: Chance) -> DoseLimit:
    """Return a condition on a daily dose."""
    if chance.chance(0.3):
        return DoseLimit(((">=", amount(chance, "mg/day", "5")), ("<=", amount(chance, "mg/day", "10"))))
    return DoseLimit(((op(chance), _limit_of_dose(chance)),))


def total_limit(chance: Chance) -> DoseLimit:
    """Return a condition on a cumulative dose."""
    return DoseLimit(((op(chance), amount(chance, chance.one(("g", "mg", "mg/kg")), "0.5", "1", "300")),))


# --- connectives


def _parts(chance: Chance, depth: int) -> tuple[Condition, ...]:
    return tuple(condition(chance, depth - 1) for _ in range(chance.one((1, 2, 2, 3))))


def _all(chance: Chance, depth: int) -> Condition:
    return All(_parts(chance, depth))


def _any(chance: Chance, depth: int) -> Condition:
    return AnyOf(_parts(chance, depth))


def _not(chance: Chance, depth: int) -> Condition:
    return Not(condition(chance, depth - 1))


def _at_least(chance: Chance, depth: int) -> Condition:
    parts = _parts(chance, depth)
    return AtLeast(chance.random.randint(1, len(parts)), parts)


def _when(chance: Chance, depth: int) -> Condition:
    otherwise = condition(chance, depth - 1) if chance.chance(0.5) else None
    return WhenThen(condition(chance, depth - 1), condition(chance, depth - 1), otherwise)


def _sources(chance: Chance, depth: int) -> Condition:
    readings = {f"source_{at}": condition(chance, depth - 1) for at in range(chance.one((2, 2, 3)))}
    return SourcesDiffer(readings, "source_1" if chance.chance(0.3) else "")


def _not_public(chance: Chance, _depth: int) -> Condition:
    return NotPublic(chance.one(("a limit", "a list")))


Make = Callable[[Chance], Condition]
SENTENCES: tuple[Make, ...] = (
    compare,
    compare,
    between,
    state,
    state,
    includes,
    repeated,
    shift,
    time_since,
    shows,
    has,
    had,
    received,
    failed,
    on,
    off,
    stable,
    defined,
    therapy,
    therapy,
)
CONNECTIVES: tuple[Callable[[Chance, int], Condition], ...] = (
    _all,
    _any,
    _not,
    _at_least,
    _when,
    _sources,
    _not_public,
)

HISTORY = (Has, Had, Received, On, Off, Stable, All, AnyOf, Not, AtLeast, WhenThen)
"""Of these alone a criterion may take what is not recorded as absent."""


def is_history(node: Condition) -> bool:
    """True if what is not recorded may be taken as absent."""
    return all(isinstance(each, HISTORY) for each in walk(node))
