"""What lies where: the system's list of mounts, and which kinds of them are another computer's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

_NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "smb", "ncpfs", "ncp", "afs", "openafs", "afpfs", "ftp"),
        *("webdav", "davfs", "davfs2", "sshfs", "9p", "ceph", "glusterfs", "lustre", "gpfs", "beegfs", "orangefs"),
        *("pvfs2", "coda", "ocfs2", "gfs2", "panfs", "wekafs", "vboxsf", "vmhgfs", "prl_fs", "drvfs", "acfs"),
    }
)
"""File systems that other computers have open as well, or that a machine around this one hands in."""
_LOCAL_FUSE = frozenset(
    {
        *("ntfs-3g", "ntfs", "lowntfs-3g", "exfat", "exfat-fuse", "ext2", "ext2fs", "fuse2fs", "apfs", "apfs-fuse"),
        *(
            "zfs",
            "hfsfuse",
            "veracrypt",
            "truecrypt",
            "dislocker",
            "gocryptfs",
            "encfs",
            "cryfs",
            "securefs",
            "ecryptfs",
        ),
        *("cryptomator", "cryptofs", "bindfs", "mergerfs", "unionfs", "unionfs-fuse", "aufs", "fuse-overlayfs"),
        *("lxcfs", "squashfuse", "snapfuse", "archivemount", "portal", "btfs", "posixovl", "vaultfs", "mhddfs"),
    }
)
"""What a program of this computer shows of its own disk. Every other kind of FUSE is taken to be a network's."""
_LOCAL_SOURCES = ("/dev/",)
_ESCAPE = re.compile(r"\\(011|012|040|043|134)")
"""Tab, line, space, number sign, stroke: the system writes no other sign as a number."""
_OF_MAC = re.compile(r"^(?P<source>.*?) on (?P<at>/.*) \((?P<kind>[^,()]+)[^()]*\)$")


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the list: what, where, of which kind."""

    source: str
    at: str
    kind: str

    @property
    def is_network(self) -> bool:
        """True if what lies there is not on a disk of this computer."""
        kind = self.kind.casefold()
        family, _, name = kind.partition(".")
        if family == "fuse" and name:
            return name not in _LOCAL_FUSE
        if kind in ("fuse", "macfuse", "osxfuse"):
            return not self.source.startswith(_LOCAL_SOURCES) and self.source.casefold() not in _LOCAL_FUSE
        return kind in _NETWORK


def mounts_of_linux(content: bytes) -> tuple[Mount, ...]:
    """Return the mounts of ``/proc/self/mounts``; spaces and the like stand in it as octal numbers."""
    lines = (os.fsdecode(line).split(" ") for line in content.split(b"\n"))
    return tuple(Mount(*(_unescaped(field) for field in fields[:3])) for fields in lines if fields[2:])


def mounts_of_mac(content: bytes) -> tuple[Mount, ...]:
    """Return the mounts that ``mount`` prints on macOS."""
    found = (_OF_MAC.match(os.fsdecode(line)) for line in content.split(b"\n"))
    return tuple(Mount(match["source"], match["at"], match["kind"]) for match in found if match is not None)


def mount_of(path: PurePath, mounts: Iterable[Mount]) -> Mount | None:
    """Return the mount a path lies on: the longest above it, of several at one place the one that came last."""
    best: Mount | None = None
    for mount in mounts:
        at = PurePosixPath(mount.at)
        if (path == at or at in path.parents) and (best is None or len(at.parts) >= len(PurePosixPath(best.at).parts)):
            best = mount
    return best


def _unescaped(field: str) -> str:
    return os.fsdecode(
        _ESCAPE.sub(lambda match: chr(int(match[1], 8) & 0xFF), field).encode("utf-8", "surrogateescape")
    )
