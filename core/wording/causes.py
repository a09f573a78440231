"""Why something is unknown, what was assumed: in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from core.chart.words import FAILED
from core.criteria.printing.told import told
from core.criteria.scope import Scope
from core.engine.judgement.outcome import NOT_BEGUN, About, Assumption, AssumptionKind, Cause, Gap
from core.language.dates import format_date
from core.language.languages import ENGLISH
from core.language.phrases import Phrases
from core.wording.names import name_of, names_of

MOST_NAMES = 8
"""How many names a sentence lists; the rest is counted."""

LOCAL_DEFAULT = "local default"
"""How the catalogue marks a length that nobody published."""
MEMORY = "memory: "
"""How it marks one that nobody read for it."""

_DETAILS: Mapping[str, str] = {
    "ULN": "cause-missing-limit",
    "LLN": "cause-missing-limit",
    "number": "cause-missing-number",
    "score": "cause-missing-number",
    "items": "cause-missing-items",
    "domain": "cause-missing-domain",
    "dose": "cause-missing-dose",
    "half-life": "cause-missing-half-life",
    "outcome": "cause-missing-outcome",
    FAILED: "cause-missing-kind-of-failure",
    "stopped_for": "cause-missing-stopped",
    "ever": "cause-missing-ever",
    "results": "cause-missing-results",
    "earlier value": "cause-missing-earlier",
    "dose_adequate": "cause-missing-dose-adequate",
    "adherence": "cause-missing-adherence",
    "route": "cause-missing-route",
    "line": "cause-missing-line",
}
_CAUSES: Mapping[Cause, str] = {
    Cause.STALE: "cause-stale",
    Cause.UNDATED: "cause-undated",
    Cause.IMPRECISE: "cause-imprecise",
    Cause.CONFLICTING: "cause-conflicting",
    Cause.INDETERMINATE: "cause-indeterminate",
    Cause.UNIT: "cause-unit",
    Cause.METHOD: "cause-method",
    Cause.NEEDS_JUDGEMENT: "cause-judgement",
    Cause.JUDGEMENT_EXPIRED: "cause-expired",
    Cause.NOT_PUBLIC: "cause-not-public",
    Cause.ASK_THE_SITE: "cause-site",
    Cause.SOURCES_DIFFER: "cause-sources",
}


def cause_sentence(gap: Gap, scope: Scope, phrases: Phrases) -> str:
    """Return one cause in words."""
    return cause_words(gap, subject_words(gap, scope, phrases), phrases)


def subject_words(gap: Gap, scope: Scope, phrases: Phrases) -> str:
    """Return what a cause speaks of: labels of the catalogue, a question, the file's own text."""
    if gap.cause is Cause.SOURCES_DIFFER:
        return gap.subject.replace("_", " ")
    if gap.about is About.TEXT:
        return told(gap.subject, scope, phrases)
    if gap.is_whole_list:
        return phrases.say("evidence-list-treatments")
    names = gap.subject.split(", ")
    words = [point_word(name, phrases) if name in scope.anchors else name_of(name, scope, phrases) for name in names]
    shown = ", ".join(words[:MOST_NAMES])
    left_out = len(words) - MOST_NAMES
    return phrases.say("names-and-more", names=shown, count=left_out) if left_out > 0 else shown


def cause_words(gap: Gap, what: str, phrases: Phrases) -> str:
    """Return the sentence of a cause about ``what``."""
    if gap.about is About.LIST and gap.cause in (Cause.MISSING, Cause.STALE):
        return phrases.say("cause-list-not-complete" if gap.is_whole_list else "cause-not-absent", what=what)
    if gap.detail == NOT_BEGUN:
        return phrases.say("cause-not-begun", what=what)
    if gap.cause is Cause.MISSING:
        return _missing(gap, what, phrases)
    if gap.cause is Cause.METHOD and gap.detail:
        return phrases.say("cause-method-support", what=what)
    if gap.cause is Cause.NEEDS_JUDGEMENT and gap.about is not About.ANSWER:
        return phrases.say("cause-judgement-entry", what=what)
    return phrases.say(_CAUSES[gap.cause], what=what)


def _missing(gap: Gap, what: str, phrases: Phrases) -> str:
    if not gap.detail:
        return phrases.say("cause-missing", what=what)
    if gap.detail in _DETAILS:
        return phrases.say(_DETAILS[gap.detail], what=what)
    why = phrases.say(f"absence-{gap.detail.replace(' ', '-')}")
    return phrases.say("cause-missing-absent", what=what, why=why)


