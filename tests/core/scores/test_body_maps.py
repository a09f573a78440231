"""Maps of the body: every item has its region and no other, regions lie apart, and looks follow the answers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from random import Random

import pytest

from core.scores.body_map import SHADES, SIDES, BodyMap, Region, seen, shade_of, shades
from core.scores.body_map_reading import body_outline, maps_of, read_maps, shipped_maps
from core.scores.plane import Polygon, area, centre, edges, hatched, holds, mirrored
from core.scores.recording import NOT_EXAMINED
from core.scores.shipped import definition_of, shipped_scores

MAPS = [(name, at) for name in sorted(shipped_maps()) for at in range(len(maps_of(name)))]
"""Each score with the place of each of its maps: one for each sign."""
LIST_ALONE = {
    "cdasi_v2": (
        "gottron_hands_erythema", "gottron_hands_papules", "gottron_hands_ulceration", "gottron_hands_damage",
        "periungual", "alopecia",
    )
}  # fmt: skip
"""Items without a region: several signs of one place."""
LEAST_AREA = 30.0
"""A region is large enough for its level to be read and hit: at 2.5 pixels a unit some 190 square pixels."""


def body(name: str, at: int = 0) -> BodyMap:
    return maps_of(name)[at]


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
    assert {name for name, _ in MAPS} <= set(shipped_scores())


@pytest.mark.parametrize("name", sorted(shipped_maps()))
def test_every_region_is_an_item_and_every_item_has_one_region(name: str) -> None:
    definition = definition_of(name)
    items = [each.id for each in definition.items if each.id not in LIST_ALONE.get(name, ())]
    regions = [each.item for found in maps_of(name) for each in found.regions]
    assert sorted(regions) == sorted(items)


def test_what_stands_in_the_list_alone_is_an_item() -> None:
    for name, items in LIST_ALONE.items():
        assert set(items) <= {each.id for each in definition_of(name).items}


def test_of_several_signs_each_map_has_its_name_and_all_levels_theirs() -> None:
    for name in shipped_maps():
        found = maps_of(name)
        assert all(bool(each.sign) == (len(found) > 1) for each in found)
        for each in found:
            highest = max(int(definition_of(name).inputs[item].highest) for item in each.items)
            assert not each.levels or set(each.levels) == {str(level) for level in range(highest + 1)}


@pytest.mark.parametrize(("name", "at"), MAPS)
def test_regions_do_not_overlap_and_are_large_enough(name: str, at: int) -> None:
    every = shapes(body(name, at).regions)
    for (item, view, one), (other_item, other_view, other) in combinations(every, 2):
        assert view != other_view or not overlap(one, other), (item, other_item)
    for item, _, shape in every:
        assert area(shape) >= LEAST_AREA, item
        assert holds(shape, centre(shape)), f"the level of {item} stands outside of it"


@pytest.mark.parametrize(("name", "at"), MAPS)
def test_regions_lie_on_the_body(name: str, at: int) -> None:
    for each in body(name, at).regions:
        lines = body_outline().lines[each.view]
        for shape in each.shapes:
            assert any(all(holds(line, inner(corner, shape)) for corner in shape) for line in lines), each.item


def inner(corner: tuple[float, float], shape: Polygon) -> tuple[float, float]:
    """Return a point a tenth of the way from a corner to the middle: edges may lie on the outline."""
    x, y = centre(shape)
    return corner[0] + (x - corner[0]) / 10, corner[1] + (y - corner[1]) / 10


@pytest.mark.parametrize("name", sorted(shipped_maps()))
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
    for view, lines in outline.lines.items():
        turned = {frozenset(rounded(mirrored(line, outline.width))) for line in lines}
        assert turned == {frozenset(rounded(line)) for line in lines}, view


def rounded(line: Polygon) -> Polygon:
    return tuple((round(x, 6), round(y, 6)) for x, y in line)


@pytest.mark.parametrize(("name", "at"), MAPS)
def test_looks_follow_the_answers(name: str, at: int) -> None:
    definition, draw = definition_of(name), Random(name)
    answers = {
        each.id: draw.choice(["", NOT_EXAMINED, *map(str, range(int(each.highest) + 1))]) for each in definition.items
    }
    for each in seen(body(name, at), definition, answers):
        answer = answers[each.region.item]
        assert each.is_not_examined == (answer == NOT_EXAMINED)
        assert (each.shade is None) == (answer in ("", NOT_EXAMINED))
        assert each.told == ("–" if answer == NOT_EXAMINED else answer)


def test_missing_is_never_the_look_of_zero() -> None:
    for answer in ("", "unanswered", "unknown", "4", "-1", "1.5"):
        assert all(each.shade is None for each in seen(body("mrss"), definition_of("mrss"), {"face": answer}))


@pytest.mark.parametrize(("name", "highest"), [("mrss", 3), ("mmt8", 10), ("cdasi_v2", 3)])
def test_shades_rise_to_the_worst_and_only_the_best_has_the_first(name: str, highest: int) -> None:
    found = [shade_of(body(name), level, highest) for level in range(highest + 1)]
    best, worst = (highest, 0) if body(name).is_low_worse else (0, highest)
    assert found == sorted(found, reverse=body(name).is_low_worse)
    assert found.count(0) == 1
    assert (found[best], found[worst]) == (0, SHADES - 1)
    assert sorted(level for _, levels in shades(body(name), highest) for level in levels) == list(range(highest + 1))


def test_a_hatch_stays_inside() -> None:
    for name, at in MAPS:
        for each in body(name, at).regions:
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
  - {item: hand, view: near, both: "1 1, 2 2, 3 1; 1 2"}
  - {item: foot, view: front}
"""
    found, problems = read_maps(text, "x.yaml", body_outline())
    assert found == ()
    lines = {(each.code, each.span.line) for each in problems}
    assert lines == {("points", 4), ("missing-key", 5), ("points", 6), ("missing-key", 7)}
