"""An edit changes one text and no other byte; the hash sees what a file says and not how it is laid out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import KriterionError
from core.source_text.editing import canonical_hash, replace_span
from core.source_text.reading import read_text
from core.source_text.tree import Scalar, Tree
from core.source_text.walking import scalars


def tree_of(content: bytes) -> Tree:
    """Return the tree of a file without problems."""
    tree, problems = read_text(content, "f.yaml")
    assert problems == ()
    assert tree is not None
    return tree


def text_at(content: bytes, number: int) -> Scalar:
    """Return the text with this number (from 0, keys count) in a file."""
    return list(scalars(tree_of(content)))[number]


EDITS: tuple[tuple[str, int, str, str], ...] = (
    ("a: age >= 18 years  # adults\n", 1, "age >= 16 years", "a: age >= 16 years  # adults\n"),
    ("a: 'x'   # c\r\nb: y\r\n", 1, "it's", "a: 'it''s'   # c\r\nb: y\r\n"),
    ('a: "x"\n', 1, 'a "b" \\ c', 'a: "a \\"b\\" \\\\ c"\n'),
    ("a: {b: c, d: e}\n", 2, "x, y", 'a: {b: "x, y", d: e}\n'),
    ("a: {b: c, d: e}\n", 2, "14 days", "a: {b: 14 days, d: e}\n"),
    ("a: [b, c]\n", 2, "Is it so?", 'a: [b, "Is it so?"]\n'),
    ("a: b\n", 1, "c: d", 'a: "c: d"\n'),
    ("a: b\n", 1, "c #d", 'a: "c #d"\n'),
    ("a: b\n", 1, "", 'a: ""\n'),
    ("a: b\n", 1, "null", 'a: "null"\n'),
    ("a: b\n", 1, " c ", 'a: " c "\n'),
    ("a: b\n", 1, "c\nd", 'a: "c\\nd"\n'),
    ("a: b\n", 1, "- c", 'a: "- c"\n'),
    ("a: b\n  c\nd: e\n", 1, "f", "a: f\nd: e\n"),
    ("a: 'b\n  c'  # d\n", 1, "f", "a: 'f'  # d\n"),
    ("a: >-\n  b\n  c\nd: e\n", 1, "f", "a: f\nd: e\n"),
    ("a: |  # why\n  b\n\nd: e\n", 1, "f", "a: f  # why\n\nd: e\n"),
    ("a: b\n", 0, "c", "c: b\n"),
)


@pytest.mark.parametrize(("before", "number", "new_text", "after"), EDITS)
def test_edits(before: str, number: int, new_text: str, after: str) -> None:
    """The author's way of writing stays where it can; quotation marks come where they must."""
    content = before.encode()
    edited = replace_span(content, text_at(content, number), new_text)
    assert edited == after.encode()
    assert text_at(edited, number).text == new_text


def test_signs_that_no_file_may_hold() -> None:
    """An edit cannot bring in what the reading refuses."""
    content = b"a: b\n"
    for sign in ("\x00", "\t", "\u202e"):
        with pytest.raises(KriterionError):
            replace_span(content, text_at(content, 1), f"c{sign}")


def test_a_key_is_not_renamed_to_its_neighbour() -> None:
    """An edit that would not read back as wanted is at least written in quotation marks, never silently cut."""
    edited = replace_span(b"a: b\nc: d\n", text_at(b"a: b\nc: d\n", 2), "a")
    assert edited == b'a: b\n"a": d\n'
    assert [each.code for each in read_text(edited, "f.yaml")[1]] == ["duplicate-key"]


def test_a_file_with_problems_can_be_edited() -> None:
    """The editor mends a file step by step."""
    content = b"a: b\nc: null\nd: [e\n"
    tree, _ = read_text(b"a: b\nc: null\n", "f.yaml")
    assert tree is not None
    assert replace_span(content, list(scalars(tree))[1], "x") == b'a: "x"\nc: null\nd: [e\n'


