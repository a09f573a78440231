"""A process that records until it is killed and says of each statement that it is safe: python … FOLDER."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.store.records import Records


def main(folder: Path) -> None:
    """Record numbered statements; the number is printed only after the record has answered."""
    records = Records(folder / "record.db", bytes(32), Catalogue({}, {}, {}), clock.now_utc)
    known = records.patients()
    patient = known[0].id if known else records.add_patient([Statement.of("name", "Synthetic")], "x")
    for number in count(len(records.statements(patient))):
        records.record(patient, Statement.of("note", f"{number}"), "x").result()
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
