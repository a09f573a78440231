"""Steps of sentences about values: the newest result of one concept, ages, answers, time since a landmark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from core.catalogue.catalogue import RESULT_WORDS, Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.values import Coded, Fact, TestResult, Value
from core.criteria.nodes import AboutValues, Between, Compare, Includes, State, TimeSince
from core.criteria.scope import Question, Scope
from core.criteria.values import Amount, Extreme, Length, Limit, Multiple, Several, Term, TitreLimit
from core.engine.columns.column import (
    Answered,
    AnsweredOn,
    BesideLimit,
    Born,
    DayOf,
    IsRecorded,
    LandmarkDay,
    Newest,
    NumberOf,
    OwnLimit,
    ToldOf,
    cut,
)
from core.engine.columns.needing import NeedsEngineError
from core.engine.columns.place import Place, latest
from core.engine.columns.steps import (
    AtMost,
    Compared,
    Constant,
    Counted,
    Greatest,
    Least,
    Multiplied,
    Recorded,
    Reversed,
    Said,
    Step,
)
from core.engine.deciding.calendar import after
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN
from core.engine.deciding.measured import birthday, panel_of, test_of, word_of
from core.engine.deciding.record import Record, Result, record_of
from core.engine.deciding.windows import is_by_calendar, result_windows
from core.values.interval import Op

_BEYOND: Mapping[Op, tuple[Op, bool]] = {">=": ("<", True), ">": ("<=", True), "<": ("<", False), "<=": ("<=", False)}
"""Each comparison as "less" or "at most", and whether it is turned round."""
_MOST_TIMES = 10**5
TITRE = "titre"
"""The unit that denominators of titres are read with."""


def empty_record(catalogue: Catalogue) -> Record:
    """Return the record of nobody: for what does not turn on a patient."""
    return record_of(Chart("nobody", is_synthetic=True), catalogue)


def plan_measured(node: AboutValues, scope: Scope, place: Place) -> Step:
    """Return the step of a sentence about one measurement, a panel, or several at once."""
    subject = node.subject
    if isinstance(subject, Term):
        members, panels = panel_of(node, subject.name, scope, is_named_in_list=False)
        if members == (subject.name,) and not panels:
            return _term(node, subject, scope, place)
        return _several(node, members, panels, Several("any", (subject.name,)), scope, place)
    found = [panel_of(node, name, scope, is_named_in_list=True) for name in subject.names]
    members = tuple(dict.fromkeys(member for each, _ in found for member in each))
    panels = tuple(dict.fromkeys(panel for _, each in found for panel in each if panel not in members))
    return _several(node, members, panels, subject, scope, place)


def _several(
    node: AboutValues, members: tuple[str, ...], panels: tuple[str, ...], how: Several, scope: Scope, place: Place
) -> Step:
    """A panel speaks too where something of it is recorded; else it changes nothing."""

    def of_name(name: str) -> Step:
        return _term(replace(node, subject=Term(name)), Term(name), scope, place)

    silent = TRUE if how.mode == "each" else FALSE
    parts = [of_name(name) for name in members]
    for name in panels:
        is_there, said = Recorded(IsRecorded(name)), of_name(name)
        parts.append(Greatest((Least((is_there, said)), Least((Reversed(is_there), Constant(silent))))))
    if how.mode == "at_least":
        return Counted(how.needed, tuple(parts))
    return (Least if how.mode == "each" else Greatest)(tuple(parts))


def _term(node: AboutValues, term: Term, scope: Scope, place: Place) -> Step:
    if term.name in scope.questions:
        return _question(node, scope.questions[term.name], place)
    concept = scope.catalogue.concept(term.name)
    if term.name in scope.site or concept is None or concept.kind is Kind.DOSE:
        raise NeedsEngineError
    if concept.kind is Kind.AGE:
        return _age(node, place)
    if node.pick not in ("", "latest") or term.items is not None:
        raise NeedsEngineError
    if isinstance(node, Compare | Between) and node.clean is not None:
        raise NeedsEngineError
    of = Newest(concept.id, tuple(sorted(term.qualifiers)))
    since = _since(node, concept, scope, place)
    match node:
        case Compare(_, op, limit):
            return _number(op, limit, of, since, concept)
        case Between():
            return Least((_number(">=", node.low, of, since, concept), _number("<=", node.high, of, since, concept)))
        case _:
            return _word(node, term, of, since, concept, scope)


def _since(node: AboutValues, concept: Concept, scope: Scope, place: Place) -> int:
    """Return the first day a newest result may be of; only windows that reach to the evaluation date are plain."""
    if not is_by_calendar(node.window, scope):
        raise NeedsEngineError
    found = result_windows(node.window, concept.freshness, scope, is_held=True)(
        place.moment(empty_record(scope.catalogue))
    )
    if found is None or len(found) != 1 or found[0][1] < place.evaluation:
        raise NeedsEngineError
    return found[0][0]


def _number(op: Op, limit: Limit, of: Newest, since: int, concept: Concept) -> Step:
    match limit:
        case Amount(number, unit):
            bound = cut(number)
            if bound is None:
                raise NeedsEngineError
            return Compared(DayOf(of), max(since, 1), NumberOf(of, unit), op, bound)
        case TitreLimit(denominator):
            bound = cut(Decimal(denominator))
            if bound is None:
                raise NeedsEngineError
            return Compared(DayOf(of), max(since, 1), NumberOf(of, TITRE), op, bound)
        case Multiple(number, reference):
            times, divided = number.as_integer_ratio()
            if max(times, divided) > _MOST_TIMES:
                raise NeedsEngineError
            beside, own = BesideLimit(of, reference), OwnLimit(of, reference)
            return Multiplied(DayOf(of), max(since, 1), beside, op, own, times, divided)
        case Extreme(which, first, second) if op in _BEYOND and concept.kind is not Kind.SCORE:
            joined = Least if (op in ("<", "<=")) == (which == "lower") else Greatest
            return joined((_number(op, first, of, since, concept), _number(op, second, of, since, concept)))
        case _:
            raise NeedsEngineError


def _word(node: AboutValues, term: Term, of: Newest, since: int, concept: Concept, scope: Scope) -> Step:
    if isinstance(node, State) and node.domains is not None:
        raise NeedsEngineError
    values = words_of(concept)
    if not values:
        raise NeedsEngineError
    test, record = test_of(node, term, concept, scope), empty_record(scope.catalogue)
    truths = {word: test(Result(value), record) for word, value in values.items()}
    true, false = (tuple(word for word, truth in truths.items() if truth == asked) for asked in (TRUE, FALSE))
    return Said(DayOf(of), max(since, 0), ToldOf(of), true, false)


def words_of(concept: Concept) -> Mapping[str, Value]:
    """Return every plain word that a value of a concept may be told in, with the value."""
    match concept.kind:
        case Kind.YES_NO:
            return {"yes": Fact(is_so=True), "no": Fact(is_so=False)}
        case Kind.TEST:
            return {word: TestResult(word) for word in RESULT_WORDS}
        case Kind.CODE | Kind.CLASSIFICATION:
            return {code.id: Coded(frozenset((code.id,))) for code in concept.codes}
        case _:
            return {}


def word_told(value: Value, concept: Concept) -> str | None:
    """Return the plain word of a value, None where it says more, or less, than one."""
    match value:
        case Fact(is_so) if concept.kind is Kind.YES_NO:
            return "yes" if is_so else "no"
        case TestResult(word, _) if concept.kind is Kind.TEST and word:
            return word
        case Coded(codes) if concept.kind in (Kind.CODE, Kind.CLASSIFICATION) and len(codes) == 1:
            return next(iter(codes))
        case _:
            return None


def _question(node: AboutValues, question: Question, place: Place) -> Step:
    truths = {"yes": word_of(node, "yes"), "no": word_of(node, "no")}
    since = 0
    if question.valid_for is not None:
        stands = after(question.valid_for)
        since = latest(lambda day: place.decision > stands(max(day, 1))) + 1
    true, false = (tuple(word for word, truth in truths.items() if truth == asked) for asked in (TRUE, FALSE))
    return Said(AnsweredOn(question.id), since, Answered(question.id), true, false)


# --- age, time since


def _age(node: AboutValues, place: Place) -> Step:
    match node:
        case Compare(_, op, limit):
            return _age_limit(op, limit, place)
        case Between():
            return Least((_age_limit(">=", node.low, place), _age_limit("<=", node.high, place)))
        case State() | Includes():
            return Constant(UNKNOWN)


def _age_limit(op: Op, limit: Limit, place: Place) -> Step:
    """Years are completed from a birthday on: whoever was born by some day has completed them."""
    if not isinstance(limit, Length) or op not in _BEYOND:
        raise NeedsEngineError
    reached = limit.duration.count + (0 if op in (">=", "<") else 1)
    born = latest(lambda day: place.decision >= birthday(max(day, 1), reached))
    step = AtMost(Born("first"), Born("last"), born)
    return step if op in (">=", ">") else Reversed(step)


def plan_time_since(node: TimeSince, place: Place) -> Step:
    """Return the step of ``time since``: by the day on which the length is complete."""
    shift = after(node.duration)

    def begun_by(day: int) -> Step:
        """Whether the length was complete on a day."""
        last = latest(lambda begun: day >= shift(max(begun, 1)))
        return AtMost(LandmarkDay(node.landmark, "first"), LandmarkDay(node.landmark, "last"), last)

    is_complete, was_complete = begun_by(place.decision), begun_by(place.decision - 1)
    match node.op:
        case ">=":
            return is_complete
        case "<":
            return Reversed(is_complete)
        case ">":
            return was_complete
        case "<=":
            return Reversed(was_complete)
        case "=":
            return Least((is_complete, Reversed(was_complete)))
        case "!=":
            return Greatest((Reversed(is_complete), was_complete))
