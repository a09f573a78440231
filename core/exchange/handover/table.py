"""A patient as a table, one row an entry: what is read back stands in columns of its own, the rest as it is on record.

Cells that a spreadsheet would reckon with are made harmless.
"""

from __future__ import annotations

import json
import re

from core.chart.sections import section_of
from core.entry.statement import Plain, Statement
from core.exchange.handover.leaving import OF_PATIENT, Leaving, rest, said, value_of
from core.exchange.tables import table_text
from core.language.languages import ENGLISH

HEAD = (
    "Patient ID", "Patient name", "Date of birth", "Date", "Test", "Result", "Unit", "Lower limit", "Upper limit",
    "Section", "Until", "Details",
)  # fmt: skip
_VALUE = re.compile(r"(?P<value>(?:<=|>=|<|>)?\s*\d+(?:\.\d+)?) (?P<unit>\S+(?: \S+)*)")
_STARTS, _ENDS = ("date", "since", "from"), ("until", "to", "resolved")
_NAMES = ("drug", "is", "event", "of")


def patient_table(leaving: Leaving) -> str:
    """Return the table as text."""
    say = leaving.text
    number, name, born, _ = OF_PATIENT
    whose = (say(number), say(name), say(born))
    told = (each for each in leaving.statements if each.section not in (number, name, born))
    return table_text(HEAD, [(*whose, *_row(each, leaving)) for each in told])


def _row(statement: Statement, leaving: Leaving) -> tuple[str, ...]:
    content, concept = statement.plain, leaving.concept(statement)
    section = section_of(statement.section)
    day, end = (next((text for key in keys if (text := said(content, key))), "") for keys in (_STARTS, _ENDS))
    if concept is not None and section.id != statement.section:
        value = value_of(content)
        found = _VALUE.fullmatch(value)
        result, unit = (value, "") if found is None else (found["value"], found["unit"])
        known = ("value", "absent", "date", "lln", "uln")
        limits = (_bare(said(content, "lln"), unit), _bare(said(content, "uln"), unit))
        details = _rest(content, known) if isinstance(content, dict) else ""
        return day, concept.label[ENGLISH], result, unit, *limits, "", "", details
    name = next((text for key in _NAMES if (text := said(content, key))), statement.key)
    details = _rest(content, (*_NAMES, *_STARTS, *_ENDS)) if isinstance(content, dict) else _text(content)
    return day, name, "", "", "", "", statement.section, end, details


def _bare(limit: str, unit: str) -> str:
    """Return a limit in the unit of its value; one in another unit keeps its own."""
    return limit.removesuffix(f" {unit}") if unit else limit


def _rest(content: Plain, known: tuple[str, ...]) -> str:
    left = rest(content, known)
    return _text({key: content[key] for key in left}) if left and isinstance(content, dict) else ""


def _text(content: Plain) -> str:
    return content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, sort_keys=True)
