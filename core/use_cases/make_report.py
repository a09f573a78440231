"""Make the eligibility report of a screening as a paper, in the formats asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.writing import write_atomically
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening


@dataclass(frozen=True, slots=True)
class Folders:
    """Where papers go; None: this format is not asked for."""

    pdf: Path | None = None
    html: Path | None = None


def write_report(
    screening: Screening, compiled: CompiledRuleFile, phrases: Phrases, options: ReportOptions, folders: Folders
) -> Iterator[Path]:
    """Write the report in every format asked for, whole or not at all; yield each path."""
    document = report_document(screening, compiled, phrases, options)
    name = f"{_plain(screening.chart.id)}-{screening.rule_file.id}"
    if folders.pdf is not None:
        yield _written(folders.pdf / f"{name}.pdf", render_pdf(document))
    if folders.html is not None:
        yield _written(folders.html / f"{name}.html", render_html(document).encode())


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, content)
    return path


def _plain(text: str) -> str:
    """Return a name that every file system takes."""
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in text) or "patient"
