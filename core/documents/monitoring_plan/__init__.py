"""The monitoring plan as a paper."""

from __future__ import annotations

from core.documents.monitoring_plan.paper import PaperOptions, plan_document

__all__ = ["PaperOptions", "plan_document"]
