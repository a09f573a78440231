"""A process that breaks off what is done in a vault at every step, each time in a process of its own.

python -m tests.faults.breaking_off FOLDER SCENE COUNT SEED

A step is whatever changes the disk through Python (a file opened for writing, written, made durable, moved, removed, a
folder made) and every statement the database is given. Before a step the process ends as if killed, or every write
from there on finds the disk full, or every change of the folder is refused; a fourth kind ends it at any instant, also
in the middle of the database's writes, and a fifth lets no file grow beyond a limit, which fails the database's own
writes. Prints JSON: how many steps there are, how many runs, what was found, what was
wrong.
"""

from __future__ import annotations

import errno
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol
from unittest.mock import patch

from sqlalchemy import Engine, event
from sqlcipher3 import dbapi2 as sqlcipher
from typing_extensions import Buffer

from core.store.records.sql import Transaction
from tests.faults.scenes import SCENES, Scene

Step = Callable[[str], None]


class HasFileno(Protocol):
    """What ``os.fsync`` takes beside a number."""

    def fileno(self) -> int:
        """Return the number."""
        ...


_WRITES = frozenset({"open", "os.write", "os.mkdir", "os.fsync"})
_CHANGES = frozenset({*_WRITES, "os.rename", "os.remove", "os.rmdir"})
_KILLED = 9


def watched(step: Step) -> None:
    """Have ``step`` called before everything that changes the disk. Only for a process that ends soon."""
    write, fsync = os.write, os.fsync

    def hook(happens: str, arguments: tuple[object, ...]) -> None:
        if happens == "open" and len(arguments) > 2:
            flags = arguments[2]
            if not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR):
                return
        if happens in _CHANGES:
            step(happens)

    def watched_write(descriptor: int, content: Buffer) -> int:
        step("os.write")
        return write(descriptor, content)

    def watched_fsync(fd: int | HasFileno) -> None:
        step("os.fsync")
        fsync(fd)

    def watched_sql(*told: object) -> None:
        del told
        step("sql")

    os.write, os.fsync = watched_write, watched_fsync
    event.listen(Engine, "before_cursor_execute", watched_sql)
    execute = Transaction.execute

    def watched_execute(self: Transaction, sql: str, parameters: tuple[object, ...] = (), /) -> sqlcipher.Cursor:
        step("sql")
        return execute(self, sql, parameters)

    patch.object(Transaction, "execute", watched_execute).start()
    sys.addaudithook(hook)


def counting(found: list[str]) -> Step:
    """Remember every step."""
    return found.append


def killing(last: int) -> Step:
    """End the process before a step."""
    left = iter(range(last))

    def step(happens: str) -> None:
        del happens
        if next(left, None) is None:
            os._exit(_KILLED)

    return step


def failing(last: int, kinds: frozenset[str], number: int) -> Step:
    """Fail from a step on, as a full disk or a folder that may not be changed does."""
    left = iter(range(last))

    def step(happens: str) -> None:
        if next(left, None) is None and happens in kinds:
            raise OSError(number, os.strerror(number))

    return step


def in_a_process(work: Callable[[], str]) -> tuple[int, str]:
    """Do something in a process of its own; return how it ended and what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.dup2(writing, sys.stderr.fileno())  # an error goes all the way up and says so there
        write = os.write
        said = work()
        write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    said = b"".join(iter(lambda: os.read(reading, 4096), b"")).decode()
    os.close(reading)
    return os.waitpid(child, 0)[1], said


def steps_of(scene: Scene, folder: Path) -> tuple[int, float]:
    """Return how many steps an act has and how many seconds it takes."""

    def work() -> str:
        found: list[str] = []
        watched(counting(found))
        began = time.perf_counter()
        scene.act(folder)
        return json.dumps([len(found), time.perf_counter() - began])

    ended, said = in_a_process(work)
    if ended:
        raise RuntimeError(said)
    count, seconds = json.loads(said)
    return int(count), float(seconds)


def hold_small(most_bytes: int) -> None:
    """Let no file of this process grow beyond a limit, as on a disk that is nearly full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


def broken_off(scene: Scene, folder: Path, kind: str, step: int, share: float) -> None:
    """Begin an act and break it off; ``share`` of its time, or of the size its files have, where a kind asks for it."""

    def work() -> str:
        if kind == "killed":
            watched(killing(step))
        elif kind == "full":
            watched(failing(step, _WRITES, errno.ENOSPC))
        elif kind == "refused":
            watched(failing(step, _CHANGES, errno.EACCES))
        elif kind == "small":
            hold_small(int(share))
        else:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, max(1e-6, share))
        scene.act(folder)
        return ""

    in_a_process(work)


def main(folder: Path, name: str, count: int, seed: int) -> None:
    """Run a scene so often, the steps and kinds drawn so that every step comes as early as can be."""
    scene, chance = SCENES[name], random.Random(seed)
    template = folder / "before"

    def prepared() -> str:
        scene.prepare(template)
        return ""

    in_a_process(prepared)
    shutil.copytree(template, folder / "counted")
    steps, seconds = steps_of(scene, folder / "counted")
    wanted = [(kind, step) for step in range(steps) for kind in ("killed", "full", "refused")]
    wanted += [(kind, step) for step in range(steps) for kind in ("ended", "small")]
    largest = max((path.stat().st_size for path in (folder / "counted").rglob("*") if path.is_file()), default=0)
    chance.shuffle(wanted)
    found: Counter[str] = Counter()
    wrong: list[str] = []
    for number in range(count):
        kind, step = wanted[number % len(wanted)]
        place = folder / f"{number}"
        shutil.copytree(template, place)
        broken_off(scene, place, kind, step, chance.random() * (1.5 * largest if kind == "small" else seconds))
        ended, said = in_a_process(partial(scene.check, place))
        if ended:
            wrong.append(f"{kind} at step {step}: {said[-600:]}")
        else:
            found[said] += 1
        shutil.rmtree(place)
    sys.stdout.write(json.dumps({"steps": steps, "runs": count, "found": found, "wrong": wrong}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
