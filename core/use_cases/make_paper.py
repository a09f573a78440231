"""Make one paper of one patient: the same bytes are previewed, saved and printed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from core.discovery import resource_path
from core.documents.blocks import Document
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from core.errors import WorldError
from core.language.languages import ENGLISH, languages
from core.language.phrases import spoken
from core.use_cases.papers import PaperJob
from core.writing import plain_name

_TEXTS = ("referral", "infused")
"""What ships as text of the letter: for a candidate, and for a patient who was treated."""


@dataclass(frozen=True)
class Paper:
    """A paper that was made."""

    job: PaperJob
    document: Document
    pdf: bytes
    name: str
    sha256: str = field(default="")

    @property
    def text(self) -> str:
        """The same paper to be read out, or walked by keyboard."""
        return render_text(self.document)

    @property
    def file(self) -> bytes:
        """The same for other programs; nothing for a kind that is none."""
        kind = self.job.kind
        return b"" if kind.file is None else kind.file(self.job, spoken(self.job.language))

    @property
    def html(self) -> bytes:
        """The same paper for screen readers."""
        return render_html(self.document).encode()


def make_paper(job: PaperJob) -> Paper:
    """Return the paper; WorldError says what it lacks: a name, a screening, day 0, a telephone number."""
    if not job.chart.name.strip() or job.chart.birth is None:
        raise WorldError("documents-needs-name")
    if not job.kind.applies_to(job.chart, job.on):
        raise WorldError("documents-not-infused")
    document = job.kind.document(job, spoken(job.language))
    pdf = render_pdf(document)
    return Paper(
        job, document, pdf, f"{plain_name(job.chart.shown_number)}-{job.kind.id}", hashlib.sha256(pdf).hexdigest()
    )


def template_text(language: str, *, is_infused: bool = False) -> str:
    """Return the text of the letter that ships in a language, for a candidate or for a patient who was treated."""
    return _text(language, _TEXTS[is_infused])


def shipped_texts() -> frozenset[str]:
    """Return every text of the letter that ships: whatever else stands in a letter is somebody's own."""
    return frozenset(_text(language, name) for language in languages() for name in _TEXTS)


def _text(language: str, name: str) -> str:
    """Return a text of the letter, the English one where the language has none."""
    own, english = (resource_path("letters") / each / f"{name}.txt" for each in (language, ENGLISH))
    return (own if own.is_file() else english).read_text(encoding="utf-8")
