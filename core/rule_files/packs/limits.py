"""How large a pack may be, and what its parts are called. A rule file is some ten to sixty kilobytes."""

from __future__ import annotations

from typing import Final

MOST_FILES: Final = 200
MOST_FILE_BYTES: Final = 1024 * 1024
"""As much as the program takes in of a single rule file."""
MOST_ALL_BYTES: Final = 20 * 1024 * 1024
"""The rule files of a pack together."""
MOST_MANIFEST_BYTES: Final = 256 * 1024
MOST_PACK_BYTES: Final = MOST_ALL_BYTES + 2 * MOST_MANIFEST_BYTES
"""With the heads of the entries, some two hundred bytes each."""

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
FOLDER: Final = "rules/"
SUFFIX: Final = ".kriterion-rules"
