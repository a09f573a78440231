"""How a draft begins: from the template, as the next version of a file, or as an own protocol copied from one.

Only the lines that must change are written anew; every other byte stays, comments and order among them.
"""

from __future__ import annotations

import re
from datetime import date

from core.discovery import resource_path
from core.errors import WorldError
from core.rule_files.rule_file import NOT_REVIEWED
from core.rule_files.versions import version_after
from core.source_text.reading import read_text
from core.source_text.tree import Entry, Mapping, Scalar, Sequence

_TEMPLATE = "new-rule-file.yaml"
_FIRST_VERSION = "0.1.0"
_LEADING = ("format", "id", "kind", "fictional", "version", "state")
"""The keys that stand at the head of a file; a key that lacks is written behind them."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def from_template(rule_id: str, author: str, today: date) -> str:
    """Return a whole small file without an error, to be written over."""
    text = resource_path(_TEMPLATE).read_text("utf-8")
    text = _with_value(text, "id", _named(rule_id))
    return _with_value(text, "maintainers", f"[{_quoted(author)}]").replace("2026-01-01", today.isoformat())


def next_version(text: str, author: str, today: date) -> str:
    """Return a file in the version above its own, unreviewed, with a line of the changelog to be filled in.

    What changed and by which source is left empty: the check asks for both.
    """
    before = _value_of(text, "version")
    after = version_after(before)
    text = _with_value(_unreviewed(text), "version", after)
    if _value_of(text, "supersedes"):
        text = _with_value(text, "supersedes", before)
    return _with_changelog_line(text, after, author, today)


def own_copy(text: str, rule_id: str, author: str, today: date) -> str:
    """Return a file as a protocol of one's own: a draft under its own id, by its own maintainers, not reviewed.

    Whether a trial recruits is not said of the copy, nor what the versions of the other changed.
    """
    copied, version = _value_of(text, "id"), _value_of(text, "version")
    text = _with_value(text, "id", _named(rule_id))
    text = _with_value(text, "version", _FIRST_VERSION)
    text = _with_value(text, "state", "draft")
    text = _with_value(_unreviewed(text), "maintainers", f"[{_quoted(author)}]")
    for key in ("supersedes", "recruitment", "effective", "changelog"):
        text = _without(text, key)
    what = f"Copied from {copied} {version}; no criterion changed"
    source = next(iter(_keys_of(text, "sources")), "")
    return _with_changelog_line(text, _FIRST_VERSION, author, today, source, what)


def _named(rule_id: str) -> str:
    """Return an id as it is written; WorldError for one that cannot name a file."""
    if _ID.fullmatch(rule_id) is None:
        raise WorldError("error-rule-id", name=rule_id)
    return rule_id


def _unreviewed(text: str) -> str:
    """Say that nobody reviewed what is written now, in every language."""
    text = _with_value(text, "reviewed", NOT_REVIEWED)
    for language in _keys_of(text, "translated"):
        entry = _entry(_tree(text), "translated")
        if entry is not None and isinstance(entry.value, Mapping):
            inner = next(each for each in entry.value if each.key.text == language)
            text = _replaced(text, inner, NOT_REVIEWED)
    return text


def _with_changelog_line(text: str, version: str, author: str, today: date, source: str = "", what: str = "") -> str:
    said = _quoted(what) if what else ""
    day = today.isoformat()
    parts = (("version", version), ("date", day), ("by", _quoted(author)), ("source", source), ("what", said))
    entry = _entry(_tree(text), "changelog")
    lines = text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in text else "\n"
    if entry is None:
        at, indent, head = _behind_head(text), "  ", [f"changelog:{end}"]
    elif isinstance(entry.value, Sequence) and not entry.value.is_flow and entry.value.items:
        at, head = entry.key.span.line, []
        indent = " " * (_column_of_dash(lines, entry.value) - 1)
    else:
        return _with_changelog_line(_without(text, "changelog"), version, author, today, source, what)
    written = [
        f"{indent}{'- ' if at_part == 0 else '  '}{key}: {value}".rstrip() for at_part, (key, value) in enumerate(parts)
    ]
    return "".join((*lines[:at], *head, *(f"{line}{end}" for line in written), *lines[at:]))


def _column_of_dash(lines: list[str], items: Sequence) -> int:
    first = lines[items.items[0].span.line - 1]
    return first.index("-") + 1


def _behind_head(text: str) -> int:
    """Return the number of lines before which nothing but the head of the file stands."""
    last = 0
    for entry in _tree(text):
        if entry.key.text in _LEADING:
            last = max(last, _last_line(text, entry))
    return last


# --- the keys of the file


def _tree(text: str) -> Mapping:
    """Return what the file writes; WorldError where it cannot be read."""
    tree, _ = read_text(text.encode(), "")
    if not isinstance(tree, Mapping):
        raise WorldError("error-file-not-a-rule-file")
    return tree


def _entry(tree: Mapping, key: str) -> Entry | None:
    return next((entry for entry in tree if entry.key.text == key), None)


def _value_of(text: str, key: str) -> str:
    entry = _entry(_tree(text), key)
    return entry.value.text if entry is not None and isinstance(entry.value, Scalar) else ""


def _keys_of(text: str, key: str) -> tuple[str, ...]:
    entry = _entry(_tree(text), key)
    return (
        tuple(inner.key.text for inner in entry.value) if entry is not None and isinstance(entry.value, Mapping) else ()
    )


def _with_value(text: str, key: str, written: str) -> str:
    """Write a value of the head anew, or put the key behind the head; the remark behind it stays."""
    entry = _entry(_tree(text), key)
    if entry is not None:
        return _replaced(text, entry, written)
    lines = text.splitlines(keepends=True)
    at = _behind_head(text)
    end = "\r\n" if "\r\n" in text else "\n"
    return "".join((*lines[:at], f"{key}: {written}{end}", *lines[at:]))


def _replaced(text: str, entry: Entry, written: str) -> str:
    """Put a value of one line in the place of that of a key, which may go over several."""
    lines = text.splitlines(keepends=True)
    line = entry.key.span.line
    value = entry.value
    is_on_line = value.span.line == line and (not isinstance(value, Scalar) or value.is_on_one_line)
    last = _last_line(text, entry)
    if is_on_line and last == line:
        old = lines[line - 1]
        start, end = value.span.column - 1, value.span.end - 1
        return "".join((*lines[: line - 1], f"{old[:start]}{written}{old[end:]}", *lines[line:]))
    head = lines[line - 1][: entry.key.span.end - 1]
    end_sign = "\r\n" if lines[line - 1].endswith("\r\n") else "\n"
    return "".join((*lines[: line - 1], f"{head}: {written}{end_sign}", *lines[last:]))


def _without(text: str, key: str) -> str:
    entry = _entry(_tree(text), key)
    if entry is None:
        return text
    lines = text.splitlines(keepends=True)
    return "".join((*lines[: entry.key.span.line - 1], *lines[_last_line(text, entry) :]))


def _last_line(text: str, entry: Entry) -> int:
    """Return the last line of a key: all deeper lines below it, blank ones and remarks behind them not."""
    lines = text.splitlines()
    column = entry.key.span.column - 1
    last = entry.key.span.line
    for number in range(last, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent < column or (indent == column and not line.lstrip().startswith("- ")):
            break
        last = number + 1
    return last


def _quoted(text: str) -> str:
    """Return a text as it may stand anywhere in YAML."""
    if re.fullmatch(r"[A-Za-zÀ-ÿ][\w.À-ÿ -]*\w", text) and text.casefold() not in (
        "yes",
        "no",
        "true",
        "false",
        "null",
    ):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
