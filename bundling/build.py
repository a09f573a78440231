"""``python -m bundling.build``: the bundle in ``dist/kriterion``, with its papers beside the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bundling.contents import NAME, ROOT
from bundling.papers import write_papers

DIST = ROOT / "dist"
FOLDER = DIST / NAME
_WORK = ROOT / "build" / "pyinstaller"


def build() -> Path:
    """Build the folder anew and return it. Raises CalledProcessError where PyInstaller fails."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(_WORK), str(ROOT / "bundling" / "kriterion.spec")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    write_papers(FOLDER)
    return FOLDER


if __name__ == "__main__":
    print(build())
