"""A process whose files may not grow beyond a limit, as on a full disk: python … FOLDER BYTES."""

from __future__ import annotations

import resource
import signal
import sys
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.errors import WorldError
from core.language.phrases import spoken
from core.store.records import Records
from core.wording.errors import error_words


def main(folder: Path, limit: int) -> None:
    """Record until the disk is full; say how many were safe, then what was told."""
    records = Records(folder / "record.db", bytes(32), Catalogue({}, {}, {}), clock.now_utc)
    patient = records.add_patient([Statement.of("name", "Synthetic")], "x")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    safe = 0
    try:
        while True:
            records.record(patient, Statement.of("note", "x" * 2000), "x").result()
            safe += 1
    except WorldError as error:
        sys.stdout.write(f"{safe}\n{error_words(error, spoken('en'))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
