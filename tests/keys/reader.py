"""A screen reader of our own: walks the tree that the program gives to AT-SPI, and hears what is told on its bus."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self, cast

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.keys.screen import Screen, until
from ui.desktop.shell import PROGRAM

_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_OBJECT = "org.a11y.atspi.Event.Object"
_REPLY_SECONDS = 10.0
_LABELLED_BY = 2
"""ATSPI_RELATION_LABELLED_BY (atspi-constants.h)."""
_STATES = {"checkable": 41, "focusable": 11, "focused": 12, "selected": 23, "showing": 25, "visible": 30}
"""Bits of ATSPI_STATE_… (atspi-constants.h) that are asked for."""
_WORD = 32
_PROGRAM = "application"
Address = tuple[str, str]


class GoneError(Exception):
    """What is asked about has gone since it was seen."""


@dataclass(frozen=True)
class Thing:
    """Something of the window as a reader is told of it; ``label`` is the name of what labels it."""

    address: Address
    role: str
    name: str
    label: str
    states: frozenset[str]
    parts: tuple[Thing, ...] = field(default=(), repr=False)

    @property
    def spoken(self) -> str:
        """What is read out when one comes to it."""
        return self.label or self.name

    def walk(self) -> Iterator[Thing]:
        """Yield it with all that is in it, in the order of the tree."""
        yield self
        for each in self.parts:
            yield from each.walk()

    def shown(self) -> Iterator[Thing]:
        """Yield it with all that is in it and on the screen; Qt takes the cells of a table that is hidden for shown."""
        if "showing" in self.states:
            yield self
            for each in self.parts:
                yield from each.shown()


@dataclass(frozen=True)
class Told:
    """One event on the bus: its kind ("Announcement", "PropertyChange accessible-name", …), and its words if any."""

    kind: str
    words: str
    of: Address


class Reader:
    """Stands on a screen of its own; there from before the program starts, as a screen reader is."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._ends = ExitStack()
        self._heard: deque[Message] = deque()
        self._bus: DBusConnection

    def __enter__(self) -> Self:
        session = self._screen.environment["DBUS_SESSION_BUS_ADDRESS"]
        asking = open_dbus_connection(session)
        reply = asking.send_and_get_reply(
            new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"),
            timeout=_REPLY_SECONDS,
        )
        asking.close()
        self._bus = open_dbus_connection(str(reply.body[0]))
        self._ends.callback(self._bus.close)
        registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        self._ask(new_method_call(registry, "RegisterEvent", "sass", ("object:", [], "")))
        told = MatchRule(type="signal", interface=_OBJECT)
        self._ask(message_bus.AddMatch(told))
        self._ends.enter_context(self._bus.filter(told, queue=self._heard))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.close()

    # --- the tree

    def tree(self) -> Thing:
        """Return the whole program as it is now; what goes while it is walked makes it begin again."""
        walked = until(self._walked, "a tree that stands still")
        assert walked is not None
        return walked

    def shown(self) -> list[Thing]:
        """Return everything of the tree that is on the screen, once it has come to rest."""
        seen = self.tree()
        while (again := self.tree()) != seen:
            seen = again
        return list(seen.shown())

    def until_shown(self, role: str, name: str) -> Thing:
        """Wait until something of this role, whose name begins so, is on the screen."""

        def found() -> Thing | None:
            return next((each for each in self.shown() if each.role == role and each.name.startswith(name)), None)

        try:
            thing = until(found, name)
        except TimeoutError:
            told = [f"{each.role} {each.name!r}" for each in self.shown()]
            raise LookupError(f"no {role} {name!r} among {told}") from None
        assert thing is not None
        return thing

    def _walked(self) -> Thing | None:
        try:
            programs = [each for each in self._parts((_REGISTRY, _ROOT)) if self.name(each) == PROGRAM]
            return self._thing(programs[-1]) if programs else None
        except GoneError:
            return None

    def _thing(self, address: Address) -> Thing:
        """Return something with what is in it; of what is not on the screen nothing more is asked."""
        at = DBusAddress(address[1], address[0], _ACCESSIBLE)
        low, high = cast("Sequence[int]", self._ask(new_method_call(at, "GetState"))[0])
        states = frozenset(name for name, bit in _STATES.items() if (high << _WORD | low) >> bit & 1)
        role = str(self._ask(new_method_call(at, "GetRoleName"))[0])
        is_there = "showing" in states or role == _PROGRAM
        parts = tuple(self._thing(each) for each in self._parts(address)) if is_there else ()
        label = self._label(at) if is_there and "focusable" in states else ""
        return Thing(address, role, self.name(address), label, states, parts)

    def name(self, address: Address) -> str:
        """Return the name of something, "" where it has none; GoneError where it is there no longer."""
        (_, name) = cast(
            "tuple[str, str]", self._ask(Properties(DBusAddress(address[1], address[0], _ACCESSIBLE)).get("Name"))[0]
        )
        return name

    def text(self, of: Thing) -> str:
        """Return the whole text that something holds."""
        at = DBusAddress(of.address[1], of.address[0], "org.a11y.atspi.Text")
        return str(self._ask(new_method_call(at, "GetText", "ii", (0, -1)))[0])

    def _parts(self, address: Address) -> Sequence[Address]:
        return cast(
            "Sequence[Address]",
            self._ask(new_method_call(DBusAddress(address[1], address[0], _ACCESSIBLE), "GetChildren"))[0],
        )

    def _label(self, at: DBusAddress) -> str:
        relations = cast("Sequence[tuple[int, Sequence[Address]]]", self._ask(new_method_call(at, "GetRelationSet"))[0])
        return " ".join(self.name(each) for kind, of in relations if kind == _LABELLED_BY for each in of)

    # --- what is told

    def heard(self) -> list[Told]:
        """Return what was told since the last time."""
        self._listen()
        told = [_told(each) for each in self._heard]
        self._heard.clear()
        return told

    def forget(self) -> None:
        """Let go of what was told so far."""
        self.heard()

    def until_told(self, words: str) -> None:
        """Wait until something announces these words; LookupError says what was announced instead."""
        told: list[str] = []

        def is_told() -> bool:
            told.extend(each.words for each in self.heard() if each.kind == "Announcement")
            return any(words in each for each in told)

        try:
            until(is_told, words)
        except TimeoutError:
            raise LookupError(f"{words!r} was not told, but {told}") from None

    def _listen(self) -> None:
        while self._takes_one():
            pass

    def _takes_one(self) -> bool:
        try:
            self._bus.recv_messages(timeout=0)
        except TimeoutError:
            return False
        return True

    def _ask(self, message: Message) -> tuple[object, ...]:
        reply = self._bus.send_and_get_reply(message, timeout=_REPLY_SECONDS)
        if reply.header.message_type is MessageType.error:
            raise GoneError(reply.body)
        return reply.body


def _told(message: Message) -> Told:
    fields = message.header.fields
    detail, words = str(message.body[0]), cast("tuple[str, object]", message.body[3])[1]
    kind = f"{fields[HeaderFields.member]} {detail}".strip()
    return Told(kind, words if isinstance(words, str) else "", (fields[HeaderFields.sender], fields[HeaderFields.path]))
