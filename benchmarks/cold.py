"""Time to start: 60 rule files read, checked and made ready, and one patient screened, with and without memory.

``uv run python -m benchmarks.cold`` prints CPU milliseconds of whole processes, the best of five.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path

from core.discovery import program_path, resource_path
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.remember import FOLDER

FILES = 60
ROUNDS = 5
_ID = re.compile(r"^id: *(\S+)", re.MULTILINE)
_LOAD = """
import gc, sys
from pathlib import Path
from time import process_time
gc.set_threshold(200_000)
from core.use_cases.remember import remembered
known = remembered()
start = process_time()
loaded = known.load_rules(sorted(Path(sys.argv[1]).iterdir()))
read = process_time()
for each in loaded.files:
    each.make_all()
print((read - start) * 1000, (process_time() - read) * 1000, len(loaded.files))
"""


def copies(folder: Path) -> None:
    """Write so many files: the shipped ones over and over, each under an id of its own."""
    for number, path in zip(range(FILES), cycle(rule_paths(shipped_places())), strict=False):
        text = re.sub(
            r"^id: *(\S+)", rf"id: \1-{number}", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE
        )
        (folder / f"{number:02}.yaml").write_text(text, encoding="utf-8")


def run(arguments: list[str], memory: str) -> tuple[str, float]:
    """Return what a new process prints, and its CPU milliseconds; byte code is compiled by the first one."""
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=program_path(),
        env={**environment, FOLDER: memory},
        capture_output=True,
        check=True,
        text=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def main() -> None:
    """Print the figures beside those to reach."""
    patient = str(resource_path("samples", "01-sle-nephritis-class-iv.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "files")
        files.mkdir()
        copies(files)
        for words, memory in (("from nothing", ""), ("remembered", str(Path(folder, "memory")))):
            loaded = [run(["-c", _LOAD, str(files)], memory)[0].split() for _ in range(ROUNDS + 1)][1:]
            screened = [run(["main.py", "screen", patient], memory)[1] for _ in range(ROUNDS + 1)][1:]
            print(f"{FILES} files read and checked, {words:14} {min(float(each[0]) for each in loaded):8.0f}   400")
            print(f"{FILES} files compiled whole, {words:14}   {min(float(each[1]) for each in loaded):8.0f}")
            print(f"screen of one patient, {words:14}     {min(screened):8.0f}   500")


if __name__ == "__main__":
    main()
