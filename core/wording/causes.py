"""Why something is unknown, what was assumed: in words."""

from __future__ import annotations

from datetime import date

from core.criteria.scope import Scope
from core.engine.judgement.outcome import About, Assumption, AssumptionKind, Cause, Gap
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.wording.names import names_of

_DETAILS = {
    "ULN": "cause-missing-limit",
    "LLN": "cause-missing-limit",
    "number": "cause-missing-number",
    "score": "cause-missing-number",
    "items": "cause-missing-items",
    "domain": "cause-missing-domain",
    "dose": "cause-missing-dose",
    "half-life": "cause-missing-half-life",
    "outcome": "cause-missing-outcome",
    "stopped_for": "cause-missing-stopped",
    "ever": "cause-missing-ever",
    "results": "cause-missing-results",
    "earlier value": "cause-missing-earlier",
    "dose_adequate": "cause-missing-dose-adequate",
    "adherence": "cause-missing-adherence",
    "route": "cause-missing-route",
    "line": "cause-missing-line",
}
_CAUSES = {
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
    what = gap.subject if gap.about is About.TEXT else names_of(gap.subject.split(", "), scope, phrases)
    if gap.about is About.LIST and gap.subject == "treatments":
        what = phrases.say("evidence-list-treatments")
    if gap.about is About.LIST and gap.cause in (Cause.MISSING, Cause.STALE):
        return phrases.say("cause-missing-list" if gap.cause is Cause.MISSING else "cause-stale-list", what=what)
    if gap.cause is Cause.MISSING:
        return _missing(gap, what, phrases)
    if gap.cause is Cause.METHOD and gap.detail:
        return phrases.say("cause-method-support", what=what)
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
    if assumption.kind is AssumptionKind.DEFAULT_WINDOW:
        return phrases.say("assumed-window", what=what, length=length_word(assumption.detail, phrases))
    return phrases.say("assumed-absent" if assumption.kind is AssumptionKind.ABSENT else "assumed-undated", what=what)


def length_word(text: str, phrases: Phrases) -> str:
    """Return a length of time such as ``28 days`` in the language."""
    count, _, unit = text.partition(" ")
    word = f"length-{unit.rstrip('s')}"
    return phrases.say(word, count=int(count)) if word in phrases.ids and count.isdecimal() else text


def point_word(point: str, phrases: Phrases) -> str:
    """Return a decision point in words."""
    word = f"point-{point}"
    return phrases.say(word) if word in phrases.ids else point.replace("_", " ")
