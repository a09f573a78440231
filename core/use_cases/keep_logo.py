"""Keep the logo of the letterhead beside the settings: nothing clinical, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from core.documents.logo import MOST_BYTES, Logo
from core.errors import WorldError
from core.writing import write_atomically

NAME = "letterhead.png"


def keep_logo(folder: Path, png: bytes) -> None:
    """Keep a logo in the place of the one before; WorldError where it is none that can be printed."""
    try:
        Logo(png, NAME)
    except ValueError as error:
        raise WorldError("error-no-logo", kilobytes=MOST_BYTES // 1024) from error
    write_atomically(folder / NAME, png)


def drop_logo(folder: Path) -> None:
    """Print no logo any more."""
    (folder / NAME).unlink(missing_ok=True)


def read_logo(folder: Path) -> bytes:
    """Return the logo, nothing where there is none or the file is no logo any more."""
    try:
        return Logo((folder / NAME).read_bytes(), NAME).png
    except (OSError, ValueError):
        return b""
