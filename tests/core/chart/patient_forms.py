"""The table of forms: how an entry of a patient file can be written, in YAML and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

Json: TypeAlias = "str | list[Json] | dict[str, Json]"
HEAD = "format: 1\nid: row\nbirth_date: 2012-10-15\n"


@dataclass(frozen=True, slots=True)
class Form:
    """A text of a patient file and the entries it is read as."""

    name: str
    text: str
    read: tuple[str, ...]


def forms() -> tuple[Form, ...]:
    """Return the rows of the table."""
    rows: list[dict[str, str]] = yaml.load((Path(__file__).parent / "forms.yaml").read_bytes(), yaml.CSafeLoader)
    return tuple(Form(row["name"], row["text"], tuple(row["read"])) for row in rows)


FORMS = forms()


def as_json(text: str) -> str:
    """Return a YAML text as JSON with the words JSON has for yes, no and numbers."""
    tree: Json = yaml.load(text, Loader=yaml.CBaseLoader)
    return _written(tree)


def _written(tree: Json) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {_written(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(_written(item) for item in tree) + "]"
    if tree in ("yes", "no"):
        return "true" if tree == "yes" else "false"
    is_number = tree.replace(".", "", 1).isdecimal()
    return tree if is_number else json.dumps(tree, ensure_ascii=False)
