"""Drafts that came when the record could not be written any more: tried once more when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.store.records.failures import FailedError
from core.store.records.pending import Pending
from core.store.records.recording import Recording
from core.store.records.sql import Transaction
from core.store.records.writer import Writer


class Unkept:
    """The last text of each field since the failure; "" where the draft was dropped."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}

    def note(self, asked: Pending[None], patient_id: str, field: str, text: str) -> None:
        """Remember a draft that the failure kept out of the record."""
        if isinstance(asked.error, FailedError):
            self._texts[patient_id, field] = text

    def keep(self, make_writer: Callable[[], Writer], catalogue: Catalogue, now: Callable[[], datetime]) -> None:
        """Write them all, or none: through a connection of its own, since the one before failed."""
        if not self._texts:
            return
        try:
            writer = make_writer()
        except WorldError:
            return
        try:
            writer.ask(partial(self._write, catalogue, now())).result()
            self._texts.clear()
        except WorldError:
            return
        finally:
            writer.close()

    def _write(self, catalogue: Catalogue, at: datetime, opened: Transaction) -> None:
        recording = Recording(opened, catalogue, "", at)
        for (patient_id, field), text in self._texts.items():
            if text:
                recording.keep_draft(patient_id, field, text)
            else:
                recording.drop_draft(patient_id, field)

    def __len__(self) -> int:
        """Return how many texts are nowhere but here."""
        return sum(1 for text in self._texts.values() if text)
