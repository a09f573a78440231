"""The scores that ship, found by walking: a score is a file of the folder, and its name is the score's id."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from core.catalogue.shipped import INSTRUMENTS
from core.discovery import program_path, rules_path, yaml_files
from core.scores.definition import Definition
from core.scores.definition_reading import Items, read_definition
from core.source_text.author_error import AuthorError
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text


@cache
def shipped_scores() -> Mapping[str, Path]:
    """Return where each score is declared, by its id."""
    return {path.stem: path for path in yaml_files(rules_path("scores", INSTRUMENTS))}


@cache
def definition_of(name: str) -> Definition:
    """Return the definition of a score by its id. Raises AuthorError where its file has an error."""
    path = shipped_scores()[name]
    file = path.relative_to(program_path()).as_posix()
    content = path.read_bytes()
    borrows = b"items_of:" in content  # only then is the catalogue's own file read
    definition, problems = read_definition(content, file, items_of_concepts() if borrows else {})
    if definition is None:
        raise AuthorError(problems)
    return definition


@cache
def asked_for(concept: str) -> Definition | None:
    """Return the score that is asked item by item for a concept of the catalogue, None where none is."""
    name = _by_concept().get(concept)
    return None if name is None else definition_of(name)


@cache
def _by_concept() -> Mapping[str, str]:
    """Return the scores that are asked in a panel by their concepts. Read is only what may name another concept."""
    panels = {name: path.read_bytes() for name, path in shipped_scores().items()}
    found: dict[str, str] = {}
    for name, content in panels.items():
        if b"\nfinding:" in content:
            finding = definition_of(name).finding if b"{concept:" in content else None
            found[name if finding is None else finding.concept] = name
    return found


@cache
def telling_beside() -> Mapping[str, Definition]:
    """Return the scores whose answers tell other concepts too, by the concept that holds the answers."""
    found = ((concept, definition_of(name)) for concept, name in _by_concept().items())
    return {concept: each for concept, each in found if each.finding is not None and each.finding.beside}


@cache
def items_of_concepts() -> Items:
    """Return the items of the catalogue's scores by their concepts: they are declared there and nowhere else."""
    found: dict[str, tuple[Fields, ...]] = {}
    for path in sorted(rules_path("scores").glob("*.yaml")):
        content = path.read_bytes()
        if b"items:" not in content:
            continue
        problems: list[Problem] = []
        tree, _ = read_text(content, path.name)
        document = None if tree is None else fields_of(tree, path.name, problems)
        for concept in () if document is None else document.each("concepts"):
            items = concept.each("items")
            if items:
                found[concept.text("id") or ""] = items
    return found
