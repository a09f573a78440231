"""The engines that every row of the tables is run on: one meaning, so one answer."""

from __future__ import annotations

from collections.abc import Mapping

from core.engine.explaining.preparing import prepared
from core.rule_files.compiling import Engine

ENGINES: Mapping[str, Engine] = {"explaining": prepared}
