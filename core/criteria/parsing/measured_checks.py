"""What a measured sentence may not say, because nothing would answer it as it reads."""

from __future__ import annotations

from core.catalogue.concept import Kind
from core.criteria.nodes import Pick
from core.criteria.parsing.naming import Naming, Topic
from core.criteria.parsing.scanner import Token
from core.criteria.parsing.windows import counts_half_lives
from core.criteria.values import OnDay, Window
from core.language.said import said

_COMPARABLE = (Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.SCORE, Kind.CLASSIFICATION, Kind.AGE, Kind.DOSE)
_OF_A_DAY = ("", "latest")


def check_comparable(at: Token, topics: tuple[Topic, ...], naming: Naming) -> None:
    """Report what is no number; ``at`` is the operator."""
    for topic in topics:
        if topic.concept is not None and topic.concept.kind not in _COMPARABLE:
            hint = said("write '{name} is …'", name=topic.name)
            if topic.concept.kind in (Kind.CODE, Kind.CODES) and at.text not in ("=", "!="):
                hint = said("its words have no order: write '{name} is one of (…)'", name=topic.name)
            if topic.concept.kind is Kind.DATE:
                hint = said("write 'time since {name} <= …'", name=topic.name)
            naming.slip(at, "type", said("'{name}' is not a number", name=topic.name), hint)
        elif topic.concept is None and topic.words[:2] == ("yes", "no"):
            naming.slip(
                at,
                "type",
                said("'{name}' is a question", name=topic.name),
                said("write '{name} is yes'", name=topic.name),
            )


def check_window(pick: Pick, window: Window | None, at: Token, topics: tuple[Topic, ...], naming: Naming) -> None:
    """Report a window that contradicts the pick, or that what is asked for does not have; ``at`` is its place."""
    if window is not None and pick == "ever":
        hint = "leave out 'ever', or write 'any … within …'"
        naming.slip(at, "window", "'ever' has no window", hint)
    if counts_half_lives(window):
        naming.slip(at, "window", "only drugs have half-lives", "write a length such as '4 weeks'")
    if naming.fields is not None:
        _check_field(pick, window, at, naming)
        return
    for topic in topics:
        kind = None if topic.concept is None else topic.concept.kind
        if kind is Kind.AGE or (kind is None and topic.words):
            _check_answer(topic, pick, window, at, naming)
        elif kind is Kind.DOSE:
            _check_dose(topic, pick, window, at, naming)


def _check_field(pick: Pick, window: Window | None, at: Token, naming: Naming) -> None:
    if window is not None or pick:
        hint = "write it behind the bracket, or before the record"
        naming.slip(at, "window", said("all facts of {place} are of one day", place=naming.place), hint)


def _check_answer(topic: Topic, pick: Pick, window: Window | None, at: Token, naming: Naming) -> None:
    """An age, an answer, a fact of the site is as of the decision day; ``at`` a point moves that day."""
    is_moved = isinstance(window, OnDay) and window.before is None
    if pick not in _OF_A_DAY or (window is not None and not is_moved):
        hint = "leave the window out; 'valid_for' says how long an answer stands"
        if topic.concept is not None:
            hint = "leave the window out, or write 'at screening'"
        naming.slip(at, "window", said("'{name}' is as of the decision day", name=topic.name), hint)


def _check_dose(topic: Topic, pick: Pick, window: Window | None, at: Token, naming: Naming) -> None:
    if pick == "first" or (pick not in (*_OF_A_DAY, "ever") and window is None):
        hint = said("write 'any {name} … within 8 weeks before screening'", name=topic.name)
        naming.slip(at, "window", said("over which days '{name}' is looked at is not said", name=topic.name), hint)
