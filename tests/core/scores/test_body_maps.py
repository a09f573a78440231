"""Maps of the body: every item has its region and no other, regions lie apart, and looks follow the answers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from random import Random

import pytest

from core.scores.body_map import SHADES, SIDES, BodyMap, Region, seen, shade_of, shades
from core.scores.body_map_reading import body_outline, map_of, read_map, shipped_maps
from core.scores.plane import Polygon, area, centre, edges, hatched, holds, mirrored
from core.scores.recording import NOT_EXAMINED
from core.scores.shipped import definition_of, shipped_scores

MAPS = sorted(shipped_maps())
LEAST_AREA = 30.0
"""A region is large enough for its level to be read and hit: at 2.5 pixels a unit some 190 square pixels."""


def body(name: str) -> BodyMap:
    found = map_of(name)
    assert found is not None
    return found


def cross(one: tuple[float, float], other: tuple[float, float], third: tuple[float, float]) -> float:
    return (other[0] - one[0]) * (third[1] - one[1]) - (other[1] - one[1]) * (third[0] - one[0])


def overlap(one: Polygon, other: Polygon) -> bool:
    """True where two polygons cross, or one holds a corner of the other."""
    for (a, b), (c, d) in ((x, y) for x in edges(one) for y in edges(other)):
        if cross(a, b, c) * cross(a, b, d) < 0 and cross(c, d, a) * cross(c, d, b) < 0:
            return True
    return any(holds(one, at) for at in other) or any(holds(other, at) for at in one)


def shapes(regions: Iterable[Region]) -> list[tuple[str, str, Polygon]]:
    return [(each.item, each.view, shape) for each in regions for shape in each.shapes]


def test_a_map_belongs_to_a_score() -> None:
    assert MAPS
    assert set(MAPS) <= set(shipped_scores())


@pytest.mark.parametrize("name", MAPS)
def test_every_region_is_an_item_and_every_item_has_one_region(name: str) -> None:
    definition = definition_of(name)
    items = [each.id for each in definition.items]
    regions = [each.item for each in body(name).regions]
    assert sorted(regions) == sorted(items)


@pytest.mark.parametrize("name", MAPS)
def test_regions_do_not_overlap_and_are_large_enough(name: str) -> None:
    every = shapes(body(name).regions)
    for (item, view, one), (other_item, other_view, other) in combinations(every, 2):
        assert view != other_view or not overlap(one, other), (item, other_item)
    for item, _, shape in every:
        assert area(shape) >= LEAST_AREA, item
        assert holds(shape, centre(shape)), f"the level of {item} stands outside of it"


@pytest.mark.parametrize("name", MAPS)
def test_regions_lie_on_the_body(name: str) -> None:
    outline = body_outline()
    for each in body(name).regions:
        for shape in each.shapes:
            assert holds(outline.line, centre(shape)), each.item


@pytest.mark.parametrize("name", MAPS)
def test_right_and_left_are_those_of_the_patient(name: str) -> None:
    """The words of the item say the side; from behind the patient's right lies at the right of the picture."""
    definition, middle = definition_of(name), body_outline().width / 2
    for each in body(name).regions:
        label = definition.inputs[each.item].label["en"].casefold()
        side = next((side for side in ("right", "left") if label.endswith(f", {side}")), "")
        if side:
            ((x, _),) = (centre(shape) for shape in each.shapes)
            assert (x < middle) == (SIDES[each.view][0] == side), each.item


def test_the_outline_is_its_own_mirror_image() -> None:
    outline = body_outline()
    assert set(mirrored(outline.line, outline.width)) == set(outline.line)


@pytest.mark.parametrize("name", MAPS)
def test_looks_follow_the_answers(name: str) -> None:
    definition, draw = definition_of(name), Random(name)
    answers = {
        each.id: draw.choice(["", NOT_EXAMINED, *map(str, range(int(each.highest) + 1))]) for each in definition.items
    }
    for each in seen(body(name), definition, answers):
        answer = answers[each.region.item]
        assert each.is_not_examined == (answer == NOT_EXAMINED)
        assert (each.shade is None) == (answer in ("", NOT_EXAMINED))
        assert each.told == ("–" if answer == NOT_EXAMINED else answer)


def test_missing_is_never_the_look_of_zero() -> None:
    for answer in ("", "unanswered", "unknown", "4", "-1", "1.5"):
        assert all(each.shade is None for each in seen(body("mrss"), definition_of("mrss"), {"face": answer}))


@pytest.mark.parametrize(("name", "highest"), [("mrss", 3), ("mmt8", 10)])
def test_shades_rise_to_the_worst_and_only_the_best_has_the_first(name: str, highest: int) -> None:
    found = [shade_of(body(name), level, highest) for level in range(highest + 1)]
    best, worst = (highest, 0) if body(name).is_low_worse else (0, highest)
    assert found == sorted(found, reverse=body(name).is_low_worse)
    assert found.count(0) == 1
    assert (found[best], found[worst]) == (0, SHADES - 1)
    assert sorted(level for _, levels in shades(body(name), highest) for level in levels) == list(range(highest + 1))


def test_a_hatch_stays_inside() -> None:
    for name in MAPS:
        for each in body(name).regions:
            for shape in each.shapes:
                lines = hatched(shape, 3.0)
                assert lines
                for one, other in lines:
                    assert holds(shape, ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2))


def test_a_map_that_is_not_understood_says_where() -> None:
    text = b"""id: x
worse: higher
regions:
  - {item: face, view: front, half: "50 4, 44"}
  - {right: a, view: back, at: "1 1, 2 2, 3 1"}
"""
    found, problems = read_map(text, "x.yaml", body_outline())
    assert found is None
    assert {(each.code, each.span.line) for each in problems} == {("points", 4), ("missing-key", 5)}
