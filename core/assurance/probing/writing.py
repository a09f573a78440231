"""Boundary patients as examples of a rule file: in YAML, and put at the end of its examples with nothing else moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.assurance.probing.boundary import Boundary
from core.assurance.probing.plain import Plain, flow
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Sequence

_INDENT = 2
_LONGEST = 120


def example_lines(boundary: Boundary, indent: int = _INDENT) -> Iterator[str]:
    """Yield an example as it stands below ``examples:``."""
    blank, like = " " * indent, flow(boundary.like)
    patient: dict[str, Plain] = {"like": boundary.like, **boundary.changes}
    yield f"{blank}- name: {flow(boundary.name)}"
    yield f"{blank}  on: {boundary.on.isoformat()}"
    whole = f"{blank}  patient: {flow(patient)}"
    if len(whole) <= _LONGEST:
        yield whole
    else:
        yield f"{blank}  patient:"
        yield f"{blank}    like: {like}"
        yield from (f"{blank}    {key}: {flow(value)}" for key, value in boundary.changes.items())
    yield f"{blank}  expect: {flow(boundary.expect)}"


def with_examples(content: bytes, found: Iterable[Boundary]) -> bytes | None:
    """Return a file with examples behind its own, every other byte as it was; None where they cannot be put there.

    That is where ``examples`` is no list with an item a line.
    """
    text = content.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    tree, _ = read_text(content, "")
    entries = tree.entries if isinstance(tree, Mapping) else ()
    at = next((number for number, entry in enumerate(entries) if entry.key.text == "examples"), None)
    lines = text.splitlines(keepends=True)
    if at is None:
        indent, place, head = _INDENT, len(lines), f"{end}examples:{end}"
    else:
        examples = entries[at].value
        if not isinstance(examples, Sequence) or examples.is_flow or not examples.items:
            return None
        indent, head = examples.items[0].span.column - 1 - _INDENT, ""
        place = entries[at + 1].key.span.line - 1 if at + 1 < len(entries) else len(lines)
        while place > 0 and not _says(lines[place - 1]):
            place -= 1
    if place and not lines[place - 1].endswith("\n"):
        lines[place - 1] += end
    written = "".join(f"{line}{end}" for boundary in found for line in example_lines(boundary, indent))
    return "".join((*lines[:place], head + written, *lines[place:])).encode() if written else content


def _says(line: str) -> bool:
    """True for a line that holds something of a list: no blank one, no comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")
