"""What conditions combine: every operator with every limit and subject, every pick with every window, and so on.

A fault seldom stands in one field; it stands where two meet. Each function reads off a condition the combinations that
it is an example of, each set beside it holds all that could be thought of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product

from core.catalogue.concept import Kind
from core.criteria.nodes import (
    Between,
    Compare,
    Condition,
    DoseLimit,
    Failed,
    Had,
    Has,
    Includes,
    Off,
    On,
    Received,
    Repeated,
    Shift,
    Shows,
    Stable,
    State,
    Therapy,
    TimeSince,
    walk,
)
from core.criteria.values import (
    ExtremeSpan,
    HalfLives,
    Lasting,
    Limit,
    NamedWindow,
    OnDay,
    Several,
    SinceStart,
    Span,
    Stretch,
    Subject,
    Which,
    Window,
    Within,
)
from core.values.duration import Duration
from tests.generative.invented_catalogue import CATALOGUE, SCOPE
from tests.generative.invented_windows import OPS, PICKS

Pair = tuple[str, ...]

# --- operator by kind of limit by kind of subject

COMPARED = ("number", "titre", "test", "score", "classification")
SUBJECTS = (
    *COMPARED,
    "age",
    "dose",
    "any of several",
    "each of several",
    "at least n of several",
    *(f"results of {kind}" for kind in COMPARED),
    "change of number",
    "change of titre",
    "change of test",
    "change of score",
    "dose of a course",
    "at_dose",
    "cumulative",
    "time since",
)
LIMITS = ("Amount", "Multiple", "Length", "TitreLimit", "SiteValue", "Extreme")
COMPARISONS = frozenset(product((*OPS, "between"), LIMITS, SUBJECTS))


def comparisons(condition: Condition) -> Iterator[Pair]:
    """Yield operator, kind of limit and kind of subject of everything that is compared."""
    for node in walk(condition):
        match node:
            case Compare():
                yield _compared(node.op, node.limit, _subject(node.subject))
            case Between():
                yield _compared("between", node.low, _subject(node.subject))
                yield _compared("between", node.high, _subject(node.subject))
            case Repeated(_, term, Compare(_, op, limit)):
                yield _compared(op, limit, f"results of {_subject(term)}")
            case Shift():
                yield _compared(node.op, node.limit, f"change of {_subject(node.term)}")
            case On(_, op, limit) if op is not None and limit is not None:
                yield _compared(op, limit, "dose of a course")
            case Therapy():
                yield from _doses(node.at_dose, "at_dose")
                yield from _doses(node.cumulative, "cumulative")
            case TimeSince():
                yield node.op, "Length", "time since"
            case _:
                pass


def _compared(op: str, limit: Limit, subject: str) -> Pair:
    return op, type(limit).__name__, subject


def _doses(limits: Mapping[str, DoseLimit], subject: str) -> Iterator[Pair]:
    for limit in limits.values():
        for op, each in limit.tests:
            yield _compared("between" if len(limit.tests) > 1 else op, each, subject)


def _subject(subject: Subject) -> str:
    if isinstance(subject, Several):
        return {"any": "any of several", "each": "each of several", "at_least": "at least n of several"}[subject.mode]
    return _kind(subject.name)


def _kind(name: str) -> str:
    concept = CATALOGUE.concept(name)
    if concept is not None:
        return concept.kind.value
    return "answer" if name in SCOPE.questions else "fact of the site"


# --- pick by kind of window by kind of concept

ANCHORED = ("within … before", "within … after", "within … of", "from … before", "from … after", "at", "at … before")
SINCE = "since the start of a drug"
WINDOWS = (
    "none",
    "within",
    SINCE,
    *(f"{place} {anchor}" for place in ANCHORED for anchor in ("a point", "a landmark")),
)
READ = (
    *(kind.value for kind in Kind if kind not in (Kind.DATE, Kind.CONDITION, Kind.EVENT)),
    "answer",
    "fact of the site",
)
PICKED = ("", *PICKS)
READINGS = frozenset(product(PICKED, WINDOWS, READ))


def readings(condition: Condition) -> Iterator[Pair]:
    """Yield pick, kind of window and kind of what is read of every sentence about values."""
    for node in _measured(condition):
        if isinstance(node, Shows):
            yield node.pick, window_kind(node.window), "record"
        else:
            names = node.subject.names if isinstance(node.subject, Several) else (node.subject.name,)
            for name in names:
                for member in SCOPE.expanded((name,)):
                    yield node.pick, window_kind(node.window), _kind(member)


def _measured(condition: Condition) -> Iterator[Compare | Between | State | Includes | Shows]:
    """Yield the sentences about values, those inside the brackets of a record left out: they have no windows."""
    inside = {
        id(each)
        for node in walk(condition)
        for part in _brackets(node)
        for each in walk(part)
    }  # fmt: skip
    for node in walk(condition):
        if isinstance(node, Compare | Between | State | Includes | Shows) and id(node) not in inside:
            yield node


def _brackets(node: Condition) -> tuple[Condition, ...]:
    if isinstance(node, Shows):
        return (node.condition,)
    return (node.fields,) if isinstance(node, Has | Had) and node.fields is not None else ()


def window_kind(window: Window | None) -> str:
    """Return what kind of window it is: its form, and what its days are counted from."""
    if window is None:
        return "none"
    if isinstance(window, SinceStart):
        return SINCE
    anchor = "a point" if window.anchor in SCOPE.anchors else "a landmark"
    if isinstance(window, OnDay):
        return f"{'at' if window.before is None else 'at … before'} {anchor}"
    if isinstance(window, Stretch):
        return f"from … {window.side} {anchor}"
    return f"within … {window.side} {anchor}" if window.anchor else "within"


# --- sentence of a history by mode by window or period by kind of span

MODES = ("one", "any", "each", "any other than")
SPANS = ("a length", "named", "the longer or shorter", "half-lives", "half-lives in the longer or shorter")
PERIODS = tuple(
    f"{word}{anchor}" for word in ("for", "for more than") for anchor in ("", " before a point", " before a landmark")
)
LOOKED_BACK = tuple(
    f"{window}, {span}" if window.startswith("within") else window
    for window in WINDOWS
    for span in (SPANS if window.startswith("within") else SPANS[:1])
)
LASTED = ("none", *(f"{period}, {span}" for period in PERIODS for span in SPANS))
HISTORIES = frozenset(
    {
        *product(("Has",), MODES, LOOKED_BACK),
        *product(("Had", "Received", "Failed"), MODES, LOOKED_BACK),
        *product(("Failed", "On", "Off", "Stable"), MODES, LASTED),
    }
)


def histories(condition: Condition) -> Iterator[Pair]:
    """Yield sentence, mode and window (or period) with its span of everything that is looked back at."""
    for node in walk(condition):
        match node:
            case Has():
                yield "Has", mode(node.which), "none"
            case Had() | Received():
                yield type(node).__name__, mode(node.which), _looked_back(node.window)
            case Failed():
                yield "Failed", mode(node.which), _looked_back(node.window)
                yield "Failed", mode(node.which), _lasted(node.lasting)
            case On() | Off() | Stable():
                yield type(node).__name__, mode(node.which), _lasted(node.lasting)
            case _:
                pass


def mode(which: Which) -> str:
    """Return how the names of a history are meant."""
    if which.other_than:
        return "any other than"
    return "one" if len(which.names) == 1 else which.mode


def _looked_back(window: Window | None) -> str:
    kind = window_kind(window)
    return f"{kind}, {span_kind(window.span)}" if isinstance(window, Within) else kind


def _lasted(lasting: Lasting | None) -> str:
    if lasting is None:
        return "none"
    anchor = ""
    if lasting.anchor:
        anchor = f" before {'a point' if lasting.anchor in SCOPE.anchors else 'a landmark'}"
    return f"{'for more than' if lasting.is_more else 'for'}{anchor}, {span_kind(lasting.span)}"


def span_kind(span: Span) -> str:
    """Return what kind of length it is."""
    match span:
        case Duration():
            return "a length"
        case NamedWindow():
            return "named"
        case HalfLives():
            return "half-lives"
        case ExtremeSpan():
            return "half-lives in the longer or shorter" if _has_half_lives(span) else "the longer or shorter"


def _has_half_lives(span: Span) -> bool:
    if isinstance(span, ExtremeSpan):
        return _has_half_lives(span.first) or _has_half_lives(span.second)
    return isinstance(span, HalfLives)


# --- key of a therapy block by key

KEYS = (
    "counted_if: taken",
    "counted_if: outcomes",
    "of",
    "all_of",
    "one_from_each",
    "counting: drugs",
    "counting: groups",
    "counting: lines",
    "counting: regimens",
    "must_include",
    "count_once",
    "any_length_if",
    "contraindicated: counts",
    "contraindicated: waives",
    "each_for: all",
    "each_for: own",
    "together_for",
    "in_total_for",
    "gap",
    "looking_back",
    "together_with",
    "at_dose",
    "cumulative",
    "dose_adequate",
    "adherence",
    "still_on",
    "unchanged_for",
)
BLOCKS = frozenset(combinations(KEYS, 2))


def blocks(condition: Condition) -> Iterator[Pair]:
    """Yield every two keys that stand in one therapy block."""
    for node in walk(condition):
        if isinstance(node, Therapy):
            held = _keys(node)
            yield from combinations([key for key in KEYS if key in held], 2)


def _keys(node: Therapy) -> frozenset[str]:
    flags = {
        "counted_if: taken": node.counted_if is None,
        "counted_if: outcomes": node.counted_if is not None,
        "of": bool(node.of),
        "all_of": bool(node.all_of),
        "one_from_each": bool(node.one_from_each),
        f"counting: {node.counting}": bool(node.of),
        "must_include": bool(node.must_include),
        "count_once": bool(node.count_once),
        "any_length_if": bool(node.any_length_if),
        f"contraindicated: {node.contraindicated}": node.contraindicated != "ignored",
        "each_for: all": "" in node.each_for,
        "each_for: own": any(node.each_for),
        "together_for": node.together_for is not None,
        "in_total_for": node.in_total_for is not None,
        "gap": node.gap is not None,
        "looking_back": node.looking_back is not None,
        "together_with": bool(node.together_with),
        "at_dose": bool(node.at_dose),
        "cumulative": bool(node.cumulative),
        "dose_adequate": node.is_dose_adequate_required,
        "adherence": node.is_adherence_required,
        "still_on": node.is_still_on,
        "unchanged_for": node.unchanged_for is not None,
    }
    return frozenset(key for key, is_held in flags.items() if is_held)
