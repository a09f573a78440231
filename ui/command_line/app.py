"""The command line: one subcommand a file; bad words, bad files and a bad world end with words, not a traceback."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from core.errors import KriterionError, WorldError
from core.language.phrases import spoken
from core.source_text.author_error import AuthorError
from core.wording.errors import error_words
from ui.command_line import plan, rules, screen
from ui.command_line.problems import print_problems

Run = Callable[[argparse.Namespace], int]

BAD_INPUT = 2
"""The exit code when some input could not be used."""


def main(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code: 0 done, 1 something does not hold, 2 bad input."""
    parser = argparse.ArgumentParser(
        prog="main.py", description="Screens patients against rule files of cell therapy trials, offline."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in (screen, plan, rules):
        command.add_to(commands)
    chosen = parser.parse_args(arguments)
    run: Run = chosen.run
    try:
        return run(chosen)
    except AuthorError as error:
        print_problems(error.problems)
    except WorldError as error:
        print(error_words(error, spoken("en")), file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"{error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr)
    except KriterionError as error:
        print(str(error), file=sys.stderr)
    return BAD_INPUT
