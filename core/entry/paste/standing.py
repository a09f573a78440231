"""How a diagnosis, event or course of a print stands: to what is on record, and to the other lines of the print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.catalogue.spelling import folded
from core.chart.sections import Section
from core.chart.words import OTHER
from core.entry.charting import chart_of
from core.entry.paste.around import Around
from core.entry.paste.line import PastedLine, State
from core.entry.statement import Plain, Statement
from core.entry.typed import Phrase

NOTE = "note"
UNCERTAIN = frozenset({NOTE, "ongoing_on"})
"""What may differ between two lines that say the same."""
_STARTS = ("since", "from", "date")
_NAMES = frozenset({"is", "of", "event", "drug"})
_SAYS_NOTHING: Mapping[str, Plain] = {"until": "ongoing", "certainty": "confirmed"}
"""What a diagnosis is taken to be where nothing is said."""


def is_refused(section: Section, content: Plain, around: Around) -> bool:
    """The reader of patient files has the last word."""
    births = [each.statement for each in around.bare.kept]
    stated = [Statement.of(section.id, content), *births]
    found = chart_of("", list(enumerate(stated)), around.desk.catalogue).problems
    return any(problem.is_error for problem in found.get(0, ()))


def against_the_record(line: PastedLine, section: Section, around: Around) -> PastedLine:
    """Return an understood line as it stands against the record: there already, there with other days, or new.

    What began on the same day is one, and ticking it completes what stands; anything else of its name stands beside.
    """
    kept = [
        each for each in around.desk.all_of(section.id) if _thing(each.statement.plain, section, around) == line.thing
    ]
    if line.thing == OTHER:
        kept = [each for each in kept if _words(each.statement.plain) == _words(line.content or "")]
    if any(_includes(each.statement.plain, line) for each in kept):
        return replace(line, state=State.ON_RECORD)
    same = (
        []
        if line.is_told_in_note
        else [each for each in kept if _start(each.statement.plain) == _start(line.content or "")]
    )
    if same and isinstance(line.content, dict) and isinstance(same[-1].statement.plain, dict):
        whole = {**same[-1].statement.plain, **line.content}
        state = replace(line, state=State.OTHER, reason=Phrase("paste-other-row"), content=whole, replaces=same[-1].id)
        return state if not is_refused(section, whole, around) else replace(line, state=State.REFUSED)
    if kept:
        return replace(line, state=State.OTHER, reason=Phrase("paste-row-beside"))
    return line


def _thing(content: Plain, section: Section, around: Around) -> str:
    keys = () if section.naming is None else section.naming.keys
    found = content if isinstance(content, dict) else {}
    name = next((text for key in keys if isinstance(text := found.get(key), str)), "")
    return name if name == OTHER else around.desk.catalogue.id_called(name) or name


def _words(content: Plain) -> str:
    text = content.get("text", "") if isinstance(content, dict) else ""
    return folded(text) if isinstance(text, str) else ""


def _start(content: Plain) -> str:
    found = content if isinstance(content, dict) else {}
    text = next((text for key in _STARTS if isinstance(text := found.get(key), str)), "")
    return "" if text == "unknown" else text


def _includes(old: Plain, line: PastedLine) -> bool:
    """True if everything that a line says stands in a content too."""
    new = line.content
    if not isinstance(old, dict) or not isinstance(new, dict):
        return old == new
    if _start(new) and _start(new) != _start(old):
        return False
    if line.is_told_in_note and new.get(NOTE) != old.get(NOTE):
        return False
    mine = {key: each for key, each in new.items() if key not in UNCERTAIN and key not in _STARTS}
    return all(each in (old.get(key), _SAYS_NOTHING.get(key)) or key in _NAMES for key, each in mine.items())


def says_more(one: PastedLine, other: PastedLine) -> bool:
    """True if a line says all that another one says, of one thing."""
    return _includes(one.content or "", other)


def are_one(one: PastedLine, other: PastedLine) -> bool:
    """True if two lines are of one beginning, known or not known."""
    if one.is_told_in_note or other.is_told_in_note:
        return False
    return _start(one.content or "") == _start(other.content or "")
