"""What holds for every test: silence, no network, the same examples on every run."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.guards import NETWORK, WarningCollector

# The windows of the tests need no screen; to be said before Qt makes its application.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Nothing is remembered from one run of the tests to the next.
os.environ.setdefault("KRITERION_MEMORY", "")

# A busy machine must not fail a test, so no example has a deadline. "full" is for long runs by hand.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("full", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True, scope="module")
def nothing_old_is_looked_through() -> None:
    """Keep what earlier modules left (catalogues, rule files) out of the collector: with it a window takes longer."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that opens an internet socket or asks for an address."""
    NETWORK.attempts.clear()
    NETWORK.is_on = True
    yield
    NETWORK.is_on = False
    assert NETWORK.attempts == []


@pytest.fixture(autouse=True)
def no_log_warnings() -> Iterator[None]:
    """Fail a test during which anything is logged at the level WARNING or above."""
    collector = WarningCollector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    assert collector.messages == []
