"""Where text stands in a column, on paper and on the terminal."""

from __future__ import annotations

from enum import Enum


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
