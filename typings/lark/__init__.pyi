# The part of lark that the tests use as an oracle of the grammar; its own types are partly unknown.
from collections.abc import Iterator
from typing import Literal

class LarkError(Exception): ...

class UnexpectedInput(LarkError):
    line: int
    column: int
    pos_in_stream: int | None

class UnexpectedToken(UnexpectedInput):
    expected: set[str]
    token: Token

class UnexpectedCharacters(UnexpectedInput):
    allowed: set[str]
    char: str

class UnexpectedEOF(UnexpectedInput):
    expected: list[str]

class Token(str):
    type: str
    value: str
    line: int | None
    column: int | None
    start_pos: int | None
    end_pos: int | None

class Meta:
    line: int
    column: int
    start_pos: int
    end_pos: int
    empty: bool

class Tree:
    data: str
    children: list[Tree | Token]
    @property
    def meta(self) -> Meta: ...
    def pretty(self, indent_str: str = "  ") -> str: ...
    def iter_subtrees(self) -> Iterator[Tree]: ...

class Lark:
    def __init__(
        self,
        grammar: str,
        *,
        parser: Literal["lalr", "earley"] = "earley",
        lexer: Literal["auto", "basic", "contextual", "dynamic"] = "auto",
        start: str | list[str] = "start",
        propagate_positions: bool = False,
        maybe_placeholders: bool = True,
        keep_all_tokens: bool = False,
    ) -> None: ...
    def parse(self, text: str, start: str | None = None) -> Tree: ...
    def lex(self, text: str) -> Iterator[Token]: ...
