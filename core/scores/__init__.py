"""Scores, classifications, gradings and formulas: named values in, named values out, no chart.

A score is one file of ``rules/scores/instruments`` (what it asks, its words, sources and marks) and, where it has one,
a formula of the same name in ``core/scores/formulas``.
"""
