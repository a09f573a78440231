"""The other databases: where the group ``scale``, PostgreSQL and Java are there.

``KRITERION_SCALE`` is set where something that lacks is a fault and no reason to leave a database out (``.ci/run``).
"""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

from tests.scale.server import program

NEEDED = {
    "test_duckdb.py": find_spec("duckdb") is not None,
    "test_postgresql.py": find_spec("psycopg") is not None and program("initdb") is not None,
    "test_spark.py": find_spec("pyspark") is not None and shutil.which("java") is not None,
}
_LACKING = [name for name, is_there in NEEDED.items() if not is_there]
collect_ignore = [] if os.environ.get("KRITERION_SCALE") else _LACKING
