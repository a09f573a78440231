"""Many sentences that all have to hold, written out as one function: no call for a plain answer of the newest result.

The source is put together from nodes that the parser has checked, never from a file's text; names and numbers are
handed over as values. It gives what asking one part after the other gives, three times as often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import CodeType, FunctionType
from typing import cast

from core.engine.deciding.limits import Exactly
from core.engine.deciding.moment import Decide
from core.engine.deciding.results import NOT_ONE, Newest
from core.engine.deciding.states import Worded
from core.values.interval import Op

_SIGNS: Mapping[Op, str] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "==", "!=": "!="}
_FEWEST = 3
"""Fewer plain sentences are not worth a function of their own."""


def all_together(parts: Sequence[Decide]) -> Decide | None:
    """Return one function for parts that all have to hold, None where few of them are plain."""
    if sum(_is_plain(part) for part in parts) < _FEWEST:
        return None
    values: dict[str, object] = {"NOT_ONE": NOT_ONE}
    lines = ["def decide(m):", "  get, day, truth = m.record.newest.get, m.measured, 1"]
    for number, part in enumerate(parts):
        values[f"ask{number}"] = part
        lines += _lines(part, number, values)
    lines.append("  return truth")
    return _made("\n".join(lines), values)


def _made(source: str, values: dict[str, object]) -> Decide:
    module = compile(source, "<all together>", "exec")
    code = next(each for each in module.co_consts if isinstance(each, CodeType))
    return cast("Decide", FunctionType(code, values))


def _is_plain(part: Decide) -> bool:
    return isinstance(part, Newest) and isinstance(part.test, Exactly | Worded) and not part.anchor


def _lines(part: Decide, number: int, values: dict[str, object]) -> Iterator[str]:
    """Yield the lines that leave the function at a part that is false, and keep in mind one that is unknown."""
    asked = (f"t = ask{number}(m)", "if t < truth:", "  if t < 0: return -1", "  truth = t")
    test = part.test if isinstance(part, Newest) and not part.anchor else None
    if not isinstance(part, Newest) or not isinstance(test, Exactly | Worded):
        yield from (f"  {line}" for line in asked)
        return
    values[f"key{number}"] = part.key
    yield f"  r = get(key{number}, NOT_ONE)"
    if isinstance(test, Worded):
        values[f"told{number}"] = test.truths
        yield f"  x = told{number}.get(r.told)"
        plain, told = "x", "x > 0"
    else:
        values |= {f"unit{number}": test.unit, f"limit{number}": test.number}
        yield "  x = r.exact"
        plain, told = f"x is not None and r.unit == unit{number}", f"x {_SIGNS[test.op]} limit{number}"
    since = "r.day"
    if part.days is not None:
        since = f"day - {part.days:d}"
    elif part.start is not None:
        values[f"start{number}"] = part.start
        since = f"start{number}(day)"
    yield f"  if {plain} and {since} <= r.day <= day:"
    yield f"    if not {told}: return -1"
    yield "  else:"
    yield from (f"    {line}" for line in asked)
