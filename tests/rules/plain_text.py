"""Files as plain text: every scalar a text, as our own reader sees them and as JSON Schema judges them."""

from __future__ import annotations

import json
from typing import TypeAlias

import yaml
from jsonschema import Draft202012Validator

from core.discovery import resource_path

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def schema_of(name: str) -> dict[str, Json]:
    """Return a shipped schema."""
    found: dict[str, Json] = json.loads(resource_path("schemas", f"{name}.schema.json").read_text("utf-8"))
    return found


def plain(content: bytes | str) -> Json:
    """Return a YAML text with all its scalars as text."""
    tree: Json = yaml.load(content, Loader=yaml.CBaseLoader)
    return tree


def refusals(validator: Draft202012Validator, content: bytes | str) -> list[str]:
    """Return what the schema says against a file."""
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(plain(content))]


def words(schema: dict[str, Json], *path: str) -> set[Json]:
    """Return the words that the schema allows at a place."""
    place: Json = schema
    for step in (*path, "enum"):
        assert isinstance(place, dict)
        place = place[step]
    assert isinstance(place, list)
    return {word for word in place if isinstance(word, str)}