def assumption_sentence(assumption: Assumption, scope: Scope, phrases: Phrases) -> str:
    """Return one assumption in words."""
    if assumption.kind is AssumptionKind.ANCHOR:
        day = format_date(date.fromisoformat(assumption.detail), phrases.language)
        return phrases.say("assumed-anchor", point=point_word(assumption.subject, phrases), date=day)
    what = names_of(assumption.subject.split(", "), scope, phrases)
    if assumption.kind is AssumptionKind.DOSING_INTERVAL:
        drug = scope.catalogue.drugs.get(assumption.subject)
        written, _, route = assumption.detail.partition(", ")
        source = "" if drug is None else _quoted(drug.interval_source_by(route), phrases)
        length = length_word(written, phrases)
        return phrases.say("assumed-interval", what=what, length=length, source=source)
    if assumption.kind is AssumptionKind.DEFAULT_WINDOW:
        source = _quoted(_source_of(assumption.subject.partition(", ")[0], scope), phrases)
        length = length_word(assumption.detail, phrases)
        return phrases.say(
            "assumed-window", what=what, length=length, source=source or phrases.say("source-local-default")
        )
    return phrases.say(f"assumed-{assumption.kind.name.lower()}", what=what)


def assumed_shortly(assumptions: Iterable[Assumption], phrases: Phrases) -> str:
    """Return what one criterion assumed, in few words beside it; the whole sentences stand together elsewhere."""
    words: dict[str, None] = {}
    for each in assumptions:
        match each.kind:
            case AssumptionKind.ANCHOR:
                day = format_date(date.fromisoformat(each.detail), phrases.language)
                words[phrases.say("assumed-anchor", point=point_word(each.subject, phrases), date=day)] = None
            case AssumptionKind.DOSING_INTERVAL:
                length = length_word(each.detail.partition(", ")[0], phrases)
                words[phrases.say("assumed-shortly-interval", length=length)] = None
            case AssumptionKind.DEFAULT_WINDOW:
                words[phrases.say("assumed-shortly-window", length=length_word(each.detail, phrases))] = None
            case AssumptionKind.ABSENT | AssumptionKind.UNDATED | AssumptionKind.REGIMENS:
                words[phrases.say(f"assumed-shortly-{each.kind.name.lower()}")] = None
    return phrases.say("assumed-shortly", what="; ".join(words)) if words else ""


def assumed_together(assumptions: Iterable[Assumption], scope: Scope) -> Iterator[Assumption]:
    """Yield assumptions each once, the windows of one length from one source as one that names them all."""
    windows: dict[tuple[str, str], set[str]] = {}
    for each in dict.fromkeys(assumptions):
        if each.kind is AssumptionKind.DEFAULT_WINDOW:
            windows.setdefault((each.detail, _source_of(each.subject, scope)), set()).add(each.subject)
        else:
            yield each
    for (length, _), names in windows.items():
        yield Assumption(AssumptionKind.DEFAULT_WINDOW, ", ".join(sorted(names)), length)


def _source_of(name: str, scope: Scope) -> str:
    """Return who says how long a value stands, "" where nobody published it."""
    concept = scope.catalogue.concept(name)
    source = "" if concept is None else concept.freshness_source
    return "" if source == LOCAL_DEFAULT else source


def _quoted(source: str, phrases: Phrases) -> str:
    """Return who says so: words of the catalogue in quotes where the paper speaks another language."""
    said_by = source.removeprefix(MEMORY)
    words = said_by if not said_by or phrases.language == ENGLISH else phrases.say("told-elsewhere", text=said_by)
    return words if said_by == source else phrases.say("source-memory", what=words)


def length_word(text: str, phrases: Phrases) -> str:
    """Return a length of time such as ``28 days`` in the language."""
    count, _, unit = text.partition(" ")
    word = f"length-{unit.rstrip('s')}"
    return phrases.say(word, count=int(count)) if phrases.can_say(word) and count.isdecimal() else text


def point_word(point: str, phrases: Phrases) -> str:
    """Return a decision point in words."""
    word = f"point-{point}"
    return phrases.say(word) if phrases.can_say(word) else point.replace("_", " ")
