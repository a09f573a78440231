"""The real window, for the faults that need one."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.guards import WarningCollector
from tests.ui.desktop.conftest import cheap_and_loaded, desktop, make_desktop, nothing_is_left, own_hooks

__all__ = ["cheap_and_loaded", "desktop", "make_desktop", "noted", "nothing_is_left", "own_hooks"]


@pytest.fixture
def noted() -> Iterator[WarningCollector]:
    """What the program logs, kept from the guard that lets nothing be logged."""
    collector, log = WarningCollector(), logging.getLogger("kriterion")
    log.addHandler(collector)
    log.propagate = False
    yield collector
    log.propagate = True
    log.removeHandler(collector)
