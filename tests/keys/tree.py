"""What a screen reader is told of a window: the tree of AT-SPI, read only, and where the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MatchRule, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_WAIT_SECONDS = 20.0
_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = "org.a11y.atspi.Registry"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_TEXT = "org.a11y.atspi.Text"
_FOCUSED, _SHOWING = 12, 25
"""The numbers of two states in AT-SPI (atspi-constants.h, ``AtspiStateType``)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: on which connection of the bus, under which path."""

    owner: str
    path: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing on the screen as it is read out."""

    place: Place
    role: str
    name: str
    is_focused: bool
    is_showing: bool


class Tree:
    """Read over the bus; nothing is ever done by it."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(bus=session_bus) as session:
            asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            address = str(_body(session.send_and_get_reply(asked, timeout=_WAIT_SECONDS))[0])
        self._bus: DBusConnection = open_dbus_connection(bus=address)
        self._focus: Place | None = None
        self._listen()

    def close(self) -> None:
        """Read no more."""
        self._bus.close()

    # --- reading

    def everything(self) -> list[Seen]:
        """Return all that is shown, in the order of reading."""
        found: list[Seen] = []
        for application in self._children(Place(_REGISTRY, _ROOT)):
            found += self._below(application)
        return found

    def focused(self) -> Seen | None:
        """Return what has the focus by what was told, else by looking for it; None where nothing has."""
        self._hear()
        told = None if self._focus is None else self._seen(self._focus)
        if told is None:  # taken before anybody listened, or gone since
            found = [each for each in self.everything() if each.is_focused]
            told = found[-1] if found else None
        return told

    def text(self, seen: Seen) -> str:
        """Return the text of a field, "" of what is none."""
        try:
            return str(self._ask(seen.place, _TEXT, "GetText", "ii", (0, -1))[0])
        except LookupError:
            return ""

    # --- inside

    def _listen(self) -> None:
        rules = (
            MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged"),
            MatchRule(type="signal", interface="org.a11y.atspi.Event.Focus"),
        )
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        for rule in rules:
            self._bus.send_and_get_reply(new_method_call(bus, "AddMatch", "s", (rule.serialise(),)))
        registry = Place(_REGISTRY, "/org/a11y/atspi/registry")
        for event in ("object:state-changed:focused", "focus:"):
            self._ask(registry, _REGISTRY, "RegisterEvent", "sas", (event, []))

    def _hear(self) -> None:
        """Take in what was told since."""
        while True:
            try:
                self._note(self._bus.receive(timeout=0))
            except TimeoutError:
                return

    def _note(self, message: Message) -> None:
        fields = message.header.fields
        told = {each.name: value for each, value in fields.items()}
        if message.header.message_type is not MessageType.signal:
            return
        is_focus = told.get("interface") == "org.a11y.atspi.Event.Focus"
        if is_focus or (message.body[0] == "focused" and message.body[1] == 1):
            self._focus = Place(str(told["sender"]), str(told["path"]))

    def _below(self, place: Place) -> Iterator[Seen]:
        seen = self._seen(place)
        if seen is None or not seen.is_showing:
            return
        yield seen
        for child in self._children(place):
            yield from self._below(child)

    def _seen(self, place: Place) -> Seen | None:
        try:
            name = self._ask(place, "org.freedesktop.DBus.Properties", "Get", "ss", (_ACCESSIBLE, "Name"))[0][1]
            role = self._ask(place, _ACCESSIBLE, "GetRoleName")[0]
            states = self._ask(place, _ACCESSIBLE, "GetState")[0][0]
        except LookupError:
            return None
        return Seen(place, str(role), str(name), bool(states >> _FOCUSED & 1), bool(states >> _SHOWING & 1))

    def _children(self, place: Place) -> list[Place]:
        try:
            return [Place(*each) for each in self._ask(place, _ACCESSIBLE, "GetChildren")[0]]
        except LookupError:
            return []

    def _ask(
        self, place: Place, interface: str, method: str, signature: str | None = None, body: tuple[object, ...] = ()
    ) -> tuple[Any, ...]:
        address = DBusAddress(place.path, place.owner, interface)
        asked = new_method_call(address, method, signature, body)
        serial = next(self._bus.outgoing_serial)
        self._bus.send(asked, serial=serial)
        while True:
            message = self._bus.receive(timeout=_WAIT_SECONDS)
            told = {each.name: value for each, value in message.header.fields.items()}
            if told.get("reply_serial") == serial:
                return _body(message)
            self._note(message)


def _body(message: Message) -> tuple[Any, ...]:
    """Return what was answered; LookupError where that thing is gone."""
    if message.header.message_type is MessageType.error:
        raise LookupError(str(message.body))
    return tuple(message.body)
