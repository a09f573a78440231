"""Medical statements for ways outside a trial: papers of their own, each with its addressee and signature."""

from __future__ import annotations

from core.documents.statements.kinds import every_statement
from core.documents.statements.paper import statement_document
from core.documents.statements.statement import Statement

__all__ = ["Statement", "every_statement", "statement_document"]
