"""What can make Qt abort the process is looked for before Qt is imported: one line says what to do, exit 3."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from importlib import metadata

CANNOT_START = 3
"""The exit code where there can be no window."""

_FIRST_BAD = (6, 12)
_FIRST_GOOD_PYTHON = (3, 12)
_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What a real window needs, and the package of Debian that brings it."""


def why_not(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    python: tuple[int, int] = sys.version_info[:2],
    pyside: str | None = None,
    has_library: Callable[[str], bool] | None = None,
) -> str:
    """Return in one line why there can be no window and what to do, "" where there can."""
    version = _pyside_version() if pyside is None else pyside
    if not version:
        return "PySide6 is not installed: run 'uv sync', or 'pip install -r requirements.txt'."
    if _numbers(version) >= _FIRST_BAD and python < _FIRST_GOOD_PYTHON:
        return (
            f"PySide6 {version} aborts on Python {python[0]}.{python[1]}: run 'pip install \"pyside6<6.12\"',"
            " or use Python 3.12."
        )
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return ""
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return "There is no display. Without a window: main.py screen PATIENT.yaml (main.py --help lists all)."
    missing = [package for name, package in _LIBRARIES.items() if not (has_library or _can_load)(name)]
    return f"Libraries of the system are missing: run 'apt install {' '.join(missing)}'." if missing else ""


def _pyside_version() -> str:
    for name in ("pyside6-essentials", "pyside6"):
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return ""


def _numbers(version: str) -> tuple[int, int]:
    major, minor = version.split(".")[:2]
    return int(major), int(minor)


def _can_load(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
