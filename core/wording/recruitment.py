"""Whether a file takes patients, in words."""

from __future__ import annotations

from core.criteria.printing.told import told
from core.criteria.scope import Scope
from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.screening.recruitment import Recruitment
from core.values.partial_date import parse_partial_date


def state_word(recruitment: Recruitment, scope: Scope | None, phrases: Phrases) -> str:
    """Return why nobody is taken: the file's own state, else what its registry said."""
    if recruitment.is_by_state:
        return phrases.say(f"report-state-{recruitment.taking.value.replace(' ', '-')}")
    return status_word(recruitment, scope, phrases)


def status_word(recruitment: Recruitment, scope: Scope | None, phrases: Phrases) -> str:
    """Return the registry's word in the language, as the file translates it or quoted where phrases have none."""
    word = f"report-recruitment-{recruitment.plain_status.replace(' ', '-')}"
    return phrases.say(word) if phrases.can_say(word) else told(recruitment.status, scope, phrases)


def age_of_status(recruitment: Recruitment, scope: Scope | None, phrases: Phrases) -> str:
    """Return that a status was read long ago, or on a day nobody wrote down; "" for one that was read of late."""
    if not recruitment.is_told_old:
        return ""
    status = status_word(recruitment, scope, phrases)
    if not recruitment.seen:
        return phrases.say("recruitment-undated", status=status)
    seen = recruitment.seen
    shown = seen if parse_partial_date(seen) is None else format_partial(seen, phrases.language)
    return phrases.say("recruitment-old", status=status, seen=shown)
