"""The engines that every row of the tables is run on: one meaning, so one answer."""

from __future__ import annotations

from collections.abc import Mapping

from core.engine.compiled.compiling import compile_condition
from core.rule_files.compiling import Engine, interpret

ENGINES: Mapping[str, Engine] = {"reference": interpret, "compiled": compile_condition}
