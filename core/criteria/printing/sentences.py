"""The one canonical text of every sentence; reading it again gives the same condition."""

from __future__ import annotations

from typing import assert_never

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
    children,
)
from core.criteria.printing.parts import (
    joined,
    print_choices,
    print_clean,
    print_domains,
    print_lasting,
    print_limit,
    print_subject,
    print_term,
    print_which,
    print_window,
)
from core.errors import KriterionError


def is_sentence(condition: Condition) -> bool:
    """True if the condition can be written as one sentence: blocks of YAML cannot, nor a list of one part."""
    match condition:
        case AtLeast() | WhenThen() | NotPublic() | SourcesDiffer() | Therapy():
            return False
        case All(parts) | AnyOf(parts) if len(parts) == 1:
            return False
        case _:
            return all(is_sentence(child) for child in children(condition))


def print_sentence(condition: Condition) -> str:
    """Return the canonical text of a condition; KriterionError for one that only a block of YAML can write."""
    if not is_sentence(condition):
        raise KriterionError("this condition is a block of the rule file, not a sentence")
    return _printed(condition)


def _printed(node: Condition) -> str:
    match node:
        case All(parts):
            return " and ".join(_bracketed(part) for part in parts)
        case AnyOf(parts):
            return " or ".join(_bracketed(part) for part in parts)
        case Not(part):
            return f"not {_bracketed(part)}"
        case Defined(name):
            return name
        case Has() | Had() | Received() | Failed() | On() | Off() | Stable():
            return _history(node)
        case AtLeast() | WhenThen() | NotPublic() | SourcesDiffer() | Therapy():
            return ""  # never reached: print_sentence has refused them
        case _:
            return _measured(node)


def _bracketed(part: Condition) -> str:
    """Bracket joined conditions inside others: `and` binds closer than `or`, but nobody should have to know."""
    text = _printed(part)
    return f"({text})" if isinstance(part, All | AnyOf) else text


_Measured = Compare | Between | State | Includes | Repeated | Shift | TimeSince | Shows
_History = Has | Had | Received | Failed | On | Off | Stable


def _measured(node: _Measured) -> str:
    match node:
        case Compare(subject, op, limit, pick, clean, window):
            test = joined(op, print_limit(limit), print_clean(clean))
            return joined(pick, print_subject(subject), test, print_window(window))
        case Between(subject, low, high, pick, clean, window):
            test = joined(f"between {print_limit(low)} and {print_limit(high)}", print_clean(clean))
            return joined(pick, print_subject(subject), test, print_window(window))
        case State(subject, _, _, domains, pick, window):
            return joined(pick, print_subject(subject), _state(node), print_domains(domains), print_window(window))
        case Includes(subject, choices, pick, window):
            return joined(pick, print_subject(subject), "includes", print_choices(choices), print_window(window))
        case Repeated(needed, term, test, window):
            result = _state(test) if isinstance(test, State) else f"{test.op} {print_limit(test.limit)}"
            return joined(f"at least {needed} results of", print_term(term), result, print_window(window))
        case Shift(direction, term, op, limit, over, scale, window):
            change = joined(op, print_limit(limit), scale, "" if over is None else f"over {over}")
            return joined(f"{direction} in", print_term(term), change, print_window(window))
        case TimeSince(landmark, op, duration):
            return f"time since {landmark} {op} {duration}"
        case Shows(record, condition, pick, window):
            return joined(pick, record, "shows", f"({_printed(condition)})", print_window(window))
    assert_never(node)


def _state(state: State) -> str:
    return joined("is", "not" if state.is_not else "", print_choices(state.choices))


def _history(node: _History) -> str:
    match node:
        case Has(which, fields):
            return joined("has", print_which(which), _fields(fields))
        case Had(which, fields, window):
            verb = "had" if window is not None else "ever had"
            return joined(verb, print_which(which), _fields(fields), print_window(window))
        case Received(which, times, window):
            verb = "received" if window is not None else "ever received"
            often = f"at least {times} times" if times > 1 else ""
            return joined(verb, print_which(which), often, print_window(window))
        case Failed(which, lasting, window):
            return joined("failed", print_which(which), print_lasting(lasting), print_window(window))
        case On(which, op, limit, lasting):
            dose = "" if op is None or limit is None else f"at {op} {print_limit(limit)}"
            return joined("on", print_which(which), dose, print_lasting(lasting))
        case Off(which, lasting):
            return joined("off", print_which(which), print_lasting(lasting))
        case Stable(which, lasting):
            return joined("stable", print_which(which), print_lasting(lasting))
    assert_never(node)


def _fields(fields: Condition | None) -> str:
    return "" if fields is None else f"with ({_printed(fields)})"
