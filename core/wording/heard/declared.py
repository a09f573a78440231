"""What a file declares for itself, read aloud: days, windows, groups and classes in full, questions, definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import cast

from core.catalogue.concept import Aspect
from core.criteria.nodes import Condition
from core.criteria.printing.aloud import Line
from core.criteria.printing.voice import Voice
from core.criteria.printing.window_words import result_window
from core.criteria.scope import Question, SiteFact
from core.rule_files.remarks import nodes_of
from core.rule_files.rule_file import Gap, NamedLimit, RuleFile
from core.values.duration import Duration
from core.wording.heard.hearing import Hearing
from core.wording.who import asked_words


def declared_lines(rule_file: RuleFile, hearing: Hearing) -> Iterator[Line]:
    """Yield the declarations, each under its own heading."""
    scope = hearing.scope
    parts = (
        ("anchors", (line for name, gap in rule_file.anchors.items() for line in _anchor(name, gap, hearing))),
        ("limits", (line for name, limit in rule_file.limits.items() for line in _limit(name, limit, hearing))),
        ("results", _results(hearing)),
        ("windows", _lengths(scope.windows, hearing)),
        ("intervals", _lengths(scope.dosing_intervals, hearing)),
        ("failed-means", _words(scope.failed_means, hearing)),
        ("groups", _members(scope.groups, hearing)),
        ("classes", _members(_classes_used(rule_file, hearing), hearing)),
        ("questions", (line for each in scope.questions.values() for line in _question(each, hearing))),
        ("site", (line for each in scope.site.values() for line in _site_fact(each, hearing))),
        ("definitions", (line for name in scope.definitions for line in _definition(name, rule_file, hearing))),
        ("schedules", ((0, name) for name in rule_file.schedules)),
    )
    for heading, lines in parts:
        found = [(depth + 1, line) for depth, line in lines]
        if found:
            yield hearing.line(heading)
            yield from found


def _anchor(name: str, gap: Gap, hearing: Hearing) -> Iterator[Line]:
    point = hearing.told(gap.label) if gap.label else hearing.point(name)
    after = hearing.point(gap.after)
    if gap.gap is None:
        yield hearing.line("anchor", point=point, after=after)
    else:
        yield hearing.line("anchor-gap", point=point, after=after, length=hearing.span(gap.gap))
    if gap.default:
        yield hearing.line("anchor-default", 1, text=gap.default)


def _limit(name: str, limit: NamedLimit, hearing: Hearing) -> Iterator[Line]:
    yield hearing.line("pair", key=name.replace("_", " "), text=limit.value)
    if limit.since:
        yield hearing.line("limit-since", 1, on=hearing.day(limit.since))
    if limit.before:
        yield hearing.line("limit-before", 1, value=limit.before)


def _results(hearing: Hearing) -> Iterator[Line]:
    window = hearing.scope.results
    if window is not None:
        yield 0, result_window(Voice(hearing.scope, hearing.phrases), window)


def _lengths(lengths: Mapping[str, Duration], hearing: Hearing) -> Iterator[Line]:
    for name, length in lengths.items():
        yield hearing.line("pair", key=hearing.named(name), text=hearing.length(length))


def _words(words: tuple[str, ...], hearing: Hearing) -> Iterator[Line]:
    for word in words:
        spoken = next((each for each in (f"outcome-{word}", f"reason-{word}") if hearing.phrases.can_say(each)), "")
        yield 0, hearing.phrases.say(spoken) if spoken else word.replace("_", " ")


def _members(named: Mapping[str, tuple[str, ...]], hearing: Hearing) -> Iterator[Line]:
    for name, members in named.items():
        yield hearing.line("pair", key=hearing.named(name), text=", ".join(map(hearing.named, members)))


def _classes_used(rule_file: RuleFile, hearing: Hearing) -> dict[str, tuple[str, ...]]:
    """Return every class of drugs, diagnoses or tests that a condition names, with all that it stands for."""
    catalogue = hearing.scope.catalogue
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted({word for node in nodes_of(rule_file) for word in _named(node)}):
        concept = catalogue.concept(name)
        if name in catalogue.classes:
            found[name] = tuple(sorted(catalogue.drugs_of(name)))
        elif concept is not None and concept.members:
            found[name] = tuple(sorted(catalogue.concepts_of(name) - {name}))
    return found


def _named(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for each in cast("tuple[object, ...]", thing):
            yield from () if isinstance(each, Condition) else _named(each)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _named(getattr(thing, field.name))


def _question(question: Question, hearing: Hearing) -> Iterator[Line]:
    yield hearing.line("question", ask=hearing.told(question.ask), who=asked_words(question.asked_of, hearing.phrases))
    if question.valid_for is not None:
        yield hearing.line("valid-for", 1, length=hearing.length(question.valid_for))
    if question.concerns:
        yield hearing.line("concerns", 1, what=concerned(question.concerns, hearing))


def concerned(aspects: Iterable[Aspect], hearing: Hearing) -> str:
    """Return what a criterion or question speaks of."""
    return ", ".join(hearing.phrases.say(f"aspect-{each.value}") for each in aspects)


def _site_fact(fact: SiteFact, hearing: Hearing) -> Iterator[Line]:
    label = hearing.told(fact.label)
    yield hearing.line("site-fact", label=label, options=", ".join(map(hearing.named, fact.one_of)))
    if fact.ask:
        yield hearing.line("site-ask", 1, ask=hearing.told(fact.ask))
    if fact.known:
        seen = f" ({hearing.day(fact.seen)})" if fact.seen else ""
        yield hearing.line("site-known", 1, known=f"{hearing.named(fact.known)}{seen}")
    elif fact.seen:
        yield hearing.line("site-seen", 1, on=hearing.day(fact.seen))


def _definition(name: str, rule_file: RuleFile, hearing: Hearing) -> Iterator[Line]:
    text = hearing.told(rule_file.definition_texts.get(name, name))
    yield hearing.line("definition", name=name.replace("_", " "), text=text)
    yield from hearing.outlined("means", hearing.scope.definitions[name], 1)
    source = rule_file.definition_sources.get(name, "")
    if source:
        yield hearing.line("definition-source", 1, source=source)
