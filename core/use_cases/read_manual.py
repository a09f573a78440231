"""The manual as one paper, from the same pages that the window shows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from core.documents.blocks import Block, Document, PageBreak, PaperWords, PatientLine
from core.documents.marked_down import blocks_of
from core.documents.pdf import render_pdf
from core.language.phrases import spoken
from core.language.shipped_pages import page_paths
from core.program import PROGRAM, VERSION
from core.writing import write_atomically

MANUAL = "manual"
"""The folder of ``resources`` with its pages."""


def manual_paths(language: str) -> tuple[Path, ...]:
    """Return the files of its pages in their order."""
    return page_paths(MANUAL, language)


def manual_name(language: str) -> str:
    """Return what its PDF is called."""
    return f"kriterion-{MANUAL}-{language}.pdf"


def manual(language: str, printed_at: datetime) -> Document:
    """Return the manual as a paper; each page of it begins a new one."""
    phrases = spoken(language)
    title, about = phrases.say("manual-title"), phrases.say("manual-about", version=VERSION)
    blocks: list[Block] = []
    for path in manual_paths(language):
        if blocks:
            blocks.append(PageBreak())
        blocks += blocks_of(path.read_text(encoding="utf-8"), path.parent)
    return Document(
        title=f"{PROGRAM}: {title}",
        language=language,
        printed_at=printed_at.isoformat(timespec="seconds"),
        patient=PatientLine(PROGRAM, about, f"{printed_at:%Y-%m-%d}"),
        words=PaperWords(
            phrases.say("report-page", page="{page}", pages="{pages}"), phrases.say("report-escaped-signs")
        ),
        header_left=PROGRAM,
        header_right=title,
        blocks=tuple(blocks),
        footer=(phrases.say("start-is-not"), phrases.say("start-is-not-why")),
    )


def write_manual(path: Path, language: str, printed_at: datetime) -> None:
    """Write the manual as a PDF, whole or not at all."""
    write_atomically(path, render_pdf(manual(language, printed_at)))
