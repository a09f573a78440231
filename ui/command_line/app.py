"""The command line: one subcommand a file; bad words, bad files and a bad world end with words, not a traceback.

A command's modules are loaded when it is chosen: nobody who screens waits for what draws plans.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence

from core.discovery import program_name
from core.errors import KriterionError, WorldError
from core.program import PROGRAM
from core.source_text.author_error import AuthorError
from ui.command_line.arguments import Parser
from ui.command_line.problems import print_problems

Run = Callable[[argparse.Namespace], int]

BAD_INPUT = 2
"""The exit code when some input could not be used."""


def _screen(parser: Parser) -> None:
    from ui.command_line.screen import fill

    fill(parser)


def _cohort(parser: Parser) -> None:
    from ui.command_line.cohort import fill

    fill(parser)


def _plan(parser: Parser) -> None:
    from ui.command_line.plan import fill

    fill(parser)


def _followup(parser: Parser) -> None:
    from ui.command_line.followup import fill

    fill(parser)


def _import(parser: Parser) -> None:
    from ui.command_line.importing import fill

    fill(parser)


def _export(parser: Parser) -> None:
    from ui.command_line.exporting import fill

    fill(parser)


def _hand_over(parser: Parser) -> None:
    from ui.command_line.handing_over import fill

    fill(parser)


def _safety(parser: Parser) -> None:
    from ui.command_line.safety import fill

    fill(parser)


def _registry(parser: Parser) -> None:
    from ui.command_line.registry import fill

    fill(parser)


def _rules(parser: Parser) -> None:
    from ui.command_line.rules import fill

    fill(parser)


def _score(parser: Parser) -> None:
    from ui.command_line.score import fill

    fill(parser)


def _self_check(parser: Parser) -> None:
    from ui.command_line.self_check import fill

    fill(parser)


def _manual(parser: Parser) -> None:
    from ui.command_line.manual import fill

    fill(parser)


def _licences(parser: Parser) -> None:
    from ui.command_line.licences import fill

    fill(parser)


_HELPS = {
    "screen": "judge patients by rule files: what each may enter, and why not",
    "cohort": "many patients by every rule file: who could enter where, who is lost at what, what one answer brings",
    "plan": "the monitoring plan of a patient after infusion, up to 15 years",
    "followup": "what became of the plan after infusion: done, due, missed, no longer asked",
    "import": "what another system's files would be read as: FHIR R4, LDT, tables, REDCap; nothing is recorded",
    "export": "a pseudonymised data set for a registry: REDCap tables and FHIR R4; nothing is sent",
    "hand-over": "patient files for another system, with name: FHIR R4 or a table, and what it cannot say",
    "safety": "draft a safety report of a patient: MedWatch 3500, EU case with E2B(R3), malignancy, pregnancy",
    "registry": "the state of a registry of trials: which fit coarsely, which have a rule file, what changed",
    "rules": "check rule files, run their examples, read one aloud",
    "score": "compute scores, gradings and formulas from named values",
    "manual": "the manual, as text or as PDF, in each language",
    "licences": "the parts the program stands on, and every licence word by word",
    "self-check": "what the program found of itself, as JSON: modules, kinds, shipped files with their hashes",
}
_FILLS: Mapping[str, Callable[[Parser], None]] = {
    "screen": _screen,
    "cohort": _cohort,
    "plan": _plan,
    "followup": _followup,
    "import": _import,
    "export": _export,
    "hand-over": _hand_over,
    "safety": _safety,
    "registry": _registry,
    "rules": _rules,
    "score": _score,
    "manual": _manual,
    "licences": _licences,
    "self-check": _self_check,
}


def main(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code: 0 done, 1 something does not hold, 2 bad input."""
    chosen = _parser(arguments).parse_args(arguments)
    run: Run = chosen.run
    try:
        return run(chosen)
    except AuthorError as error:
        print_problems(error.problems)
    except WorldError as error:
        print(_words(error), file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"{error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr)
    except KriterionError as error:
        print(str(error), file=sys.stderr)
    return BAD_INPUT


def _parser(arguments: Sequence[str]) -> Parser:
    """Return the parser, filled for the command that was chosen."""
    parser = Parser(
        prog=program_name(), description="Screens patients against rule files of cell therapy trials, offline."
    )
    parser.add_argument("--version", action="version", version=PROGRAM)
    commands = parser.add_commands("COMMAND", _HELPS)
    word = next((each for each in arguments if not each.startswith("-")), "")
    if word in commands:
        _FILLS[word](commands[word])
    parser.refuse_slips(arguments)
    return parser


def _words(error: WorldError) -> str:
    from core.language.languages import ENGLISH
    from core.language.phrases import spoken
    from core.wording.errors import error_words

    return error_words(error, spoken(ENGLISH))
