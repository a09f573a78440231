"""The papers that can be made of a patient: each kind declares what is chosen for it and how it is made."""

from __future__ import annotations

from core.use_cases.papers.kind import Choice, PaperJob, PaperKind
from core.use_cases.papers.kinds import every_kind, kind_called

__all__ = ["Choice", "PaperJob", "PaperKind", "every_kind", "kind_called"]
