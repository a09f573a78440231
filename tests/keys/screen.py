"""A screen of our own: X server and window manager. Every process on it ends with it."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from PySide6.QtGui import QImage

Answer = TypeVar("Answer")
SIZE = (1280, 800)
_NEEDED = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "dbus-daemon": "dbus",
    "at-spi2-registryd": "at-spi2-core",
}
"""What is started, and the package of Debian that brings it."""
_BESIDE = ("/usr/libexec", "/usr/lib/at-spi2-core")
"""Where Debian and Ubuntu keep what no hand starts."""
_PATHS = os.pathsep.join((os.environ.get("PATH", os.defpath), *_BESIDE))
_COLOUR_BYTES = 12
_WAIT_SECONDS = 20.0
_LOOK_EVERY_SECONDS = 0.01
_END_SECONDS = 5.0


def missing() -> str:
    """Return the packages that real keys still need on this machine, "" where all are there."""
    return " ".join(package for program, package in _NEEDED.items() if shutil.which(program, path=_PATHS) is None)


def until(ask: Callable[[], Answer], what: str, seconds: float = _WAIT_SECONDS) -> Answer:
    """Ask again and again until the answer is true; TimeoutError says what was waited for."""
    end = time.monotonic() + seconds
    while not (answer := ask()):
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(_LOOK_EVERY_SECONDS)
    return answer


class Screen:
    """Started on entering, gone on leaving: only what it started itself is ended."""

    def __init__(self, size: tuple[int, int] = SIZE, *, has_reader: bool = False) -> None:
        """``has_reader``: with a bus of its own, on which programs tell a screen reader what they show."""
        self._size = size
        self._has_reader = has_reader
        self._ends = ExitStack()
        self.folder = Path()
        self.environment: dict[str, str] = {}
        self.display = ""

    def __enter__(self) -> Self:
        try:
            self._begin()
        except BaseException:
            self._ends.close()
            raise
        return self

    def _begin(self) -> None:
        self.folder = Path(self._ends.enter_context(tempfile.TemporaryDirectory(prefix="kriterion-keys-")))
        width, height = self._size
        shape = f"{width}x{height}x24"
        server = ["Xvfb", "-screen", "0", shape, "-nolisten", "tcp", "-noreset", "-fbdir", str(self.folder)]
        self.display = f":{self._told([*server, '-displayfd', '{told}'])}"
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "DISPLAY": self.display,
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
        }
        self.start(["openbox", "--sm-disable", "--config-file", str(self._plain_settings())])
        until(self._is_managed, "a window manager")
        if self._has_reader:
            bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address={told}"]
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._told(bus)
            self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.close()

    def start(
        self, command: Sequence[str], environment: Mapping[str, str] | None = None, log: str = ""
    ) -> subprocess.Popen[bytes]:
        """Start something on this screen; it ends with the screen at the latest."""
        said = self._ends.enter_context((self.folder / (log or f"{Path(command[0]).name}.log")).open("wb"))
        started = subprocess.Popen(
            command,
            env={**self.environment, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        self._ends.callback(end, started)
        return started

    def take_picture(self, place: Path) -> None:
        """Take a picture of the whole screen, out of the memory of the X server: an XWD file (X11/XWDFile.h)."""
        dump = (self.folder / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", dump[:100])
        width, height, bytes_a_line, begin = header[4], header[5], header[12], header[0] + header[19] * _COLOUR_BYTES
        place.parent.mkdir(parents=True, exist_ok=True)
        QImage(dump[begin:], width, height, bytes_a_line, QImage.Format.Format_RGB32).save(str(place))

    def do(self, command: Sequence[str]) -> str:
        """Run a short command on this screen to its end and return what it printed."""
        done = subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return done.stdout.decode(errors="replace").strip()

    def _told(self, command: Sequence[str]) -> str:
        """Start what writes one line into the descriptor it is given, and return the line."""
        read, write = os.pipe()
        os.set_inheritable(write, True)
        written = [part.format(told=write) for part in command]
        said = self._ends.enter_context((self.folder / f"{Path(command[0]).name}.log").open("wb"))
        started = subprocess.Popen(
            written,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            pass_fds=(write,),
            start_new_session=True,
        )
        self._ends.callback(end, started)
        os.close(write)
        with os.fdopen(read, encoding="utf-8") as told:
            return told.readline().strip()

    def _plain_settings(self) -> Path:
        """Write the manager's settings: it gives the focus to what is new and takes no key for itself."""
        place = self.folder / "openbox.xml"
        place.write_text(
            '<?xml version="1.0" encoding="UTF-8"?><openbox_config xmlns="http://openbox.org/3.4/rc">'
            "<focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>"
            "<keyboard></keyboard></openbox_config>\n",
            encoding="utf-8",
        )
        return place

    def _is_managed(self) -> bool:
        return self.do(["xdotool", "get_num_desktops"]) not in ("", "0")


def end(started: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(started.pid, how)
        with suppress(subprocess.TimeoutExpired):
            started.wait(_END_SECONDS)
            return
