"""The sheet with the recovery key, to be printed once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from core.documents.blocks import Document, Heading, PaperWords, Paragraph, PatientLine, strong
from core.documents.pdf import render_pdf
from core.language.phrases import Phrases
from core.program import PROGRAM
from core.writing import write_atomically


def write_recovery_sheet(path: Path, key: str, phrases: Phrases, printed_at: datetime) -> None:
    """Write the sheet, whole or not at all."""
    write_atomically(path, render_pdf(_sheet(key, phrases, printed_at)))


def _sheet(key: str, phrases: Phrases, printed_at: datetime) -> Document:
    groups = key.split("-")
    half = len(groups) // 2
    title = phrases.say("start-recovery-paper")
    return Document(
        title=title,
        language=phrases.language,
        printed_at=printed_at.isoformat(timespec="seconds"),
        patient=PatientLine(PROGRAM, phrases.say("start-recovery-title"), f"{printed_at:%Y-%m-%d}"),
        words=PaperWords(
            phrases.say("report-page", page="{page}", pages="{pages}"), phrases.say("report-escaped-signs")
        ),
        header_left=PROGRAM,
        header_right=title,
        blocks=(
            Paragraph(phrases.say("start-recovery-paper-why")),
            Heading("-".join(groups[:half]), 2),
            Heading("-".join(groups[half:]), 2),
            Paragraph(strong(f"{printed_at:%Y-%m-%d}")),
        ),
    )
