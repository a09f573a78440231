"""From the version of a database to the newest: each step whole or not at all."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from core.errors import WorldError
from core.store.records import migrations

if TYPE_CHECKING:
    from sqlalchemy import Engine


class NewerVersionError(WorldError):
    """A newer program wrote this record; reading it with this one could lose something."""


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that make one version of the one before it."""

    version: int
    statements: Sequence[str]


def all_migrations() -> tuple[Migration, ...]:
    """Return every step that ships, the first version first."""
    return tuple(sorted(_found(), key=lambda each: each.version))


def newest_version() -> int:
    """Return the version this program writes."""
    return all_migrations()[-1].version


def _found() -> Iterator[Migration]:
    for found in pkgutil.iter_modules(migrations.__path__):
        module = import_module(f"{migrations.__name__}.{found.name}")
        yield Migration(module.VERSION, module.STATEMENTS)


def version_of(engine: Engine) -> int:
    """Return the version of a database; 0 of an empty one."""
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def step_up(engine: Engine, steps: Sequence[Migration] | None = None) -> int:
    """Bring a database to the newest version and return it; NewerVersionError where it is newer already."""
    known = all_migrations() if steps is None else steps
    newest = known[-1].version
    found = version_of(engine)
    if found > newest:
        raise NewerVersionError("error-newer-record", found=found, newest=newest)
    for step in known:
        if step.version > found:
            with engine.begin() as connection:
                for statement in step.statements:
                    connection.exec_driver_sql(statement)
                connection.exec_driver_sql(f"PRAGMA user_version = {step.version}")
    return newest
