"""How a thing of the plan stands and why, as a letter may say it."""

from __future__ import annotations

from core.chart.entries import Episode, Finding, Never
from core.documents.follow_up_letters.letter import Telling
from core.follow_up.epochs import PlanChange
from core.follow_up.following import Followed, Reason, State
from core.follow_up.schedule import Named
from core.rule_files.seeing import names_seen

_OPEN = (State.MISSED, State.OVERDUE, State.DUE, State.LATER)


def standing(item: Followed, telling: Telling) -> str:
    """Return the word for how a thing stands, with what somebody said of it or what ended it."""
    words = telling.words.item(item)
    if item.state in _OPEN and item.slot.is_conditional:
        return telling.say("only-if", condition="; ".join(telling.words.conditions(item)))
    if item.state in (State.MISSED, State.OVERDUE) and not item.slot.item.activity.yields:
        return telling.say("not-told")
    if item.state is State.MISSED:
        return telling.say("missed-unsaid")
    if item.said is not None:
        return ": ".join(part for part in (words.word, item.said.why or item.said.note) if part)
    if item.reason is not None:
        return f"{words.word}: {reason(item.reason, telling)}"
    return words.word


def reason(found: Reason, telling: Telling) -> str:
    """Return what changed the plan; what is confidential in it is discussed separately."""
    if _is_withheld(found.condition, found.refs, telling):
        return telling.say("reason-withheld")
    return telling.words.reason(found)


def change(found: PlanChange, telling: Telling) -> str | None:
    """Return one change of the plan in a line; None for one that is discussed separately."""
    is_withheld = _is_withheld(found.condition, found.refs, telling)
    if is_withheld or any(each.is_confidential for each in (*found.more, *found.less)):
        return None
    return telling.words.change(found)


def _is_withheld(condition: Named | None, refs: tuple[str, ...], telling: Telling) -> bool:
    letter = telling.letter
    catalogue, chart = letter.scope.catalogue, letter.chart
    sentence = None if condition is None else condition.sentence
    seen = frozenset[str]() if sentence is None else names_seen(sentence, letter.scope)
    concepts = {*seen, *(_concept(chart.by_ref.get(ref)) for ref in refs)}
    known = (catalogue.concept(name) for name in concepts)
    return any(each is not None and not letter.may_stand(each) for each in known)


def _concept(entry: object) -> str:
    match entry:
        case Finding() | Episode():
            return entry.concept
        case Never():
            return entry.of
        case _:
            return ""
