"""Safety reports: what of a record can be reported, what a case says, and what it lacks; nothing is sent from here."""

from __future__ import annotations

from core.safety.case import Reporter, SafetyCase, Serious
from core.safety.lacking import Lacking, lacking
from core.safety.reportable import Matter, Reportable, reportables

__all__ = ["Lacking", "Matter", "Reportable", "Reporter", "SafetyCase", "Serious", "lacking", "reportables"]
