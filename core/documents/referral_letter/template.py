"""The text of a letter: paragraphs with macros in double braces, checked before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.chart.points import POINTS
from core.chart.sections import Shape, every_section
from core.language.said import said
from core.source_text.problem import Problem, Span
from core.source_text.suggestion import nearest

_MACRO = re.compile(r"\{\{([^{}\n]*)\}\}")
_BRACES = re.compile(r"\{\{|\}\}")

_OF_THE_PATIENT = ("patient.name", "patient.born", "patient.who", "patient", "the.patient", "infused")
_OF_THE_REST = ("treatments.outcomes", "file.title", "result")
WITH_NAME = ("value", "date")
"""``value CONCEPT`` is the latest value of a concept, ``date POINT`` a planned date."""


def lists_told() -> tuple[str, ...]:
    """Return the lists of the record, each of which a letter can tell by its name."""
    return tuple(each.id for each in every_section() if each.shape is Shape.LIST and each.naming is not None)


def macros() -> tuple[str, ...]:
    """Return what a letter can be told without a further word."""
    return (*_OF_THE_PATIENT, *lists_told(), *_OF_THE_REST)


@dataclass(frozen=True, slots=True)
class Template:
    """A text that was checked: every macro in it is one."""

    paragraphs: tuple[str, ...]

    def told(self, value_of: Callable[[str], str]) -> tuple[str, ...]:
        """Return the paragraphs with the macros replaced; a paragraph that comes out empty is left out."""
        filled = (_MACRO.sub(lambda match: value_of(_normal(match[1])), each) for each in self.paragraphs)
        return tuple(text for text in filled if text.strip())


def read_template(text: str, file: str, catalogue: Catalogue) -> tuple[Template | None, tuple[Problem, ...]]:
    """Return the template, and every problem of it at its line and column."""
    problems = tuple(_problems(text, file, catalogue))
    paragraphs = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())
    return (None if problems else Template(paragraphs)), problems


def _problems(text: str, file: str, catalogue: Catalogue) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), start=1):
        for match in _MACRO.finditer(line):
            found = _problem_of(_normal(match[1]), catalogue)
            if found is not None:
                span = Span(number, match.start() + 1, match.end() + 1)
                yield Problem(file, span, "macro", *found)
        rest = _MACRO.sub(lambda match: " " * len(match[0]), line)
        for match in _BRACES.finditer(rest):
            span = Span(number, match.start() + 1, match.end() + 1)
            yield Problem(file, span, "macro", "a macro is not closed on its line", "write {{patient.name}}")


def _problem_of(name: str, catalogue: Catalogue) -> tuple[str, str] | None:
    word, _, of = name.partition(" ")
    if name in macros():
        return None
    if word == "value":
        return _unknown(of, catalogue.concepts, "concept") if catalogue.concept(of) is None else None
    if word == "date":
        return _unknown(of, POINTS, "point") if of not in POINTS else None
    near = nearest(name, macros())
    hint = (
        said("did you mean '{{{{{near}}}}}'?", near=near)
        if near
        else said("known: {names}", names=", ".join((*macros(), "value …", "date …")))
    )
    return said("there is no macro '{name}'", name=name), hint


def _unknown(name: str, known: Iterable[str], what: str) -> tuple[str, str]:
    near = nearest(name, known)
    return said("there is no {what} '{name}'", what=what, name=name), said(
        "did you mean '{near}'?", near=near
    ) if near else said("write a {what} that is known", what=what)


def _normal(name: str) -> str:
    return " ".join(name.split())
