"""The decision points of a trial or programme, in their order."""

from __future__ import annotations

POINTS = ("consent", "screening", "enrolment", "leukapheresis", "lymphodepletion", "infusion")
"""Every rule file has these; it may declare more."""
