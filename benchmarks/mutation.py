"""The mutation score of every shipped file: CPU seconds a file, score, changes.

``uv run python -m benchmarks.mutation`` prints a line a file and the slowest.
"""

from __future__ import annotations

import gc
from time import process_time

from core.catalogue.reading import load_catalogue
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.mutate_files import mutate_file


def main() -> None:
    """Print the figures."""
    catalogue = load_catalogue()
    taken: dict[str, float] = {}
    noticed = counted = 0
    for path in rule_paths(shipped_places()):
        gc.collect()
        start = process_time()
        verdicts = mutate_file(path, catalogue).verdicts
        taken[path.stem] = process_time() - start
        if verdicts is None:
            raise SystemExit(path)
        noticed, counted = noticed + len(verdicts.noticed), counted + verdicts.counted
        examples = len(verdicts.file.checked.rule_file.examples)
        print(
            f"{path.stem}: {taken[path.stem]:.2f} s CPU, {verdicts.score:.1%} of {verdicts.counted} changes, "
            f"{examples} examples"
        )
    slowest = max(taken, key=lambda name: taken[name])
    print(f"{len(taken)} files in {sum(taken.values()):.1f} s CPU, slowest {slowest} {taken[slowest]:.2f} s")
    print(f"{noticed} of {counted} changes noticed, {noticed / counted:.1%}")


if __name__ == "__main__":
    main()
