"""SLICC/ACR Damage Index. Gladman D et al. Arthritis Rheum 1996;39:363-9."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from core.scores.given import Given, Json, Outputs

TWICE = "_x2"


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take ``items`` as the finished checklist; an item that ends in _x2 happened more than once."""
    listed = written.get("items", written.get("present"))
    if not isinstance(listed, list):
        return written
    rest = {key: value for key, value in written.items() if key not in ("items", "present")}
    names = [str(each) for each in listed]
    twice: dict[str, Json] = {name.removesuffix(TWICE): Decimal(2) for name in names if name.endswith(TWICE)}
    once: dict[str, Json] = {name: Decimal(1) for name in names if not name.endswith(TWICE) and name not in twice}
    return {**rest, **once, **twice, "present": []}


def compute(given: Given) -> Outputs:
    """Return the sum; end-stage kidney disease replaces the other kidney items."""
    kidney = given.highest_by_group()["renal"] if "esrd" in given.present() else given.total("renal")
    return {"sdi": given.total() - given.total("renal") + kidney}
