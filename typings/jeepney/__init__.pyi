# The part of jeepney that the tests use; the library ships no types.
from collections.abc import Mapping
from enum import Enum

class HeaderFields(Enum):
    path = 1
    member = 3
    sender = 7

class MessageType(Enum):
    method_return = 2
    error = 3

class Header:
    message_type: MessageType
    fields: Mapping[HeaderFields, str]

class Message:
    header: Header
    body: tuple[object, ...]

class DBusAddress:
    def __init__(self, object_path: str, bus_name: str | None = None, interface: str | None = None) -> None: ...

class Properties:
    def __init__(self, obj: DBusAddress) -> None: ...
    def get(self, name: str) -> Message: ...

class MatchRule:
    def __init__(self, *, type: str | None = None, interface: str | None = None) -> None: ...

class MessageBus:
    def AddMatch(self, rule: MatchRule) -> Message: ...

message_bus: MessageBus

def new_method_call(
    remote_obj: DBusAddress, method: str, signature: str | None = None, body: tuple[object, ...] = ()
) -> Message: ...
