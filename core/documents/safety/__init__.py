"""Safety reports on paper: drafts to fill a form from, each with what it lacks by name. Nothing is sent from here."""

from __future__ import annotations

from core.documents.safety.kinds import every_safety_paper
from core.documents.safety.paper import SafetyPaper, SafetyWriting, safety_document

__all__ = ["SafetyPaper", "SafetyWriting", "every_safety_paper", "safety_document"]
