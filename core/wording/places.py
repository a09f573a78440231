"""What is said of a place from which files leave this computer, or on which a database can be torn."""

from __future__ import annotations

from pathlib import Path

from core.language.phrases import Phrases
from core.places.concern import concern_at
from core.places.store_python import is_store_python


def paper_warning(path: Path, phrases: Phrases) -> str:
    """Return the warning for a paper or a recovery key that is saved at ``path``, "" where none is needed."""
    return _said("place-paper", path, phrases)


def copy_warning(folder: Path, phrases: Phrases) -> str:
    """Return the warning for a copy of the whole record in ``folder``, "" where none is needed."""
    return _said("place-copy", folder, phrases)


def record_warning(folder: Path, phrases: Phrases) -> str:
    """Return the warning for a record that lies in ``folder``, "" where none is needed."""
    of_python = phrases.say("place-store-python") if is_store_python() else ""
    return "\n".join(filter(None, (_said("place-record", folder, phrases), of_python)))


def _said(phrase: str, path: Path, phrases: Phrases) -> str:
    concern = concern_at(path)
    return "" if concern is None else phrases.say(f"{phrase}-{concern.danger.value}", folder=concern.folder)
