"""Kinds of arguments, and a parser that knows what was meant by a slip."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from core.source_text.suggestion import nearest


class Parser(argparse.ArgumentParser):
    """A parser of options and commands; ``commands`` are those entered below it, by their names."""

    commands: Mapping[str, Parser] = MappingProxyType({})

    def add_commands(self, metavar: str, helps: Mapping[str, str]) -> Mapping[str, Parser]:
        """Enter commands with the line of help for each, and return their parsers, still empty."""
        kinds = self.add_subparsers(required=True, metavar=metavar, parser_class=Parser)
        self.commands = {name: kinds.add_parser(name, help=text) for name, text in helps.items()}
        return self.commands

    def refuse_slips(self, words: Sequence[str]) -> None:
        """End the program with the word that was meant, if a command or an option is none."""
        for at, word in enumerate(words):
            if word == "--":
                return
            if word.startswith("-"):
                self._refuse_option(word.partition("=")[0])
            elif self.commands:
                self._command(word).refuse_slips(words[at + 1 :])
                return

    def _command(self, word: str) -> Parser:
        if word not in self.commands:
            known = ", ".join(self.commands)
            self.error(f"there is no command '{word}'{_meant(word, tuple(self.commands))}; known: {known}")
        return self.commands[word]

    def _refuse_option(self, word: str) -> None:
        options = tuple(self._option_string_actions)
        is_beginning = any(option.startswith(word) for option in options)  # argparse takes what begins one alone
        if not is_beginning:
            self.error(f"there is no option '{word}'{_meant(word, options)}; --help lists them")


def _meant(word: str, known: Sequence[str]) -> str:
    meant = nearest(word, known)
    return "" if meant is None else f"; did you mean '{meant}'?"


def day(text: str) -> date:
    """Return the day an argument writes (2026-11-22)."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"'{text}' is no day; write 2026-11-22"
        raise argparse.ArgumentTypeError(message) from error
