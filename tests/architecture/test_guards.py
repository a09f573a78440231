"""The guards of the test run themselves."""

from __future__ import annotations

import logging
import socket

import pytest

from tests.guards import NETWORK, NetworkUsedError, WarningCollector


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_an_internet_socket_is_refused_and_remembered(family: socket.AddressFamily) -> None:
    """No test can open one, and one that was caught by the code under test still shows."""
    with pytest.raises(NetworkUsedError):
        socket.socket(family)
    assert NETWORK.attempts == ["socket.__new__"]
    NETWORK.attempts.clear()


def test_asking_for_an_address_is_refused() -> None:
    """Names are not looked up either."""
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo("localhost", 80)
    NETWORK.attempts.clear()


def test_local_sockets_are_allowed() -> None:
    """A display, a printer or our own other window may be spoken to."""
    one, other = socket.socketpair()
    one.close()
    other.close()
    assert NETWORK.attempts == []


def test_warnings_in_the_log_are_collected() -> None:
    """Each record is kept with the name of its logger, and nothing below WARNING is asked for."""
    collector = WarningCollector()
    assert collector.level == logging.WARNING
    collector.handle(logging.makeLogRecord({"name": "a", "levelno": logging.ERROR, "msg": "torn"}))
    collector.handle(logging.makeLogRecord({"name": "b", "levelno": logging.WARNING, "msg": "odd"}))
    assert collector.messages == ["a: torn", "b: odd"]
