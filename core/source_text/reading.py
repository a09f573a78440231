"""Strict reading of a rule or patient file: bytes in, a positioned tree and all problems out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.events import Event

from core.progress import Report, unwatched
from core.source_text.composing import Composer
from core.source_text.lines import Lines
from core.source_text.notes import Notes, StoppedError
from core.source_text.problem import MOST_PROBLEMS, Problem
from core.source_text.scalar_reading import COLON
from core.source_text.scan import scan
from core.source_text.syntax import syntax_problem
from core.source_text.tree import Tree

_SECOND_COLON = re.compile(
    r"^([ \t-]*(?:text|title|short|label|help|note|name|why|wording|(?!id|is|to|on|at|of|by|if|in)[a-z]{2})"
    r"[ \t]*:[ \t]+)"
    r"(?![\"'\[{|>&*!%@`#?]|- )([^\n]*:(?:[ \t\r][^\n]*)?)$",
    re.MULTILINE,
)
"""A line of a text for people with a colon in it, which YAML would take for a key."""
_STEP = 200
"""So many events make one step: a millisecond or so."""


def read_text(content: bytes, file: str, report: Report = unwatched) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Read YAML (or JSON) strictly; ``file`` is only a name for the problems, ``report`` may end the reading.

    Nothing is raised for what stands in the file. A tree that comes together with errors is there so that
    later checks can name their problems in the same run; the file itself is refused. The tree is None where
    the reading could not reach the end. Problems are in the order of the file, at most ``MOST_PROBLEMS``.
    """
    scanned = scan(content, file)
    if scanned.text is None:
        return None, _in_order(scanned.problems, file)
    lines = Lines(scanned.text)
    notes = Notes(lines, file)
    tree: Tree | None = None
    stopped_by: tuple[Problem, ...] = ()
    try:
        events = _events(_as_one_text(scanned.text))
        tree = Composer(notes).compose(events if report is unwatched else _in_steps(events, report))
    except StoppedError:
        pass
    except yaml.YAMLError as error:
        stopped_by = (syntax_problem(error, file, lines),)
    return tree, _in_order((*scanned.problems, *notes.problems, *stopped_by), file)


def _as_one_text(text: str) -> str:
    """Return what libyaml is given: a colon within a title or another text for people needs no quotes.

    In YAML nothing may stand behind a second ``: `` of a line, so no file changes its meaning. A sign of the same
    length stands there for libyaml alone: places are those of the file, and what is read is taken from the file.
    """
    return text if COLON in text else _SECOND_COLON.sub(lambda found: found[1] + found[2].replace(":", COLON), text)


def _events(text: str) -> Iterator[Event]:
    """Return libyaml's events: nothing is built and no alias is followed before they are looked at.

    They come straight from libyaml, without the generator of ``yaml.parse``, which takes as long as libyaml itself.
    """
    return iter(yaml.CSafeLoader(text).get_event, None)


def _in_steps(events: Iterator[Event], report: Report) -> Iterator[Event]:
    """Pass the events on and ask now and then whether somebody still waits for them."""
    for at, event in enumerate(events):
        if at % _STEP == 0:
            report(at, 0)
        yield event


def _in_order(problems: tuple[Problem, ...], file: str) -> tuple[Problem, ...]:
    ordered = sorted(problems, key=lambda problem: (problem.span.line, problem.span.column))
    if len(ordered) < MOST_PROBLEMS:
        return tuple(ordered)
    more = Problem(file, ordered[MOST_PROBLEMS - 1].span, "more-problems", "too many problems", "mend the first ones")
    return (*ordered[: MOST_PROBLEMS - 1], more)
