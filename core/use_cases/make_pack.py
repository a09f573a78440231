"""Make a signed pack of the rule files of a folder; what is written was opened again first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.regular_files import read_regular
from core.rule_files.packs.keys import SigningKey
from core.rule_files.packs.limits import MOST_FILE_BYTES
from core.rule_files.packs.opening import Pack, open_pack
from core.rule_files.packs.writing import ToPack, packed
from core.source_text.problem import Problem
from core.use_cases.keep_library import checked_content
from core.use_cases.load_rules import rule_paths, unreadable
from core.writing import write_atomically


@dataclass(frozen=True, slots=True)
class Packing:
    """What is packed: the rule files of places, the name, version and day of the pack."""

    places: tuple[Path, ...]
    name: str
    version: str
    made_on: date


def make_pack(
    packing: Packing, to: Path, key: SigningKey, catalogue: Catalogue
) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Write a pack and return it; None where a file has errors, with all problems. WorldError where it cannot be."""
    files: list[ToPack] = []
    problems: list[Problem] = []
    for path in rule_paths(packing.places):
        try:
            content = read_regular(path, MOST_FILE_BYTES)
        except OSError as error:
            problems.append(unreadable(path, error))
            continue
        file = checked_content(path, content, catalogue)
        problems += file.problems
        if file.rule_file is not None:
            files.append(ToPack(file.rule_file, content))
    if any(each.is_error for each in problems):
        return None, tuple(problems)
    made = packed(files, packing.name, packing.version, packing.made_on, key)
    pack = open_pack(made)
    if to.exists() and to.is_dir():
        raise WorldError("error-is-folder", place=str(to))
    write_atomically(to, made)
    return pack, tuple(problems)
