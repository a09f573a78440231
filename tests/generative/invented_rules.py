"""Conditions of every kind by chance, valid over the invented catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from core.catalogue.concept import Kind
from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    Defined,
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
    TimeSince,
    WhenThen,
    walk,
)
from core.criteria.values import (
    Clean,
    Domains,
    Items,
    Limit,
    Several,
    Subject,
    Term,
    Which,
    Window,
)
from core.values.duration import Duration, TimeUnit
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import CATALOGUE, SCOPE
from tests.generative.invented_limits import amount, limit_for, limit_of_dose
from tests.generative.invented_therapies import DRUG_NAMES, therapy
from tests.generative.invented_windows import (
    LANDMARK,
    RECORD_PICKS,
    duration,
    lasting,
    op,
    own_day,
    pick,
    since_start,
    window,
    within,
)

CONDITIONS = ("growth", "bump", "lump", "scar", "ailment", "young_ailment", "target_disease", "harms")
EVENTS = ("blow", "spell", "transfer")
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
        if f"anchor='{LANDMARK}'" in repr(each):
            yield LANDMARK


def _measured_names(node: Compare | Between | State | Includes) -> Iterator[str]:
    names = (node.subject.name,) if isinstance(node.subject, Term) else node.subject.names
    for name in names:
        yield from (name, *SCOPE.members(name))
    if isinstance(node, Compare | Between) and node.clean is not None:
        yield from node.clean.names


# --- sentences about values

MEASURED = {
    Kind.NUMBER: ("serum", "serum", "height", "weight", "share"),
    Kind.TITRE: ("dilution",),
    Kind.TEST: ("virus", "germ", "panel"),
    Kind.SCORE: ("score", "score", "ladder"),
    Kind.CLASSIFICATION: ("verdict",),
    Kind.AGE: ("age",),
    Kind.DOSE: ("steroid_dose",),
}
"""What can be compared, by its kind: each kind is drawn as often as any other."""
SEVERAL = (("virus", "germ"), ("probes",), ("panel",), ("serum", "virus"))


def term(chance: Chance, name: str) -> Term:
    """Return a concept with a method or with some items of a score."""
    if name == "serum" and chance.chance(0.3):
        return Term(name, (chance.one(("central", "remote")),))
    if name == "share" and chance.chance(0.2):
        return Term(name, ("resting",))
    if name == "verdict":
        return Term(name, ("score",))
    if name == "score" and chance.chance(0.5):
        names = chance.some(("nerves", "plain", "swelling", "fever"), 1, 2)
        return Term(name, (), Items(chance.one(("without", "only")), names))
    if name == "steroid_dose":
        return Term(name, chance.some(("oral", "without_pulses"), 0, 2))
    return Term(name)


def _comparable(chance: Chance) -> tuple[Subject, str]:
    if chance.chance(0.2):
        return several(chance, chance.one(SEVERAL)), "virus"
    name = chance.one(MEASURED[chance.one(tuple(MEASURED))])
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
    chosen, asked = _pick_and_window(chance, name)
    own = clean(chance) if subject in CLEANED and chosen != "ever" else None
    return Compare(subject, op(chance), limit_for(chance, name), chosen, own, asked)


def between(chance: Chance) -> Condition:
    """Return ``subject between low and high``."""
    subject, name = _comparable(chance)
    chosen, asked = _pick_and_window(chance, name)
    own = clean(chance) if subject in CLEANED and chosen != "ever" else None
    low, high = limit_for(chance, name), limit_for(chance, name)
    return Between(subject, low, high, chosen, own, asked)


def _pick_and_window(chance: Chance, name: str) -> tuple[Pick, Window | None]:
    """Return which result of a concept is asked for, and of which days: as far as both can be said of it."""
    concept = CATALOGUE.concept(name)
    if concept is None or concept.kind is Kind.AGE:  # an age, an answer or a fact of the site
        return chance.one(("", "", "latest")), own_day(chance)
    chosen = pick(chance)
    if concept.kind is not Kind.DOSE:
        return chosen, _window_for(chance, chosen)
    chosen = "any" if chosen == "first" else chosen
    return chosen, window(chance, share=0.6 if chosen in ("", "latest") else 0 if chosen == "ever" else 1)


def _window_for(chance: Chance, chosen: Pick) -> Window | None:
    return None if chosen == "ever" else window(chance)


WORDS: Mapping[Kind | None, Mapping[str, tuple[str, ...]]] = {
    Kind.YES_NO: {"smoker": ("yes", "no"), "fertile": ("yes", "no"), "expecting": ("yes", "no")},
    Kind.CODE: {
        "colour": ("red", "green", "blue", "crimson", "ruby"),
        "make": ("red", "green", "crimson"),
        "sex": ("female", "male"),
    },
    Kind.CODES: {"layers": ("red", "green", "crimson")},
    Kind.TEST: {
        "virus": ("positive", "negative", "borderline", "invalid", "detected_not_quantified"),
        "germ": ("positive", "negative", "borderline", "indeterminate"),
        "panel": ("positive", "negative"),
        "strip": ("positive", "negative"),
    },
    Kind.CLASSIFICATION: {"verdict": ("met", "not_met", "just_met")},
    None: {
        "consents": ("yes", "no"),
        "agrees": ("yes", "no"),
        "stocked": ("yes", "no"),
        "lot": ("yes", "no"),
        "open": ("yes", "no"),
    },
}
"""What is told in words, by its kind; None: an answer or a fact of the site."""


def state(chance: Chance) -> Condition:
    """Return ``subject is [not] choice``."""
    if chance.chance(0.15):
        return _grades(chance)
    if chance.chance(0.15):
        names = chance.one((("virus", "germ"), ("probes",), ("panel",), ("consents", "agrees")))
        words = ("yes",) if "consents" in names else chance.some(("positive", "negative"), 1, 2)
        chosen, asked = _pick_and_window(chance, names[0] if "consents" in names else "virus")
        return State(several(chance, names), words, chance.chance(0.3), None, chosen, asked)
    named = WORDS[chance.one(tuple(WORDS))]
    name = chance.one(tuple(named))
    chosen, asked = _pick_and_window(chance, name)
    return State(Term(name), chance.some(named[name], 1, 2), chance.chance(0.3), None, chosen, asked)


def _grades(chance: Chance) -> Condition:
    names = chance.one(((), ("skin",), ("skin", "gut")))
    domains = Domains(chance.one((1, 2)), names, is_other_than=bool(names) and chance.chance(0.5))
    chosen = pick(chance)
    choices = chance.some(("A", "B"), 1, 2)
    return State(Term("ladder"), choices, chance.chance(0.3), domains, chosen, _window_for(chance, chosen))


def includes(chance: Chance) -> Condition:
    """Return ``set includes choice``."""
    chosen = pick(chance)
    choices = chance.some(("red", "green", "blue", "crimson"), 1, 2)
    subject: Subject = several(chance, ("layers", "shades")) if chance.chance(0.2) else Term("layers")
    return Includes(subject, choices, chosen, _window_for(chance, chosen))


def repeated(chance: Chance) -> Condition:
    """Return ``at least n results of term test``."""
    kinds = (Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.SCORE, Kind.CLASSIFICATION)
    name = chance.one(MEASURED[chance.one(kinds)])
    own = term(chance, name)
    test: Compare | State = Compare(own, op(chance), limit_for(chance, name))
    if name in ("virus", "germ") and chance.chance(0.5):
        test = State(own, ("positive",), chance.chance(0.3))
    return Repeated(chance.one((1, 2, 3)), own, test, window(chance))


def shift(chance: Chance) -> Condition:
    """Return ``rise|fall in term op limit over D`` or ``since start of drug``."""
    name = chance.one(("serum", "height", "share", "score", "dilution", "virus"))
    scale: Literal["relative", "points", ""] = ""
    if name in ("serum", "share", "virus") and chance.chance(0.4):
        scale = "relative"
    elif name == "share":
        scale = "points"
    limit: Limit = amount(chance, "%", "5", "10", "20", "50") if scale else limit_for(chance, name)
    own = Term(name, ("central",)) if name == "serum" and chance.chance(0.2) else term(chance, name)
    over = None if chance.chance(0.3) else duration(chance)
    asked = window(chance) if over is not None else since_start(chance)
    return Shift(chance.one(("rise", "fall")), own, op(chance), limit, over, scale, asked)


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
        return State(Term("klass"), chance.some(("minor", "major", "grave"), 1, 2), chance.chance(0.2))
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
    has_drugs = names is DRUG_NAMES
    return Received(which(chance, names), chance.one((1, 1, 2)), window(chance, has_drugs=has_drugs))


def failed(chance: Chance) -> Condition:
    """Return ``failed which [for …] [window]``."""
    period = lasting(chance, has_anchor=False) if chance.chance(0.5) else None
    return Failed(which(chance, DRUG_NAMES), period, within(chance, has_drugs=True) if chance.chance(0.5) else None)


def on(chance: Chance) -> Condition:
    """Return ``on which [at op limit] [for …]``."""
    period = lasting(chance) if chance.chance(0.6) else None
    if chance.chance(0.5):
        return On(which(chance, DRUG_NAMES), None, None, period)
    return On(which(chance, DRUG_NAMES), op(chance), limit_of_dose(chance), period)


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
