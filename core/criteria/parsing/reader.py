"""What readers of sentences share: the signs, the names, the conditions inside other conditions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from core.catalogue.concept import Concept
from core.criteria.nodes import Condition
from core.criteria.parsing.naming import Naming
from core.criteria.parsing.scanner import Scanner, Token
from core.criteria.parsing.windows import take_name_list
from core.criteria.scope import Scope
from core.criteria.values import Which
from core.language.said import said


class PartReader(ABC):
    """Reads parts of a sentence; ``joined`` reads conditions inside brackets and is the whole language again."""

    def __init__(self, text: str, scope: Scope) -> None:
        self.scanner = Scanner(text)
        self.naming: Naming = Naming(scope, self.scanner, [])
        self.scope = scope

    @abstractmethod
    def joined(self) -> Condition:
        """Read conditions joined by ``and`` and ``or``."""

    def inside(self, fields: Mapping[str, Concept], place: str, *, is_known: bool) -> Condition:
        """Read conditions in brackets on the fields of one record; an unknown record has no problems of its own."""
        outer = self.naming
        slips = outer.slips if is_known else []
        self.naming = replace(outer, slips=slips, fields=fields, place=place)
        self.scanner.expect("(", "write the facts in brackets")
        node = self.joined()
        self.scanner.expect(")", "close the bracket")
        self.naming = outer
        return node

    def which(self, resolve: Callable[[tuple[Token, ...]], tuple[str, ...]]) -> Which:
        """Read one name, ``any of`` or ``each of`` several, less those behind ``other than``."""
        start = self.scanner.peek()
        mode: Literal["any", "each"] = "each" if start.text == "each" else "any"
        is_said = start.text in ("any", "each")
        if is_said:
            self.scanner.take()
            self.scanner.expect("of", said("write '{text} of (…)'", text=start.text))
        tokens = take_name_list(self.scanner, self.naming)
        if len(tokens) > 1 and not is_said:
            hint = "write 'any of (…)' or 'each of (…)'"
            self.naming.slip(start, "which", "a list of names is heard both as 'and' and as 'or'", hint)
        names = resolve(tokens)
        if not self.scanner.accept("other", "than"):
            return Which(names, mode)
        return Which(names, mode, resolve(take_name_list(self.scanner, self.naming)))
