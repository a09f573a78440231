"""How long each hostile file takes and how much memory, each in a process of its own.

Run ``python -m benchmarks.hostile_inputs``. The limits are 200 ms and 200 MB for each file.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from benchmarks.hostile_files import HOSTILE_FILES
from core.source_text.reading import read_text

MOST_MILLISECONDS = 200.0
MOST_MEGABYTES = 200.0


def measure(number: int) -> tuple[float, float]:
    """Return milliseconds of reading hostile file ``number`` and the peak megabytes of this whole process."""
    content = HOSTILE_FILES[number].make()
    start = time.perf_counter()
    read_text(content, "hostile.yaml")
    milliseconds = (time.perf_counter() - start) * 1000
    return milliseconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_apart(number: int) -> tuple[float, float]:
    """Measure hostile file ``number`` in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.hostile_inputs", str(number)]
    milliseconds, megabytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(milliseconds), float(megabytes)


def main() -> int:
    """Print a line for each file; the result is 1 if one is over a limit."""
    worst = 0
    for number, hostile in enumerate(HOSTILE_FILES):
        milliseconds, megabytes = measure_apart(number)
        is_over = milliseconds > MOST_MILLISECONDS or megabytes > MOST_MEGABYTES
        worst = max(worst, int(is_over))
        sys.stdout.write(f"{hostile.name:28} {milliseconds:8.1f} ms {megabytes:8.1f} MB{'  OVER' if is_over else ''}\n")
    return worst


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.stdout.write("{:.3f} {:.3f}\n".format(*measure(int(sys.argv[1]))))
    else:
        sys.exit(main())
