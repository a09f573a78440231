"""The maps that ship, found by walking: a map is a file that has the name of its score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from core.catalogue.shapes import read_labels
from core.catalogue.shipped import MAPS
from core.discovery import program_path, resource_path, rules_path, yaml_files
from core.language.said import said
from core.scores.body_map import SIDES, VIEWS, BodyMap, Outline, Region
from core.scores.plane import Polygon, mirrored, whole
from core.source_text.author_error import AuthorError
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text

_FEWEST = 3
_WORSE = ("higher", "lower")


@cache
def shipped_maps() -> Mapping[str, Path]:
    """Return where each map is declared, by the id of its score."""
    return {path.stem: path for path in yaml_files(rules_path("scores", MAPS))}


@cache
def map_of(score: str) -> BodyMap | None:
    """Return the map of a score, None where it has none. Raises AuthorError where its file has an error."""
    path = shipped_maps().get(score)
    if path is None:
        return None
    body, problems = read_map(path.read_bytes(), path.relative_to(program_path()).as_posix(), body_outline())
    if body is None:
        raise AuthorError(problems)
    return body


@cache
def body_outline() -> Outline:
    """Return the body that all maps stand on. Raises AuthorError where its file has an error."""
    path = resource_path("body", "outline.yaml")
    problems: list[Problem] = []
    fields = _fields(path.read_bytes(), path.name, problems)
    size = () if fields is None else _points(fields, "size", fewest=1)
    half = () if fields is None else _points(fields, "half")
    if problems or not size:
        raise AuthorError(tuple(problems))
    width, height = size[0]
    return Outline(width, height, whole(half, width))


def read_map(content: bytes, name: str, outline: Outline) -> tuple[BodyMap | None, tuple[Problem, ...]]:
    """Return the map in a file, or None, with everything that is wrong with it."""
    problems: list[Problem] = []
    fields = _fields(content, name, problems)
    body = None if fields is None else _map(fields, outline)
    return (None if any(each.is_error for each in problems) else body), tuple(problems)


def _fields(content: bytes, name: str, problems: list[Problem]) -> Fields | None:
    tree, found = read_text(content, name)
    problems += found
    return None if tree is None else fields_of(tree, name, problems)


def _map(fields: Fields, outline: Outline) -> BodyMap:
    levels = fields.fields("levels")
    named = {} if levels is None else {key: read_labels(levels, key) for key in (e.key.text for e in levels.written)}
    body = BodyMap(
        id=fields.required_text("id") or "",
        outline=outline,
        regions=tuple(region for each in fields.each("regions") for region in _regions(each, outline.width)),
        is_low_worse=fields.required_choice("worse", _WORSE) == "lower",
        levels=named,
    )
    fields.finish()
    return body


def _regions(entry: Fields, width: float) -> Iterator[Region]:
    """Yield the regions of an entry: of one item, of one for each side of the body."""
    view = entry.required_choice("view", VIEWS) or VIEWS[0]
    for key, shapes in _shapes(entry, view, width):
        yield Region(entry.text(key) or "", view, shapes)
    entry.finish()


def _shapes(entry: Fields, view: str, width: float) -> Iterator[tuple[str, tuple[Polygon, ...]]]:
    """Yield under which key an item of the entry is named, with its shapes."""
    if entry.written.get("item") is not None:
        yield "item", (whole(_points(entry, "half"), width),)
        return
    points = _points(entry, "at")
    for side, shape in zip(SIDES[view], (points, mirrored(points, width)), strict=True):
        if entry.required_text(side) is not None:
            yield side, (shape,)


def _points(fields: Fields, key: str, fewest: int = _FEWEST) -> Polygon:
    """Return points that are written ``50 4, 44 5``."""
    written = fields.required_scalar(key)
    if written is None:
        return ()
    pairs = [each.split() for each in written.text.split(",")]
    try:
        points = tuple((float(x), float(y)) for x, y in pairs)
    except ValueError:
        points = ()
    if len(points) < fewest:
        message = said("'{key}' is no row of points", key=key)
        fields.report(written.span, "points", message, "write at least three, each as two numbers: 50 4, 44 5, 40 10")
        return ()
    return points
