"""States of the disease at one visit: DORIS 2021, LLDAS, PRINTO clinically inactive disease.

The arithmetic and the limits are those of the scores of these names; here is read what the record says of their inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Coded, Scored
from core.engine.explaining.answers import missing
from core.engine.judgement.outcome import About, Cause, Gap
from core.responses.contact import Contact, Used, total_of
from core.responses.inputs import Inputs, truth_of_told
from core.responses.response import Response
from core.responses.visited import Visited
from core.scores.sledai import names_a_major_organ
from core.values.interval import Interval
from core.values.truth import Truth, any_of

SLEDAI, PGA, VAS = "sledai_2k", "pga_sle", "phga_vas"
DORIS, LLDAS, PRINTO = "doris_2021", "lldas", "printo_cid_jdm"
_SEROLOGY, _ITEMS, _ONE_SIDE = "serology", "items", "unilateral"
_CODES: Mapping[str, Truth] = {"met": Truth.TRUE, "not_met": Truth.FALSE}


@dataclass(frozen=True)
class StateKind:
    """A state: how its inputs are read, which of them each part rests on, the concept that makes a visit of it."""

    score: str
    read: Callable[[Visited, Contact], Inputs]
    parts: Mapping[str, tuple[str, ...]]
    key: str
    is_remission: bool


def state_of(kind: StateKind, visited: Visited, contact: Contact) -> Response:
    """Return a state at a visit: each condition met, not met or unknown, and the whole."""
    inputs = kind.read(visited, contact)
    recorded = visited.of_score(kind.score, contact)
    if recorded is not None:
        inputs.say(recorded.answers)
    between = inputs.answer()
    finding = inputs.definition.finding
    computed = truth_of_told(between.output.get("" if finding is None else finding.value))
    parts = tuple(
        inputs.part(name, names, truth_of_told(between.part("parts", name))) for name, names in kind.parts.items()
    )
    told = _recorded_truth(recorded)
    days = [each.on for part in parts for each in part.now]
    return Response(
        kind.score,
        contact,
        max(days, default=None if recorded is None or recorded.on is None else recorded.on.first),
        computed if told is Truth.UNKNOWN else told,
        parts,
        recorded=None if told is Truth.UNKNOWN else recorded,
        is_state=True,
        differs=told.is_known and computed.is_known and told is not computed,
        refs=tuple(dict.fromkeys(ref for part in parts for each in (*part.before, *part.now) for ref in each.refs)),
    )


def _recorded_truth(finding: Finding | None) -> Truth:
    value = None if finding is None else finding.value
    if not isinstance(value, Coded) or len(value.codes) != 1:
        return Truth.UNKNOWN
    return _CODES.get(next(iter(value.codes)), Truth.UNKNOWN)


# --- SLE


def _doris(visited: Visited, contact: Contact) -> Inputs:
    inputs = Inputs(DORIS)
    concept = visited.concept(SLEDAI)
    clinical = frozenset(item.id for item in concept.items if _SEROLOGY not in item.groups)

    def without_serology(finding: Finding) -> Interval | None:
        return total_of(finding.value, clinical, concept) if isinstance(finding.value, Scored) else None

    sledai = visited.value(SLEDAI, contact, without_serology)
    inputs.number("csledai", sledai, (missing(SLEDAI, _ITEMS),))
    pga = visited.value(PGA, contact)
    inputs.number("pga", pga)
    _enter_dose(inputs, visited, visited.day_of(contact, sledai, pga))
    return inputs


def _lldas(visited: Visited, contact: Contact) -> Inputs:
    inputs = Inputs(LLDAS)
    sledai = visited.value(SLEDAI, contact)
    inputs.number("sledai_2k", sledai, (missing(SLEDAI, _ITEMS),))
    if isinstance(sledai, Used):
        concept = visited.concept(SLEDAI)
        items = _items_of(sledai, concept)
        is_active = any_of(present for name, present in items.items() if names_a_major_organ([name]))
        inputs.fact("major_organ", is_active, (sledai,), gaps=(missing(SLEDAI, _ITEMS),))
        inputs.fact("new_activity", *_new_activity(sledai, _before(visited, sledai.on), concept))
    else:
        inputs.fact("new_activity", Truth.UNKNOWN, gaps=(_to_answer(LLDAS, "new_activity"),))
    for name in ("hemolysis_or_gi", "standard_therapy"):
        inputs.fact(name, Truth.UNKNOWN, gaps=(_to_answer(LLDAS, name),))
    pga = visited.value(PGA, contact)
    inputs.number("pga", pga)
    _enter_dose(inputs, visited, visited.day_of(contact, sledai, pga))
    return inputs


def _enter_dose(inputs: Inputs, visited: Visited, day: date) -> None:
    dose, gaps = visited.doses.glucocorticoid(day)
    inputs.number("pred_mg", dose, gaps)


def _to_answer(score: str, name: str) -> Gap:
    """Return that a question of an instrument is answered in its panel alone."""
    return Gap(Cause.NEEDS_JUDGEMENT, f"{score}.{name}", About.ANSWER)


def _items_of(sledai: Used, concept: Concept) -> Mapping[str, Truth]:
    """Return every item of the score as it was answered; a total of 0 answers all."""
    if sledai.amount.is_exact and sledai.amount.low == 0:
        return {item.id: Truth.FALSE for item in concept.items}
    value = None if sledai.finding is None else sledai.finding.value
    answered: Mapping[str, Truth] = value.items if isinstance(value, Scored) else {}
    return {item.id: answered.get(item.id, Truth.UNKNOWN) for item in concept.items}


def _before(visited: Visited, day: date) -> Used | Gap:
    """Return the SLEDAI-2K of the assessment before."""
    return visited.value(SLEDAI, Contact(date.min, day - timedelta(days=1), day))


def _new_activity(
    now: Used, before: Used | Gap, concept: Concept
) -> tuple[Truth, tuple[Used, ...], tuple[Used, ...], tuple[Gap, ...]]:
    """Answer whether an item is present that was not at the assessment before."""
    earlier: Mapping[str, Truth] = {} if isinstance(before, Gap) else _items_of(before, concept)
    new = any_of(
        _is_new(present, earlier.get(name, Truth.UNKNOWN)) for name, present in _items_of(now, concept).items()
    )
    return new, (now,), () if isinstance(before, Gap) else (before,), (_to_answer(LLDAS, "new_activity"),)


def _is_new(now: Truth, before: Truth) -> Truth:
    if now is Truth.FALSE or before is Truth.TRUE:
        return Truth.FALSE
    return Truth.TRUE if now is Truth.TRUE and before is Truth.FALSE else Truth.UNKNOWN


# --- juvenile dermatomyositis


def _printo(visited: Visited, contact: Contact) -> Inputs:
    inputs = Inputs(PRINTO)
    inputs.number("ck", visited.value("ck", contact))
    inputs.number("cmas", visited.value("cmas", contact))
    inputs.number("mmt8", visited.value_by("mmt8", _ONE_SIDE, contact))
    inputs.number("phga", visited.value(VAS, contact))
    return inputs


def _same(*names: str) -> dict[str, tuple[str, ...]]:
    return {name: (name,) for name in names}


STATES: tuple[StateKind, ...] = (
    StateKind(
        LLDAS,
        _lldas,
        {
            "sledai": ("sledai_2k", "major_organ", "hemolysis_or_gi"),
            "nothing_new": ("new_activity",),
            "pga": ("pga",),
            "prednisolone": ("pred_mg",),
            "standard_therapy": ("standard_therapy",),
        },
        SLEDAI,
        is_remission=False,
    ),
    StateKind(
        DORIS,
        _doris,
        {"clinical_sledai": ("csledai",), "pga": ("pga",), "prednisolone": ("pred_mg",)},
        SLEDAI,
        is_remission=True,
    ),
    StateKind(PRINTO, _printo, _same("ck", "cmas", "mmt8", "phga"), VAS, is_remission=True),
)
"""Every state that is found out by itself, in the order it is shown."""
