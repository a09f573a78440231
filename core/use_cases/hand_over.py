"""Hand a patient over whole: a patient file as a FHIR R4 bundle or as a table, with what the format cannot say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.entry.patient_file import statements_of
from core.exchange.handover.fhir import patient_bundle
from core.exchange.handover.leaving import Leaving, Left
from core.exchange.handover.table import patient_table
from core.source_text.reading import read_text
from core.source_text.tree import Mapping as Tree
from core.writing import make_folder, write_atomically


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What leaves: the content of a file, the ending of its name, and what could not be said in it."""

    content: bytes
    ending: str
    left: tuple[Left, ...] = ()


def _bundle(leaving: Leaving) -> HandedOver:
    content, left = patient_bundle(leaving)
    return HandedOver(content, "fhir.json", left)


def _table(leaving: Leaving) -> HandedOver:
    return HandedOver(patient_table(leaving).encode(), "csv")


FORMATS: Mapping[str, Callable[[Leaving], HandedOver]] = {"fhir": _bundle, "csv": _table}
"""What a patient can be handed over as."""


def hand_over(content: bytes, file: str, catalogue: Catalogue, wanted: str) -> HandedOver | None:
    """Return a patient file, read without a problem before, in another format; None where it is none."""
    tree, _ = read_text(content, file)
    if not isinstance(tree, Tree):
        return None
    statements = statements_of(tree)
    names = [entry.value for entry in tree if entry.key.text == "id"]
    identity = str(getattr(names[0], "text", "")) if names else ""
    return FORMATS[wanted](Leaving(identity, statements, catalogue))


def write_handed(found: HandedOver, folder: Path, stem: str) -> Path:
    """Write it into a folder, whole or not at all, and return where."""
    make_folder(folder)
    place = folder / f"{stem}.{found.ending}"
    write_atomically(place, found.content)
    return place
