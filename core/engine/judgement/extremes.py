"""``highest`` and ``lowest`` against both sides of a limit, taken apart into the two sides."""

from __future__ import annotations

from dataclasses import replace

from core.criteria.nodes import Between, Compare, Condition
from core.values.interval import Op


def in_halves(node: Condition) -> tuple[tuple[Compare, ...], bool] | None:
    """Return the comparisons that ``highest x = n`` (``!=``, ``between``) stands for, and whether all must hold.

    None for every other condition. The highest is n if it is at least n (one value is) and at most n (all are):
    neither "one value is n" nor "all values are n" says that.
    """
    if isinstance(node, Between) and node.pick in ("highest", "lowest"):
        low = Compare(node.subject, ">=", node.low, node.pick, node.clean, node.window)
        return (low, replace(low, op="<=", limit=node.high)), True
    if isinstance(node, Compare) and node.pick in ("highest", "lowest") and node.op in ("=", "!="):
        is_equal = node.op == "="
        ops: tuple[Op, Op] = (">=", "<=") if is_equal else (">", "<")
        return (replace(node, op=ops[0]), replace(node, op=ops[1])), is_equal
    return None