TEXTS = st.text(alphabet=st.sampled_from("ab z09_:#'\"\\,-?{}[]&*!|>%@~ä😀\n()=<."), max_size=15)
BARE = st.from_regex(r"[a-zäö][a-z0-9 ]{0,12}[a-z0-9]", fullmatch=True).filter(
    lambda text: text not in {"null", "nan", "inf"}
)
WAYS = st.sampled_from(["{}", "'{}'", '"{}"', ">-\n    {}", "|-\n    {}", "[{}, other]", "{{key: {}}}"])


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Draw a file of keys whose values are written in every way, with comments and both line ends."""
    values = draw(st.lists(st.tuples(WAYS, BARE), min_size=1, max_size=5))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    lines = [f"k{number}: {way.format(value)}\n# {value}" for number, (way, value) in enumerate(values)]
    return ("\n".join(lines) + "\n").replace("\n", end).encode()


@given(documents(), TEXTS, st.integers(0, 30))
def test_random_documents_keep_everything_else(content: bytes, new_text: str, number: int) -> None:
    """The edited text reads back, all others too; the bytes before and after it are the same."""
    tree, problems = read_text(content, "f.yaml")
    assert tree is not None
    texts = list(scalars(tree))
    chosen = texts[number % len(texts)]
    keys = {each.text for each in texts if each is not chosen and each.text.startswith("k")}
    if new_text in keys or problems:
        return
    edited = replace_span(content, chosen, new_text)
    expected = [new_text if each is chosen else each.text for each in texts]
    assert [each.text for each in scalars(tree_of(edited))] == expected
    lines = content.decode().split("\n")
    before = "\n".join([*lines[: chosen.span.line - 1], lines[chosen.span.line - 1][: chosen.span.column - 1]])
    last_line, last_column = chosen.places[-1]
    after = "\n".join([lines[last_line - 1][last_column - 1 + chosen.is_quoted :], *lines[last_line:]])
    assert edited.startswith(before.encode())
    assert edited.endswith(after.encode())


@given(documents(), st.integers(0, 30))
def test_replacing_a_text_by_itself_keeps_the_hash(content: bytes, number: int) -> None:
    """An edit that changes nothing changes nothing that counts."""
    tree, _ = read_text(content, "f.yaml")
    assert tree is not None
    texts = list(scalars(tree))
    chosen = texts[number % len(texts)]
    edited, _ = read_text(replace_span(content, chosen, chosen.text), "f.yaml")
    assert edited is not None
    assert canonical_hash(edited) == canonical_hash(tree)


SAME = (
    b"a: b\nc: [d, e]\n",
    b"# a comment\nc:\n  - d\n  - e  # another\na: 'b'\n",
    b'{"c": ["d", "e"], "a": "b"}',
    b"a: >-\r\n  b\r\nc: [d,\r\n    e]\r\n",
)
OTHER = (b"a: b\nc: [e, d]\n", b"a: B\nc: [d, e]\n", b"a: b\nc: [de]\n", b"a: b\nc: {d: e}\n", b"a: b\n")


def test_the_hash_sees_content_only() -> None:
    """Layout, comments, quotation marks and the order of keys do not count; lists, texts and shapes do."""
    assert len({canonical_hash(tree_of(each)) for each in SAME}) == 1
    assert len({canonical_hash(tree_of(each)) for each in (SAME[0], *OTHER)}) == 1 + len(OTHER)


# printf '{"a":{"b":"\\u00e4"},"c":["d","1.0"]}' | sha256sum
HASH = "5c248610c0728d642df7557f0cc3a06d29b56d55fdf561fd617e04d76c62ec4e"


def test_the_hash_is_the_same_in_every_version() -> None:
    """Signatures and stored screenings name files by this hash: it may never move."""
    assert canonical_hash(tree_of("a: {b: ä}\nc: [d, 1.0]\n".encode())) == HASH
