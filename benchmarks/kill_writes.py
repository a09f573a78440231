"""kill -9 in the middle of writing a paper, many times: how many files are torn?

python -m benchmarks.kill_writes            200 kills, the figure of docs/reliability.md
python -m benchmarks.kill_writes KILLS
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path

from core.writing import write_atomically

FULL_COUNT = 200
SIZE = 512 * 1024
LONGEST_DELAY_SECONDS = 0.03
ROOT = Path(__file__).resolve().parent.parent


def torn_writes(folder: Path, kills: int, seed: int = 20261122) -> int:
    """Kill a writing process ``kills`` times and return how often its file was missing or not whole."""
    delays = random.Random(seed)
    path = folder / "paper.bin"
    torn = 0
    for _ in range(kills):
        _kill_a_writer(path, delays.uniform(0.0, LONGEST_DELAY_SECONDS))
        torn += not _is_whole(path)
    return torn


def write_for_ever(path: Path) -> None:
    """Write one paper over the other; each is one byte repeated, so that a torn one shows."""
    for number in count():
        write_atomically(path, bytes([number % 256]) * SIZE)
        if number == 0:
            print("writing", flush=True)


def _kill_a_writer(path: Path, delay: float) -> None:
    command = [sys.executable, "-m", "benchmarks.kill_writes", "--write", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            writer.wait(timeout=delay)
        writer.kill()


def _is_whole(path: Path) -> bool:
    if not path.exists():
        return False
    content = path.read_bytes()
    return len(content) == SIZE and content == content[:1] * SIZE


def main(arguments: list[str]) -> int:
    """Write for ever, or kill writers and print the count."""
    if arguments[:1] == ["--write"]:
        write_for_ever(Path(arguments[1]))
    kills = int(arguments[0]) if arguments else FULL_COUNT
    with tempfile.TemporaryDirectory() as folder:
        torn = torn_writes(Path(folder), kills)
    print(f"{kills} kills while writing, {torn} files torn")
    return int(torn > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
