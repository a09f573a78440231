"""An export of REDCap with its data dictionary: names of fields become their labels, codes become their words.

The dictionary is the CSV that REDCap gives out of a project (18 columns). What a code means is said there alone; a code
without a meaning stays as it is, and is asked about like any other cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

_NAMES = ("variable / field name", "field_name")
_KINDS = ("field type", "field_type")
_LABELS = ("field label", "field_label")
_CHOICES = ("choices, calculations, or slider labels", "select_choices_or_calculations")
_NOTES = ("field note", "field_note")
_CHOSEN = frozenset({"radio", "dropdown", "checkbox"})
_YES = {"1": "yes", "0": "no"}
_OF_REDCAP = re.compile(
    r"redcap_(?:event_name|repeat_instrument|repeat_instance|data_access_group|survey_\w+)|\w+_complete"
)
"""Columns that REDCap adds: which form, which event, whether it is complete. They say nothing of the patient."""
_CHECKED = re.compile(r"(?P<field>\w+?)___(?P<code>\w+)")
_UNIT = re.compile(r"[^\s]{1,20}")
_NULLS: Mapping[str, str] = {
    "NASK": "not asked", "ASKU": "unknown", "UNK": "unknown", "NI": "unknown", "NAV": "unknown", "NAVU": "unknown",
    "MSK": "unknown", "NA": "not applicable",
}  # fmt: skip
"""HL7 v3 NullFlavor, which REDCap offers as codes of missing data."""
_TAGS = re.compile(r"<[^>]{1,200}>")


@dataclass(frozen=True, slots=True)
class _Field:
    label: str
    kind: str
    choices: Mapping[str, str]
    note: str


def is_dictionary(text: str) -> bool:
    """True for a data dictionary."""
    first: list[str] = next(_rows(text.partition("\n")[0]), list[str]())
    head = [_plain(cell) for cell in first]
    return any(name in head for name in _NAMES) and any(kind in head for kind in _KINDS)


def with_dictionary(data: str, dictionary: str) -> str:
    """Return an export in the words of its dictionary, cells apart by tabs."""
    fields = _fields(dictionary)
    rows = list(_rows(data))
    if not rows:
        return data
    kept = [at for at, name in enumerate(rows[0]) if _OF_REDCAP.fullmatch(name.strip().lstrip("\ufeff")) is None]
    names = [rows[0][at].strip().lstrip("\ufeff") for at in kept]
    lines = [[_titled(name, fields) for name in names]]
    lines += [[_worded(name, row[at].strip(), fields) for at, name in zip(kept, names, strict=True) if at < len(row)]
              for row in rows[1:]]  # fmt: skip
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def _rows(text: str) -> Iterator[list[str]]:
    """Yield the rows as far as the text is a table."""
    with suppress(csv.Error):
        yield from csv.reader(io.StringIO(text))


def _plain(cell: str) -> str:
    return cell.strip().strip('"').lstrip("\ufeff").casefold()


def _fields(dictionary: str) -> Mapping[str, _Field]:
    rows = list(_rows(dictionary))
    head = [_plain(cell) for cell in rows[0]]
    found: dict[str, _Field] = {}
    for row in rows[1:]:
        name = _cell(row, head, _NAMES)
        if name:
            kind = _cell(row, head, _KINDS).casefold()
            choices: Mapping[str, str] = _choices(_cell(row, head, _CHOICES)) if kind in _CHOSEN else {}
            label = " ".join(_TAGS.sub(" ", _cell(row, head, _LABELS)).split())
            found[name] = _Field(label, kind, choices, _cell(row, head, _NOTES))
    return found


def _cell(row: Sequence[str], head: Sequence[str], names: Sequence[str]) -> str:
    at = next((head.index(name) for name in names if name in head), len(row))
    return row[at].strip() if at < len(row) else ""


def _choices(written: str) -> Mapping[str, str]:
    """Return the words of codes: ``1, positive | 0, negative``."""
    pairs = (part.partition(",") for part in written.split("|"))
    return {code.strip(): " ".join(word.split()) for code, comma, word in pairs if comma and code.strip()}


def _titled(name: str, fields: Mapping[str, _Field]) -> str:
    """Return what a column is called, with its unit where the note is one."""
    checked = _CHECKED.fullmatch(name)
    if checked is not None and checked["field"] in fields:
        of = fields[checked["field"]]
        return f"{of.label or checked['field']}: {of.choices.get(checked['code'], checked['code'])}"
    field = fields.get(name)
    if field is None or not field.label:
        return name
    is_unit = bool(_UNIT.fullmatch(field.note)) and any(sign in field.note for sign in "/%") and "[" not in field.label
    return f"{field.label.rstrip(':')} [{field.note}]" if is_unit else field.label.rstrip(":")


def _worded(name: str, cell: str, fields: Mapping[str, _Field]) -> str:
    checked = _CHECKED.fullmatch(name)
    field = fields.get(name if checked is None else checked["field"])
    if field is None or not cell:
        return cell
    if cell in _NULLS and cell not in field.choices:
        return _NULLS[cell]
    if checked is not None or field.kind in ("yesno", "truefalse"):
        return _YES.get(cell, cell)
    return field.choices.get(cell, cell)
