"""Kinds of arguments, and the place where a command is entered."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Protocol


class Commands(Protocol):
    """Where a command is entered; argparse has no public name for it."""

    @property
    def add_parser(self) -> Callable[..., argparse.ArgumentParser]:
        """What makes the parser of a new command."""
        ...


def day(text: str) -> date:
    """Return the day an argument writes (2026-11-22)."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"'{text}' is no day; write 2026-11-22"
        raise argparse.ArgumentTypeError(message) from error
