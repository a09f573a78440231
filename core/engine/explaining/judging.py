"""The meaning of a condition: one case per node of the language."""

from __future__ import annotations

from core.criteria.nodes import (
    AboutValues,
    All,
    AnyOf,
    AtLeast,
    Condition,
    Defined,
    Failed,
    Had,
    Has,
    Not,
    NotPublic,
    Off,
    On,
    Received,
    Repeated,
    Shift,
    Shows,
    SourcesDiffer,
    Stable,
    Therapy,
    TimeSince,
    WhenThen,
)
from core.criteria.values import Lasting, Within
from core.engine.explaining.answers import missing, settled, unknown
from core.engine.explaining.connectives import branched, counted, disputed, joined, negated
from core.engine.explaining.courses import judge_off, judge_on, judge_stable
from core.engine.explaining.happenings import judge_had, judge_has, judge_received
from core.engine.explaining.landmarks import landmark
from core.engine.explaining.records import field_judge, judge_shows
from core.engine.explaining.several import judge_measured, judge_repeated, judge_shift
from core.engine.explaining.therapy import judge_therapy, judge_therapy_as
from core.engine.judgement.outcome import About, Cause, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.interval import Op
from core.values.truth import Truth, agreed, truth_of


def judge(condition: Condition, situation: Situation) -> Outcome:
    """Return the outcome of a condition in a situation."""
    match condition:
        case All(parts) | AnyOf(parts):
            inner = [judge(part, situation) for part in parts]
            return joined(condition, inner, is_all=isinstance(condition, All))
        case Not(part):
            return negated(condition, judge(part, situation))
        case AtLeast(needed, parts):
            return counted(condition, [judge(part, situation) for part in parts], needed)
        case WhenThen(when, then, otherwise):
            other = None if otherwise is None else judge(otherwise, situation)
            return branched(condition, judge(when, situation), judge(then, situation), other)
        case NotPublic(what):
            return unknown(condition, (Gap(Cause.NOT_PUBLIC, what, About.TEXT),))
        case SourcesDiffer(readings):
            return disputed(condition, [judge(reading, situation) for reading in readings.values()])
        case Defined(name):
            meant = judge(situation.scope.definitions[name], situation)
            return Outcome(condition, meant.truth, meant.gaps, meant.evidence, meant.assumed, (meant,))
        case _:
            return _judge_sentence(condition, situation)


def _judge_sentence(condition: Condition, situation: Situation) -> Outcome:
    match condition:
        case _ if isinstance(condition, AboutValues):
            return judge_measured(condition, situation)
        case Repeated():
            return judge_repeated(condition, situation)
        case Shift():
            return judge_shift(condition, situation)
        case Shows():
            return judge_shows(condition, situation)
        case TimeSince():
            return _judge_time_since(condition, situation)
        case _:
            return _judge_history(condition, situation)


def _judge_history(condition: Condition, situation: Situation) -> Outcome:
    match condition:
        case Has():
            return judge_has(condition, situation, field_judge(situation))
        case Had():
            return judge_had(condition, situation, field_judge(situation))
        case Received():
            return judge_received(condition, situation)
        case On():
            return judge_on(condition, situation)
        case Off():
            return judge_off(condition, situation)
        case Stable():
            return judge_stable(condition, situation)
        case Failed():
            return _judge_failed(condition, situation)
        case Therapy():
            return judge_therapy(condition, situation)
        case _:
            message = f"no meaning for {type(condition).__name__}"
            raise TypeError(message)


def _judge_time_since(node: TimeSince, situation: Situation) -> Outcome:
    """Judge ``time since``: exact, by the day on which the length is complete."""
    found = landmark(node.landmark, situation)
    if found is None:
        return unknown(node, (missing(node.landmark),))
    decision = situation.days.decision_on
    first, last = node.duration.after(found.on.first), node.duration.after(found.on.last)
    on_last = truth_of(decision == first) if first == last else Truth.UNKNOWN
    is_then = on_last if first <= decision <= last else Truth.FALSE
    truths: dict[Op, Truth] = {
        "<=": agreed((truth_of(decision <= first), truth_of(decision <= last))),
        "<": agreed((truth_of(decision < first), truth_of(decision < last))),
        ">=": agreed((truth_of(decision >= first), truth_of(decision >= last))),
        ">": agreed((truth_of(decision > first), truth_of(decision > last))),
        "=": is_then,
        "!=": ~is_then,
    }
    return settled(node, truths[node.op], (Gap(Cause.IMPRECISE, node.landmark),), (found.ref,))


def _judge_failed(node: Failed, situation: Situation) -> Outcome:
    """Judge ``failed`` as the therapy count it abbreviates, by the outcomes of the file's ``failed_means``."""
    if node.which.mode == "each":
        parts = [_failed_one(node, (name,), situation) for name in node.which.names]
        return parts[0] if len(parts) == 1 else joined(node, parts, is_all=True)
    return _failed_one(node, node.which.names, situation)


def _failed_one(node: Failed, names: tuple[str, ...], situation: Situation) -> Outcome:
    left = situation.scope.drugs(names) - situation.scope.drugs(node.which.other_than)
    of = names if not node.which.other_than else tuple(sorted(left))
    lasting = {} if node.lasting is None else {"": Lasting(node.lasting.span, node.lasting.is_more)}
    looking_back = node.window if isinstance(node.window, Within) else None
    block = Therapy(situation.scope.failed_means, 1, of, each_for=lasting, looking_back=looking_back)
    return judge_therapy_as(block, node, situation)
