"""What no test may do: open an internet socket, or make the program log a warning."""

from __future__ import annotations

import logging
import socket
import sys

from typing_extensions import override

INTERNET_FAMILIES = frozenset({int(socket.AF_INET), int(socket.AF_INET6)})
INTERNET_EVENTS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class NetworkUsedError(AssertionError):
    """A test, or the code under it, reached for the network."""


class NetworkWatch:
    """An audit hook that refuses internet sockets while it is on, and remembers each attempt.

    It remembers as well as raises, since the code under test may swallow the error.
    """

    def __init__(self) -> None:
        self.is_on = False
        self.attempts: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.is_on or not event.startswith("socket."):
            return
        opens_socket = event == "socket.__new__" and arguments[1] in INTERNET_FAMILIES
        if opens_socket or event in INTERNET_EVENTS:
            self.attempts.append(event)
            raise NetworkUsedError(event)


class WarningCollector(logging.Handler):
    """A log handler that keeps every record of the level WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.getMessage()}")


# One for the whole run: an audit hook cannot be taken out again.
NETWORK = NetworkWatch()
