"""Limits, windows, names and periods as the rule language writes them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from core.criteria.values import (
    Amount,
    Clean,
    Domains,
    Extreme,
    HalfLives,
    Items,
    Lasting,
    Length,
    Limit,
    Multiple,
    NamedWindow,
    OnDay,
    Several,
    SinceStart,
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
from core.values.duration import Duration


def joined(*parts: str) -> str:
    """Return the parts that are written, with one space between them."""
    return " ".join(part for part in parts if part)


def print_number(number: Decimal) -> str:
    """Return a number digit for digit, never with an exponent."""
    return format(number, "f")


def print_limit(limit: Limit) -> str:
    """Return a right-hand side."""
    match limit:
        case Amount(number, unit):
            return joined(print_number(number), unit)
        case Multiple(number, reference):
            return reference if number == 1 else f"{print_number(number)} x {reference}"
        case Length(duration):
            return str(duration)
        case TitreLimit(denominator):
            return f"1:{denominator}"
        case SiteValue(name):
            return name
        case Extreme(which, first, second):
            return f"the {which} of {print_limit(first)} and {print_limit(second)}"
    assert_never(limit)


def print_span(span: Span) -> str:
    """Return a span of a window or period."""
    match span:
        case Duration():
            return str(span)
        case HalfLives(count):
            return f"{count} half-lives"
        case NamedWindow(name):
            return name
        case _:
            return f"the {span.which} of {print_span(span.first)} and {print_span(span.second)}"


def print_window(window: Window | None) -> str:
    """Return a window, "" for none."""
    match window:
        case None:
            return ""
        case Within(span, side, anchor):
            return joined("within", print_span(span), side, anchor)
        case Stretch(far, near, side, anchor):
            return f"from {far} to {near} {side} {anchor}"
        case OnDay(anchor, None):
            return f"at {anchor}"
        case OnDay(anchor, before):
            return f"at {before} before {anchor}"
        case SinceStart(drug):
            return f"since start of {drug}"
    assert_never(window)


def print_lasting(lasting: Lasting | None) -> str:
    """Return a period, "" for none."""
    if lasting is None:
        return ""
    before = f"before {lasting.anchor}" if lasting.anchor else ""
    return joined("for", "more than" if lasting.is_more else "", print_span(lasting.span), before)


def print_names(names: Iterable[str]) -> str:
    """Return one name bare, several in brackets."""
    listed = tuple(names)
    return listed[0] if len(listed) == 1 else f"({', '.join(listed)})"


def print_which(which: Which) -> str:
    """Return the names of a history."""
    mode = f"{which.mode} of" if len(which.names) > 1 or which.mode == "each" else ""
    other = f"other than {print_names(which.other_than)}" if which.other_than else ""
    return joined(mode, print_names(which.names), other)


def print_term(term: Term) -> str:
    """Return one measurement with its method and the items left out."""
    qualifiers = f"({', '.join(term.qualifiers)})" if term.qualifiers else ""
    return joined(term.name, qualifiers, _items(term.items))


def _items(items: Items | None) -> str:
    return "" if items is None else f"{items.mode} {print_names(items.names)}"


def print_subject(subject: Subject) -> str:
    """Return what is measured."""
    match subject:
        case Term():
            return print_term(subject)
        case Several("at_least", names, needed):
            return f"at least {needed} of {print_names(names)}"
        case Several(mode, names):
            return f"{mode} of {print_names(names)}"
    assert_never(subject)


def print_choices(choices: tuple[str, ...]) -> str:
    """Return the values a fact may be."""
    return choices[0] if len(choices) == 1 else f"one of {print_names(choices)}"


def print_domains(domains: Domains | None) -> str:
    """Return how many domains are asked for, "" for none."""
    if domains is None:
        return ""
    counted = f"in at least {domains.needed} {'domain' if domains.needed == 1 else 'domains'}"
    which = "other than" if domains.is_other_than else "of"
    return joined(counted, f"{which} {print_names(domains.names)}" if domains.names else "")


def print_clean(clean: Clean | None) -> str:
    """Return what disqualifies a result, "" for nothing."""
    return "" if clean is None else f"without {print_names(clean.names)} in the {clean.duration} before"
