"""The eligibility report as a paper: conclusion first, then what is needed, every criterion, the basis."""

from __future__ import annotations

from core.documents.eligibility_report.basis import ReportOptions
from core.documents.eligibility_report.paper import report_document

__all__ = ["ReportOptions", "report_document"]
