"""Conditions and events: has on the decision day, had in a window; with (…) on the fields of one episode."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from core.catalogue.concept import Kind
from core.chart.entries import Episode
from core.criteria.nodes import Had, Has
from core.criteria.scope import Scope
from core.criteria.values import Which
from core.engine.compiled.days import OPEN, Span
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    UNKNOWN,
    Ask,
    Judged,
    all_true,
    one_gap,
)
from core.engine.compiled.lineage import classes_above
from core.engine.compiled.lists import DIAGNOSES, EVENTS, Wanted, compile_absence, happened, joined
from core.engine.compiled.sightings import closed, compile_denials, compile_sightings
from core.engine.compiled.windows import EVER, Bounds, FrameOf, lasting_frame, look_back_frame, over_windows
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation

FieldsOf = Callable[[Situation, Episode], Judged]
"""Judges the fields of one episode."""


class Happening(NamedTuple):
    """What a sentence speaks of: its names, all their concepts, whether one is a class."""

    wanted: tuple[Wanted, ...]
    concepts: frozenset[str]
    is_class: bool


def ask_has(node: Has, scope: Scope, fields: FieldsOf | None) -> Ask:
    """Make ``has which [with (…)]``: present on the decision day."""
    return _ask_which(node.which, scope, fields, lasting_frame(None, scope, ()), is_now=True)


def ask_had(node: Had, scope: Scope, fields: FieldsOf | None) -> Ask:
    """Make ``had which [with (…)] [window]``."""
    return _ask_which(node.which, scope, fields, look_back_frame(node.window, scope), is_now=False)


def _ask_which(which: Which, scope: Scope, fields: FieldsOf | None, frame_of: FrameOf, *, is_now: bool) -> Ask:
    groups = ((name,) for name in which.names) if which.mode == "each" else (which.names,)
    asks = tuple(
        compile_episodes(happening_of(names, which.other_than, scope), scope, fields, is_now=is_now) for names in groups
    )

    subject = joined(which.names)

    def ask(situation: Situation) -> Judged:
        return over_windows(
            frame_of(situation), subject, lambda bounds: all_true([each(situation, bounds) for each in asks])
        )

    return ask


def happening_of(names: Iterable[str], other_than: Iterable[str], scope: Scope) -> Happening:
    """Return what names of conditions and events stand for, less others."""
    others = scope.concepts(other_than)
    wanted = tuple(
        Wanted(name, scope.concepts((name,)) - others, _list_of(name, scope)) for name in scope.expanded(names)
    )
    is_class = any(_is_class(name, scope) for name in scope.expanded(names))
    return Happening(wanted, frozenset().union(*(each.ids for each in wanted)), is_class)


def _list_of(name: str, scope: Scope) -> str:
    concept = scope.catalogue.concept(name)
    return EVENTS if concept is not None and concept.kind is Kind.EVENT else DIAGNOSES


def _is_class(name: str, scope: Scope) -> bool:
    concept = scope.catalogue.concept(name)
    return concept is not None and bool(concept.members)


Within = Callable[[Situation, Bounds], Judged]


def compile_episodes(happening: Happening, scope: Scope, fields: FieldsOf | None, *, is_now: bool) -> Within:
    """Make the question whether something was there on a day of a window."""
    found = compile_found(happening, scope, fields)
    denied = compile_denials(happening.concepts, scope) if is_now else None
    absent = compile_absence(happening.wanted, scope, also=denied)

    def within(situation: Situation, bounds: Bounds) -> Judged:
        return happened(found(situation, bounds), lambda: absent(situation, bounds))

    return within


def compile_found(
    happening: Happening, scope: Scope, fields: FieldsOf | None
) -> Callable[[Situation, Bounds], list[Judged]]:
    """Make what each episode on record, and each finding that saw one, answers."""
    points = frozenset(name for name in happening.concepts if _is_point(name, scope))
    # classes that are not asked for, but may more exactly be what is
    vague = classes_above(happening.concepts, scope.catalogue, is_kind=True) - happening.concepts
    seen = compile_sightings(happening.concepts, scope)

    def found(situation: Situation, bounds: Bounds) -> list[Judged]:
        answers: list[Judged] = []
        for episode in situation.chart.episodes:
            if episode.concept in happening.concepts:
                present = _present(situation, episode, bounds, is_point=episode.concept in points)
                answers.append(_with_fields(situation, episode, present, fields))
            elif episode.concept in vague:
                present = _vaguely(_present(situation, episode, bounds, is_point=False), episode.concept)
                answers.append(_with_fields(situation, episode, present, fields))
            elif not episode.concept and happening.is_class and _may_lie_in(situation, episode, bounds):
                answers.append(_unlisted(episode))
        for finding, present in seen(situation, bounds):
            episode = Episode(finding.ref, finding.concept, finding.on)
            answers.append(_with_fields(situation, episode, present, fields))
        return answers

    return found


def _vaguely(present: Judged, concept: str) -> Judged:
    """Return that something recorded as a class may be what is asked for."""
    if present.truth is FALSE:
        return present
    return Judged(UNKNOWN, one_gap(Cause.IMPRECISE, concept), present.evidence)


def _is_point(name: str, scope: Scope) -> bool:
    concept = scope.catalogue.concept(name)
    return concept is not None and concept.is_point


def _present(situation: Situation, episode: Episode, bounds: Bounds, *, is_point: bool) -> Judged:
    span = days_of(situation, episode, is_point=is_point)
    refs = frozenset((episode.ref,))
    if span.ends_last == OPEN and not episode.is_ongoing:
        ended, denied_by = closed(span, situation.chart.of(episode.concept))
        if ended.lies_in(bounds) is not span.lies_in(bounds):
            span, refs = ended, refs | denied_by
    truth = span.lies_in(bounds)
    return Judged(truth, one_gap(Cause.IMPRECISE, episode.concept) if truth is UNKNOWN else NO_GAPS, refs)


def _with_fields(situation: Situation, episode: Episode, present: Judged, fields: FieldsOf | None) -> Judged:
    if fields is None:
        return present
    both = all_true((present, fields(situation, episode)))
    return Judged(both.truth, both.gaps, both.evidence | present.evidence)


def _may_lie_in(situation: Situation, episode: Episode, bounds: Bounds) -> bool:
    return days_of(situation, episode, is_point=False).lies_in(bounds) is not FALSE


def _unlisted(episode: Episode) -> Judged:
    """Return what a diagnosis the catalogue does not know says of a class: it may be one of it."""
    return Judged(UNKNOWN, one_gap(Cause.NEEDS_JUDGEMENT, episode.text), frozenset((episode.ref,)))


def days_of(situation: Situation, episode: Episode, *, is_point: bool) -> Span:
    """Return the days an episode can begin and end on; what is seen going on began before that day."""
    onset, end, seen = episode.onset, episode.end, episode.ongoing_on
    known_by = end if end is not None else seen
    today = situation.evaluation_on
    begins_last = onset.last if onset is not None else (known_by.last if known_by is not None else today)
    begins_first = onset.first if onset is not None else EVER
    if end is not None:
        return Span(begins_first, begins_last, end.first, end.last)
    if episode.is_ongoing:
        return Span(begins_first, begins_last, OPEN, OPEN)
    if is_point and onset is not None:
        return Span(begins_first, begins_last, onset.first, onset.last)
    last_seen = seen if seen is not None else onset
    return Span(begins_first, begins_last, EVER if last_seen is None else last_seen.first, OPEN)
