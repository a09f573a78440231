"""A patient file becomes a patient of the record: looked at whole, then taken in whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.chart.sections import every_section
from core.entry.patient_file import statements_of
from core.entry.statement import Statement
from core.errors import WorldError
from core.regular_files import read_named
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.scan import MOST_BYTES
from core.source_text.tree import Mapping
from core.store.records import PatientLine, Records

SUFFIX = ".kriterion-patient"
"""The ending of patient files that belongs to this program alone; any other is read as well."""
_OF_RULES = frozenset({"kind", "inclusion", "exclusion"})


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a file would bring. ``chart`` is None where it has an error; ``same_name``: who is called so already."""

    path: Path
    chart: Chart | None
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    same_name: tuple[PatientLine, ...] = ()


def is_patient_file(path: Path) -> bool:
    """Tell whether a file is meant to be a patient: by its ending, else by what its first level names.

    What cannot be read, or is neither, is a rule file to the window: there its problems are told.
    """
    if path.suffix == SUFFIX:
        return True
    try:
        tree, _ = read_text(read_named(path, MOST_BYTES + 1), path.name)
    except (WorldError, OSError):
        return False
    if not isinstance(tree, Mapping):
        return False
    keys = {entry.key.text for entry in tree}
    return not keys & _OF_RULES and bool(keys & {section.id for section in every_section()})


def look_at_patient(path: Path, records: Records, catalogue: Catalogue) -> LookedAt:
    """Read a file as the command line does; nothing is recorded. WorldError where it cannot be read at all."""
    try:
        content = read_named(path, MOST_BYTES + 1)
    except OSError as error:
        raise WorldError("error-file-unreadable", name=path.name) from error
    chart, problems = read_patient(content, path.name, catalogue)
    if chart is None:
        return LookedAt(path, None, (), problems)
    tree, _ = read_text(content, path.name)
    statements = statements_of(tree) if isinstance(tree, Mapping) else ()
    return LookedAt(path, chart, statements, problems, records.find_same_name(chart.name))


def take_in_patient(looked: LookedAt, records: Records, by: str) -> str:
    """Add the patient with every entry of the file, all or none; return the patient's id."""
    if looked.chart is None:
        raise WorldError("error-patient-file", name=looked.path.name)
    return records.add_patient(looked.statements, by)
