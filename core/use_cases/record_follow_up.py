"""Say what became of a thing of the plan: done on a day, not done and why, not possible and why."""

from __future__ import annotations

from core.chart.reading.follow_up import DONE
from core.chart.words import FOLLOW_UP
from core.entry.desk.fields import Field
from core.entry.statement import Plain, Statement
from core.entry.typed import Typing, Understood
from core.entry.typed.dates import read_past_date
from core.errors import WorldError
from core.follow_up.said import Place
from core.values.partial_date import parse_partial_date

WHERE = Field(FOLLOW_UP)
"""Where it is recorded: each is a statement of its own, the latest of a place holds."""


def day_typed(text: str, typing: Typing) -> str:
    """Return a day that was typed as a patient file writes it; WorldError where it is none, or lies ahead."""
    typed = read_past_date(text.strip(), typing)
    moment = parse_partial_date(str(typed.content)) if isinstance(typed, Understood) else None
    if moment is None or not moment.is_exact:
        raise WorldError("form-bad-date", text=text.strip())
    return moment.first.isoformat()


def follow_up_statement(place: Place, outcome: str, day: str, why: str, typing: Typing) -> Statement:
    """Return the statement; WorldError where the day is none, or a reason is missing."""
    content: dict[str, Plain] = {
        "activity": place[0],
        "at": place[1],
        "date": day_typed(day, typing),
        "outcome": outcome,
    }
    if outcome != DONE:
        if not why.strip():
            raise WorldError("followed-needs-why")
        content["why"] = " ".join(why.split())
    elif why.strip():
        content["note"] = " ".join(why.split())
    return Statement.of(FOLLOW_UP, content)
