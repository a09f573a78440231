"""The sample patients as patients of the record, each marked as synthetic."""

from __future__ import annotations

from pathlib import Path

from core.discovery import resource_path, yaml_files
from core.entry.patient_file import statements_of
from core.entry.statement import Statement
from core.errors import WorldError
from core.progress import Report, told, unwatched
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from core.store.records import Records


def take_in_samples(records: Records, by: str, report: Report = unwatched) -> int:
    """Add every sample patient, all or none; return how many."""
    paths = tuple(yaml_files(resource_path("samples")))
    patients = [sample_statements(path) for path in told(paths, report)]
    return len(records.add_patients(patients, by))


def sample_statements(path: Path) -> tuple[Statement, ...]:
    """Return the statements of one sample file."""
    tree, _ = read_text(path.read_bytes(), path.name)
    if not isinstance(tree, Mapping):
        raise WorldError("error-sample", name=path.name)
    return statements_of(tree)
