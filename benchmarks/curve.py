"""A small picture of growth: lines on two logarithmic scales, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 70, 170, 20, 50
COLOURS = ("#7a7a7a", "#0b6e4f", "#b5651d", "#3a5fcd", "#8a2be2", "#c2185b", "#00838f", "#5d4037")


@dataclass(frozen=True)
class Line:
    """What one machine needed, by how much it was given."""

    name: str
    points: tuple[tuple[float, float], ...]


def curve(lines: Sequence[Line], across: str, up: str) -> str:
    """Return the picture; both scales go by tens."""
    points = [point for line in lines for point in line.points]
    low_x, high_x = floor(log10(min(x for x, _ in points))), ceil(log10(max(x for x, _ in points)))
    low_y, high_y = floor(log10(min(y for _, y in points))), ceil(log10(max(y for _, y in points)))

    def place(x: float, y: float) -> tuple[float, float]:
        inner_x, inner_y = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
        return (
            LEFT + (log10(x) - low_x) / (high_x - low_x) * inner_x,
            HEIGHT - BOTTOM - (log10(y) - low_y) / (high_y - low_y) * inner_y,
        )

    def parts() -> Iterator[str]:
        yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        yield 'font-family="sans-serif" font-size="12">'
        yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
        for power in range(low_x, high_x + 1):
            x, y = place(10**power, 10**low_y)
            yield f'<path d="M{x:.1f} {TOP}V{y:.1f}" stroke="#ddd"/>'
            yield f'<text x="{x:.1f}" y="{y + 18:.1f}" text-anchor="middle">{10**power:,}</text>'
        for power in range(low_y, high_y + 1):
            x, y = place(10**low_x, 10**power)
            yield f'<path d="M{x:.1f} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
            yield f'<text x="{x - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:,g}</text>'
        yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">{escape(across)}</text>'
        yield f'<text transform="translate(16 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">{escape(up)}</text>'
        taken: list[float] = []
        order = sorted(enumerate(lines), key=lambda each: place(*each[1].points[-1])[1])
        for number, line in order:
            colour = COLOURS[number % len(COLOURS)]
            path = "L".join(f"{x:.1f} {y:.1f}" for x, y in (place(*point) for point in line.points))
            yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
            x, y = place(*line.points[-1])
            y = max(y, taken[-1] + 15) if taken else y
            taken.append(y)
            yield f'<text x="{WIDTH - RIGHT + 8}" y="{y + 4:.1f}" fill="{colour}">{escape(line.name)}</text>'
        yield "</svg>"

    return "\n".join(parts()) + "\n"
