"""The tables of lung function are read without the package around them, and are told to be missing where they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ASKED = """
import sys
from decimal import Decimal
from core.scores.answering import answered
from core.scores.given import RefusedError
told = {"sex": "M", "age": Decimal(25), "height_cm": Decimal(180), "FVC_L": Decimal("4.2")}
try:
    print(answered("gli_lung", told).output["FVC_pct"], sorted({"pyspiro", "pandas", "numpy"} & set(sys.modules)))
except RefusedError as error:
    print([(each.message, each.hint) for each in error.refusals])
"""
HIDDEN = """
import importlib.util
from importlib.machinery import ModuleSpec
elsewhere = ModuleSpec("pyspiro", None, is_package=True)
elsewhere.submodule_search_locations = ["/nowhere"]
whole = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: ({found}) if name == "pyspiro" else whole(name, package)
"""


def told(before: str = "") -> str:
    """Return what a process of its own says: what was read once is kept in this one."""
    code = before + ASKED
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return found.stdout.strip()


def test_nothing_else_is_loaded() -> None:
    """The package brings pandas along: a window would stand still for it."""
    percent, _, loaded = told().partition(" ")
    assert float(percent) == pytest.approx(79.2, abs=0.05)
    assert loaded == "[]"


@pytest.mark.parametrize("found", ["None", "elsewhere"])
def test_without_tables_it_says_what_to_record(found: str) -> None:
    """No package, or one whose tables lie elsewhere."""
    said = told(HIDDEN.format(found=found))
    assert "not installed" in said
    assert "record % predicted" in said
