"""Reading a patient file: YAML or JSON, every problem at its place, nothing guessed."""

from __future__ import annotations

from core.chart.reading.whole import chart_from_tree, read_patient

__all__ = ["chart_from_tree", "read_patient"]
