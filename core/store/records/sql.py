"""Statements made of a table's name and its columns; what is looked for or written is a parameter, always.

So no value is ever part of a statement, and none of an error's text: the database names columns at most.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from sqlcipher3 import dbapi2 as sqlcipher

Value: TypeAlias = str | int | bytes | None
"""What a column holds."""
Row = TypeVar("Row", bound=NamedTuple)


class Runs(Protocol):
    """What a statement is given to: a connection that reads, or the transaction that writes."""

    def execute(self, sql: str, parameters: tuple[object, ...] = ..., /) -> sqlcipher.Cursor:
        """Run one statement."""
        ...


class Transaction:
    """What is written together. It begins with the first statement; nothing asked of the file, nothing begun.

    Begun at once as the one that writes: SQLite would else wait for the first change, and find the file held then.
    """

    def __init__(self, opened: sqlcipher.Connection) -> None:
        self._opened = opened
        self._has_begun = False
        self._when_committed: list[Callable[[], object]] = []

    def when_committed(self, tell: Callable[[], object]) -> None:
        """Call back when it counts, before whoever asked for it is answered."""
        self._when_committed.append(tell)

    def execute(self, sql: str, parameters: tuple[object, ...] = (), /) -> sqlcipher.Cursor:
        """Run one statement."""
        if not self._has_begun:
            self._opened.execute("BEGIN IMMEDIATE")
            self._has_begun = True
        elif not self._opened.in_transaction:  # what came before is gone; the rest alone may not count
            raise sqlcipher.OperationalError("the transaction was rolled back")
        return self._opened.execute(sql, parameters)

    def commit(self) -> None:
        """Make it count."""
        if self._has_begun:
            self._opened.execute("COMMIT")  # fails where SQLite rolled back by itself
        for told in self._when_committed:
            told()

    def roll_back(self) -> None:
        """Leave everything as it was; a full disk makes SQLite do so by itself."""
        if self._opened.in_transaction:
            self._opened.execute("ROLLBACK")


class Table(Generic[Row]):
    """One table by its rows: the names of a row's fields are those of the columns, in their order."""

    def __init__(self, name: str, row: type[Row]) -> None:
        self.name = name
        self.columns: tuple[str, ...] = row._fields
        self._row = row
        listed = ", ".join(map(_quoted, self.columns))
        self._read = _joined("SELECT", listed, "FROM", name)
        self._into = _joined("INTO", name, f"({listed})", "VALUES", f"({', '.join('?' * len(self.columns))})")

    def find(self, opened: Runs, *, order: str = "", newest: int = 0, **wanted: Value) -> list[Row]:
        """Return the rows whose columns hold what is wanted.

        ``order`` names a column to order them by; ``newest``: only so many, from the end of that order.
        """
        return self._found(opened, wanted, order, newest)

    def first(self, opened: Runs, **wanted: Value) -> Row | None:
        """Return the row whose columns hold what is wanted, None where there is none."""
        return next(iter(self._found(opened, wanted)), None)

    def add(self, opened: Runs, row: Row) -> int:
        """Add a row and return its number."""
        return opened.execute(_joined("INSERT", self._into), tuple(row)).lastrowid

    def put(self, opened: Runs, row: Row) -> None:
        """Add a row, in the place of the one with the same key."""
        opened.execute(_joined("INSERT OR REPLACE", self._into), tuple(row))

    def change(self, opened: Runs, changes: Mapping[str, Value], **wanted: Value) -> None:
        """Write other values into the rows whose columns hold what is wanted."""
        if changes:
            where, values = self._where(wanted)
            setting = ", ".join(f"{self._column(name)} = ?" for name in changes)
            opened.execute(_joined("UPDATE", self.name, "SET", setting, where), (*changes.values(), *values))

    def remove(self, opened: Runs, **wanted: Value) -> None:
        """Remove the rows whose columns hold what is wanted."""
        where, values = self._where(wanted)
        opened.execute(_joined("DELETE FROM", self.name, where), values)

    def _found(self, opened: Runs, wanted: Mapping[str, Value], order: str = "", newest: int = 0) -> list[Row]:
        where, values = self._where(wanted)
        words = [self._read, where]
        if order:
            words.append(f"ORDER BY {self._column(order)}")
        if newest:
            words.append("DESC LIMIT ?")
            values = (*values, newest)
        found = opened.execute(_joined(*words), values).fetchall()
        return [self._row._make(each) for each in found]

    def _where(self, wanted: Mapping[str, Value]) -> tuple[str, tuple[Value, ...]]:
        conditions = " AND ".join(f"{self._column(name)} IS ?" for name in wanted)
        return (f"WHERE {conditions}" if conditions else "", tuple(wanted.values()))

    def _column(self, name: str) -> str:
        if name not in self.columns:
            raise LookupError(f"{self.name} has no column {name}")
        return _quoted(name)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)
