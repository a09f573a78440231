"""Make the eligibility report of a screening as a paper, in the formats asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening
from core.source_text.problem import NOWHERE, Problem
from core.use_cases.screen_patients import ScreenedPatient
from core.writing import make_folder, plain_name, write_atomically


@dataclass(frozen=True, slots=True)
class Folders:
    """Where papers go; None: this format is not asked for."""

    pdf: Path | None = None
    html: Path | None = None


def refused_papers(patients: Sequence[ScreenedPatient]) -> tuple[Problem, ...]:
    """Return why papers of some patients cannot be written: no name, or the file name of another patient.

    A paper that could be taken for another patient's, or that would overwrite it, is not written.
    """
    found: list[Problem] = []
    taken: dict[str, str] = {}
    for patient in patients:
        if patient.chart is None:
            continue
        name = plain_name(patient.chart.id).casefold()
        if not patient.chart.name.strip():
            message, hint = "a paper needs the patient's name", "write name: …"
            found.append(Problem(patient.file, NOWHERE, "no-name", message, hint))
        elif name in taken:
            message = f"its papers would overwrite those of {taken[name]}: both are called '{patient.chart.id}'"
            found.append(Problem(patient.file, NOWHERE, "same-id", message, "give each patient an id of its own"))
        taken.setdefault(name, patient.file)
    return tuple(found)


def write_report(
    screening: Screening, compiled: CompiledRuleFile, phrases: Phrases, options: ReportOptions, folders: Folders
) -> Iterator[Path]:
    """Write the report in every format asked for, whole or not at all; yield each path."""
    if folders.pdf is None and folders.html is None:
        return
    document = report_document(screening, compiled, phrases, options)
    name = f"{plain_name(screening.chart.id)}-{screening.rule_file.id}"
    if folders.pdf is not None:
        yield _written(folders.pdf / f"{name}.pdf", render_pdf(document))
    if folders.html is not None:
        yield _written(folders.html / f"{name}.html", render_html(document).encode())


def _written(path: Path, content: bytes) -> Path:
    make_folder(path.parent)
    write_atomically(path, content)
    return path
