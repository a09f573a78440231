"""Every step has its entry in each machine, every column its filler; stored numbers compare exactly."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from core.engine.columns.column import Column, VerdictOf, cut, stored
from core.engine.columns.filling import FILLED
from core.engine.columns.steps import Step
from core.engine.columns.vectors import VECTORS
from tests.architecture.program_sources import ROOT

NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=9)
LIMITS = st.decimals(min_value=-1000, max_value=1000, places=6)


def test_this_process_carries_out_every_step() -> None:
    assert set(VECTORS) == set(get_args(Step))


def test_every_column_is_filled() -> None:
    assert set(FILLED) | {VerdictOf} == set(get_args(Column))


@given(NUMBERS, LIMITS)
def test_a_stored_number_compares_as_the_number_does(number: Decimal, limit: Decimal) -> None:
    held, bound = stored(number), cut(limit)
    assert held is not None
    assert bound is not None
    assert (held < bound, held == bound, held > bound) == (number < limit, number == limit, number > limit)


def test_what_is_too_large_or_too_exact_is_not_stored() -> None:
    assert stored(Decimal("1e12")) is None
    assert cut(Decimal("0.0000001")) is None


def test_nobody_loads_numpy_who_judges_one_patient_or_writes_sql() -> None:
    """It is imported where a table is made, and nowhere else."""
    code = "import sys, core.use_cases.screen_patients, ui.command_line.rules; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
