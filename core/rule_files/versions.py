"""Versions of rule files as numbers: 2.1 is 2.1.0, and 1.10.0 is above 1.9.0."""

from __future__ import annotations

import re

Version = tuple[tuple[int, str], ...]
"""A version that compares as its numbers do, however long they are: of each part its length and its digits."""

_PARTS = 3
_LONGEST = 9
"""A part with more digits is raised by one part more, not computed with."""


def version_of(written: str) -> Version:
    """Return what a written version compares as; zeros at its end do not count."""
    parts = [part.lstrip("0") for part in re.findall(r"[0-9]+", written)]
    while parts and not parts[-1]:
        parts.pop()
    return tuple((len(part), part) for part in parts)


def is_above(written: str, other: str) -> bool:
    """True if a version is higher than another."""
    return version_of(written) > version_of(other)


def version_after(written: str) -> str:
    """Return the lowest version of three parts or more that is above one."""
    parts = written.split(".")
    parts += ["0"] * (_PARTS - len(parts))
    if len(parts[-1]) > _LONGEST:
        return ".".join((*parts, "1"))
    return ".".join((*parts[:-1], str(int(parts[-1]) + 1)))
