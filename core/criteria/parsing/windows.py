"""Reading windows, periods and the drugs or names they belong to."""

from __future__ import annotations

from core.criteria.parsing.limits import TIME_UNITS, take_count, take_duration
from core.criteria.parsing.naming import Naming
from core.criteria.parsing.scanner import RESERVED, Scanner, SentenceError, Token, shown
from core.criteria.scope import Scope
from core.criteria.values import (
    Clean,
    ExtremeSpan,
    HalfLives,
    Lasting,
    NamedWindow,
    OnDay,
    Side,
    SinceStart,
    Span,
    Stretch,
    Window,
    Within,
)
from core.language.said import said
from core.source_text.suggestion import nearest

_SIDES: dict[str, Side] = {"before": "before", "after": "after", "of": "of"}


def take_window(scanner: Scanner, naming: Naming) -> Window | None:
    """Take a window if one stands here."""
    if scanner.accept("within"):
        return _take_within(scanner, naming)
    if scanner.accept("from"):
        return _take_stretch(scanner, naming)
    if scanner.is_next("at") and not scanner.is_next("at", "least"):
        scanner.take()
        return _take_day(scanner, naming)
    if scanner.accept("since"):
        return _take_since(scanner, naming)
    return None


def read_window(text: str, scope: Scope) -> tuple[Window | None, tuple[SentenceError, ...]]:
    """Return the window that a text is to its end, and what is wrong with it."""
    scanner, slips = Scanner(text), list[SentenceError]()
    try:
        window = take_window(scanner, Naming(scope, scanner, slips))
        token = scanner.peek()
        if window is None or token.kind != "end":
            hint = "write 'within 28 days before screening'"
            scanner.fail(token, "syntax", said("expected a window, found {shown}", shown=shown(token)), hint)
        if counts_half_lives(window):
            scanner.fail(token, "window", "only drugs have half-lives", "write a length such as '4 weeks'")
    except SentenceError as error:
        return None, (*slips, error)
    return window, tuple(slips)


def _take_within(scanner: Scanner, naming: Naming) -> Within:
    span = take_span(scanner, naming)
    side = _SIDES.get(scanner.peek().text)
    if side is None:
        return Within(span)
    scanner.take()
    return Within(span, side, naming.anchor(naming.take_name("a decision point")))


def _take_stretch(scanner: Scanner, naming: Naming) -> Stretch:
    far = take_duration(scanner)
    scanner.expect("to", "write 'from 8 days to 1 day before lymphodepletion'")
    near = take_duration(scanner)
    token = scanner.take()
    if token.text not in ("before", "after"):
        hint = "write 'from 8 days to 1 day before lymphodepletion'"
        scanner.fail(token, "syntax", said("expected 'before' or 'after', found {shown}", shown=shown(token)), hint)
    anchor = naming.anchor(naming.take_name("a decision point"))
    return Stretch(far, near, "before" if token.text == "before" else "after", anchor)


def _take_day(scanner: Scanner, naming: Naming) -> OnDay:
    if scanner.peek().kind != "number":
        return OnDay(naming.anchor(naming.take_name("a decision point")))
    before = take_duration(scanner)
    scanner.expect("before", "write 'at 4 weeks before screening'")
    return OnDay(naming.anchor(naming.take_name("a decision point")), before)


def _take_since(scanner: Scanner, naming: Naming) -> SinceStart:
    example = "write 'since start of' and a drug, class or group"
    scanner.expect("start", example)
    scanner.expect("of", example)
    (drug,) = naming.drugs((naming.take_name("a drug"),))
    return SinceStart(drug)


def take_span(scanner: Scanner, naming: Naming) -> Span:
    """Take a span: a length, half-lives, the longer or shorter of two, or a window the file names."""
    if scanner.accept("the"):
        token = scanner.take()
        if token.text not in ("longer", "shorter"):
            scanner.fail(token, "syntax", said("expected 'longer' or 'shorter', found {shown}", shown=shown(token)))
        scanner.expect("of")
        first = take_span(scanner, naming)
        scanner.expect("and", "write 'the longer of 4 weeks and 5 half-lives'")
        second = take_span(scanner, naming)
        return ExtremeSpan("longer" if token.text == "longer" else "shorter", first, second)
    if scanner.peek().kind == "number":
        if scanner.peek(1).text == "half-lives":
            count = take_count(scanner, "a number of half-lives")
            scanner.take()
            return HalfLives(count)
        return take_duration(scanner)
    token = naming.take_name("a length of time or a window of the file")
    if scanner.peek().text in TIME_UNITS:
        scanner.fail(
            token,
            "syntax",
            said("'{text}' is no number", text=token.text),
            said("write digits, such as '4 {text}'", text=scanner.peek().text),
        )
    if token.text not in naming.scope.windows:
        near = nearest(token.text, naming.scope.windows)
        hint = said("did you mean '{near}'?", near=near) if near else "name it under 'windows:' or write '28 days'"
        naming.slip(token, "unknown-name", said("unknown window '{text}'", text=token.text), hint)
    return NamedWindow(token.text)


def counts_half_lives(window: Window | None) -> bool:
    """True if the length of a window depends on a drug."""
    return isinstance(window, Within) and _counts_half_lives(window.span)


def _counts_half_lives(span: Span) -> bool:
    if isinstance(span, ExtremeSpan):
        return _counts_half_lives(span.first) or _counts_half_lives(span.second)
    return isinstance(span, HalfLives)


def take_lasting(scanner: Scanner, naming: Naming) -> Lasting | None:
    """Take ``for [more than] span [before anchor]`` if it stands here."""
    if not scanner.accept("for"):
        return None
    is_more = scanner.accept("more", "than")
    span = take_span(scanner, naming)
    anchor = naming.anchor(naming.take_name("a decision point")) if scanner.accept("before") else ""
    return Lasting(span, is_more, anchor)


def take_clean(scanner: Scanner, naming: Naming) -> Clean | None:
    """Take ``without names in the D before`` if it stands here."""
    if not scanner.accept("without"):
        return None
    names = naming.received(take_name_list(scanner, naming))
    scanner.expect("in", "write 'without red_cell_transfusion in the 7 days before'")
    scanner.expect("the")
    duration = take_duration(scanner)
    scanner.expect("before")
    return Clean(names, duration)


def take_name_list(scanner: Scanner, naming: Naming) -> tuple[Token, ...]:
    """Take one name, or several in brackets."""
    if not scanner.accept("("):
        return (naming.take_name("a name"),)
    names = [naming.take_name("a name")]
    while scanner.accept(","):
        names.append(naming.take_name("a name"))
    token = scanner.peek()
    if token.kind == "name" and token.text not in RESERVED:
        scanner.fail(
            token,
            "syntax",
            said("expected ',' or ')', found {shown}", shown=shown(token)),
            "put a comma between the names",
        )
    scanner.expect(")", "close the bracket with ')' after the last name")
    return tuple(names)
