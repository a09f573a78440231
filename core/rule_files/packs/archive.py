"""The one form in which a pack is written: a zip that stores its entries as they are, byte for byte the same each time.

An archive can say a thing twice (in its directory and before each entry), hold what no entry names, and hide bytes in
front, between and behind. So a pack is not only read: what was read of it is written again, and has to be the same
bytes. Nothing is compressed, so that nothing can grow.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_VERSION = 20
_UNIX = 3
_DAY = (1 << 5) | 1  # 1 January 1980, the first day a zip can say
_PERMISSIONS = 0o100644 << 16
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
CENTRAL_MARK = b"PK\x01\x02"
"""Stands before each entry of the directory."""


def archived(entries: Mapping[str, bytes]) -> bytes:
    """Return a zip of these entries in their order; names are ASCII."""
    body, directory = bytearray(), bytearray()
    for written, content in entries.items():
        name, at, size = written.encode("ascii"), len(body), len(content)
        told = (_VERSION, 0, 0, 0, _DAY, zlib.crc32(content), size, size, len(name), 0)
        body += _LOCAL.pack(b"PK\x03\x04", *told) + name + content
        made_by = _UNIX << 8 | _VERSION
        directory += _CENTRAL.pack(CENTRAL_MARK, made_by, *told, 0, 0, 0, _PERMISSIONS, at) + name
    count = len(entries)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)
