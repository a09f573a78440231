"""Codes of other systems (SNOMED CT, ICD-10, Orphanet, ATC, RxNorm, CVX) with what they mean here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.catalogue.names import Among, Names
from core.source_text.fields import Fields

OWN = "urn:kriterion:catalogue"
"""The URI of the catalogue's own names, in what leaves and comes back."""
ICD10 = "icd10"
"""The system whose codes have a file of their own, since they are typed too."""


@dataclass(frozen=True, slots=True)
class CodeSystem:
    """A system of codes by the URIs it goes by; ``codes`` lead to concepts, drugs and classes of the catalogue.

    ``source`` says where the codes were read.
    """

    id: str
    uris: tuple[str, ...]
    source: str
    codes: Mapping[str, str]

    def meaning(self, code: str) -> str:
        """Return what a code means, "" where it is not known."""
        return self.codes.get(code.strip().upper().rstrip("+*†!"), "")


def read_code_system(fields: Fields, names: Names) -> CodeSystem:
    """Return a system with the codes that are known of it."""
    identity, source = fields.required_text("id") or "", fields.required_text("source") or ""
    uris = tuple(each.text for each in fields.required_texts("uris"))
    codes: dict[str, str] = {}
    for entry in fields.each("codes"):
        owner = names.use(entry, "is", Among.EVERYTHING)
        codes |= {code.text.upper(): name for name in owner for code in entry.required_texts("codes")}
        entry.finish()
    fields.finish()
    return CodeSystem(identity, uris, source, codes)


def with_icd10(systems: Iterable[CodeSystem], icd10: Mapping[str, str]) -> tuple[CodeSystem, ...]:
    """Return the systems, that of the ICD-10 with the codes that are typed."""
    return tuple(replace(each, codes=icd10) if each.id == ICD10 else each for each in systems)
