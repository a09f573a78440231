"""Quantities, intervals, partial dates, durations: the small exact values everything else is made of."""
