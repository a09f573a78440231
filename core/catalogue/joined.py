"""Words that say two fields of an examination at once, as reports write them: ``IIIA``, ``class III-A``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.catalogue.concept import Concept, Kind

_JOINT = " -_("
_AND = "+"


@dataclass(frozen=True, slots=True)
class Joined:
    """The codes of the field itself, and the code of each field whose word stood behind one of them."""

    codes: tuple[str, ...]
    behind: Mapping[str, str] = field(default_factory=dict[str, str])


def joined(texts: Iterable[str], about: Concept, fields: Mapping[str, Concept]) -> Joined | None:
    """Return what texts say of a field of several codes and of those that may stand behind it; None where a part is
    not understood or two parts differ in what stands behind. ``fields`` are those of the examination.
    """
    if about.kind is not Kind.CODES:
        return None
    suffixes = [each for each in fields.values() if about.id in each.behind]
    codes: list[str] = []
    behind: dict[str, str] = {}
    for part in (part.strip() for text in texts for part in text.split(_AND)):
        code = about.code(part)
        if code is not None:
            codes.append(code.id)
            continue
        found = next((each for suffix in suffixes if (each := _parted(part, about, suffix)) is not None), None)
        if found is None or behind.get(found[1], found[2]) != found[2]:
            return None
        codes.append(found[0])
        behind[found[1]] = found[2]
    return Joined(tuple(dict.fromkeys(codes)), behind) if codes else None


def _parted(text: str, about: Concept, suffix: Concept) -> tuple[str, str, str] | None:
    """Return the code before, the field behind and its code; the longest word behind counts."""
    spelled = [(word.casefold(), code.id) for code in suffix.codes for word in (code.id, *code.also)]
    plain = text.removesuffix(")").strip()
    for word, code_id in sorted(spelled, key=lambda each: -len(each[0])):
        if plain.casefold().endswith(word):
            before = about.code(plain[: len(plain) - len(word)].rstrip(_JOINT))
            if before is not None and before.id in suffix.behind[about.id]:
                return before.id, suffix.id, code_id
    return None
