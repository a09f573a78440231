"""The maps that ship, found by walking: a map is a file that has the name of its score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
from core.source_text.tree import Scalar

_FEWEST = 3
_WORSE = ("higher", "lower")


@cache
def shipped_maps() -> Mapping[str, Path]:
    """Return where each map is declared, by the id of its score."""
    return {path.stem: path for path in yaml_files(rules_path("scores", MAPS))}


@cache
def maps_of(score: str) -> tuple[BodyMap, ...]:
    """Return the maps of a score, one for each sign, none where it has none.

    Raises AuthorError where its file has an error.
    """
    path = shipped_maps().get(score)
    if path is None:
        return ()
    maps, problems = read_maps(path.read_bytes(), path.relative_to(program_path()).as_posix(), body_outline())
    if not maps:
        raise AuthorError(problems)
    return maps


@cache
def body_outline() -> Outline:
    """Return the body that all maps stand on. Raises AuthorError where its file has an error."""
    path = resource_path("body", "outline.yaml")
    problems: list[Problem] = []
    fields = _fields(path.read_bytes(), path.name, problems)
    size = () if fields is None else _points(fields, "size", fewest=1)
    half, head, hand = ((), (), ()) if fields is None else (_points(fields, key) for key in ("half", "head", "hand"))
    if problems or not size:
        raise AuthorError(tuple(problems))
    width, height = size[0]
    body, near = (whole(half, width),), (whole(head, width), hand, mirrored(hand, width))
    return Outline(width, height, {view: near if view == "near" else body for view in VIEWS})


def read_maps(content: bytes, name: str, outline: Outline) -> tuple[tuple[BodyMap, ...], tuple[Problem, ...]]:
    """Return the maps in a file, none with everything that is wrong with it."""
    problems: list[Problem] = []
    fields = _fields(content, name, problems)
    maps = () if fields is None else _maps(fields, outline)
    return (() if any(each.is_error for each in problems) else maps), tuple(problems)


def _fields(content: bytes, name: str, problems: list[Problem]) -> Fields | None:
    tree, found = read_text(content, name)
    problems += found
    return None if tree is None else fields_of(tree, name, problems)


def _maps(fields: Fields, outline: Outline) -> tuple[BodyMap, ...]:
    """Return the one map of a file, or one for each of its signs: an item is then a site and a sign."""
    body = BodyMap(
        id=fields.required_text("id") or "",
        outline=outline,
        regions=tuple(region for each in fields.each("regions") for region in _regions(each, outline.width)),
        is_low_worse=fields.required_choice("worse", _WORSE) == "lower",
        levels=_levels(fields),
    )
    signs = tuple(_of_sign(each, body) for each in fields.each("signs"))
    fields.finish()
    return signs or (body,)


def _of_sign(sign: Fields, body: BodyMap) -> BodyMap:
    name = sign.required_text("id") or ""
    regions = tuple(replace(each, item=f"{each.item}_{name}") for each in body.regions)
    found = replace(body, regions=regions, levels=_levels(sign), sign=read_labels(sign, "label"))
    sign.finish()
    return found


def _levels(fields: Fields) -> Mapping[str, Mapping[str, str]]:
    levels = fields.fields("levels")
    return {} if levels is None else {each.key.text: read_labels(levels, each.key.text) for each in levels.written}


def _regions(entry: Fields, width: float) -> Iterator[Region]:
    """Yield the regions of an entry: of one item, of one for each side of the body."""
    view = entry.required_choice("view", VIEWS) or VIEWS[0]
    for key, shapes in _shapes(entry, view, width):
        yield Region(entry.text(key) or "", view, shapes)
    entry.finish()


def _shapes(entry: Fields, view: str, width: float) -> Iterator[tuple[str, tuple[Polygon, ...]]]:
    """Yield under which key an item of the entry is named, with its shapes."""
    if entry.written.get("item") is not None:
        halves = (whole(each, width) for each in _rows(entry, "half"))
        sides = (shape for each in _rows(entry, "both") for shape in (each, mirrored(each, width)))
        shapes = (*halves, *sides)
        yield "item", shapes or (whole(_points(entry, "half"), width),)
        return
    points = _points(entry, "at")
    for side, shape in zip(SIDES[view], (points, mirrored(points, width)), strict=True):
        if entry.required_text(side) is not None:
            yield side, (shape,)


def _rows(fields: Fields, key: str) -> Sequence[Polygon]:
    """Return what is written under a key: one row of points, or several with ``;`` between them; nothing: none."""
    written = fields.scalar(key)
    if written is None:
        return ()
    return [found for each in written.text.split(";") if (found := _read(fields, key, written, each))]


def _points(fields: Fields, key: str, fewest: int = _FEWEST) -> Polygon:
    """Return points that are written ``50 4, 44 5``."""
    written = fields.required_scalar(key)
    return () if written is None else _read(fields, key, written, written.text, fewest)


def _read(fields: Fields, key: str, written: Scalar, text: str, fewest: int = _FEWEST) -> Polygon:
    pairs = [each.split() for each in text.split(",")]
    try:
        points = tuple((float(x), float(y)) for x, y in pairs)
    except ValueError:
        points = ()
    if len(points) < fewest:
        message = said("'{key}' is no row of points", key=key)
        fields.report(written.span, "points", message, "write at least three, each as two numbers: 50 4, 44 5, 40 10")
        return ()
    return points
