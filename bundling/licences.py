"""Every part of the bundle with its licence: what its own files say, word by word; for those that say it badly a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata

from bundling.contents import ROOT, plain, runtime_parts

_TEXT = re.compile(r"(^|/)(licen[cs]e|copying|notice|apache|ofl|bsd)[^/]*$|/licenses/", re.IGNORECASE)
_NO_TEXT = re.compile(r"\.(py|pyc|pyi|so|ttf|csv)$")
