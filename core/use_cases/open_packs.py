"""Open a pack that somebody names, and the rule files in it, each the one that was signed and without errors."""

from __future__ import annotations

from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.regular_files import NotRegularError, TooLargeError, read_regular
from core.rule_files.packs.limits import MOST_PACK_BYTES
from core.rule_files.packs.opening import Pack, open_pack
from core.use_cases.keep_library import LibraryFile, checked_content


def pack_at(path: Path) -> Pack:
    """Return the pack of a file; WorldError where it cannot be read or may not be trusted to be whole."""
    try:
        content = read_regular(path, MOST_PACK_BYTES)
    except TooLargeError as error:
        raise WorldError("pack-too-large", most=MOST_PACK_BYTES // 1024) from error
    except NotRegularError as error:
        raise WorldError("error-no-regular-file", name=path.name) from error
    except OSError as error:
        raise WorldError("error-file-unreadable", name=path.name) from error
    return open_pack(content)


def files_of_pack(pack: Pack, catalogue: Catalogue) -> tuple[tuple[LibraryFile, bytes], ...]:
    """Return the rule files of a pack with their bytes; WorldError for one with errors or of another id or version."""
    found: list[tuple[LibraryFile, bytes]] = []
    for each in pack.manifest.files:
        content = pack.contents[each.path]
        file = checked_content(Path(each.path), content, catalogue)
        rule_file = file.rule_file
        if rule_file is None:
            errors = sum(problem.is_error for problem in file.problems)
            raise WorldError("pack-file-errors", place=each.path, count=errors)
        if (rule_file.id, rule_file.version) != (each.id, each.version):
            raise WorldError("pack-content-differs", place=each.path, id=rule_file.id, version=rule_file.version)
        found.append((file, content))
    return tuple(found)
