"""How far something long has come, told to whoever waits for it, who may give it up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

from core.errors import WorldError

Report = Callable[[int, int], None]
"""Called with how many of how many steps are done; raises ``GivenUpError`` where nobody waits any longer."""
Item = TypeVar("Item")


class GivenUpError(WorldError):
    """Somebody gave up waiting; what was begun is undone."""

    def __init__(self) -> None:
        super().__init__("error-given-up")


def unwatched(done: int, total: int) -> None:
    """Nobody waits: go on."""
    del done, total


def told(steps: Collection[Item], report: Report) -> Iterator[Item]:
    """Go through the steps and report before each and after the last."""
    total, done = len(steps), 0
    for step in steps:
        report(done, total)
        yield step
        done += 1
    report(done, total)
