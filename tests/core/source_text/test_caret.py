"""A problem is printed with its line, a caret and a hint, and nothing in it can disturb a terminal."""

from __future__ import annotations

from core.source_text.caret import print_problem, visible
from core.source_text.problem import Problem, Span


def test_the_form_of_the_language_page() -> None:
    """Place, message, the line at ten columns, the caret below the words, the hint."""
    lines = ["first", "     received rituximb within 26 weeks before leukapheresis"]
    problem = Problem(
        "sle.yaml", Span(2, 15, 23), "unknown-name", "unknown drug 'rituximb'", "did you mean 'rituximab'?"
    )
    assert print_problem(problem, lines).splitlines() == [
        "sle.yaml:2:15: unknown drug 'rituximb'",
        "          received rituximb within 26 weeks before leukapheresis",
        "                   ^^^^^^^^",
        "    hint: did you mean 'rituximab'?",
    ]


def test_without_hint_and_without_line() -> None:
    """A place beyond the file prints no line, an empty hint no hint."""
    problem = Problem("a.yaml", Span(7, 1, 1), "empty-file", "the file is empty")
    assert print_problem(problem, ["only"]) == "a.yaml:7:1: the file is empty"


def test_a_place_after_the_line_has_one_caret() -> None:
    """What is missing at the end of a line is shown just behind it."""
    assert print_problem(Problem("f", Span(1, 3, 9), "c", "m"), ["ab"]).splitlines()[1:] == [
        " " * 10 + "ab",
        " " * 12 + "^",
    ]


def test_a_place_in_the_indentation_keeps_it() -> None:
    """The caret of a tab at the start of a line stands under the tab."""
    assert print_problem(Problem("f", Span(1, 1, 2), "tab", "m"), ["\ta"]).splitlines()[1:] == [
        " " * 10 + "\\x09a",
        " " * 10 + "^^^^",
    ]


def test_hidden_signs_are_escaped_everywhere() -> None:
    """File name, message, line and hint: the caret is as wide as what is shown."""
    problem = Problem("f\x1b[2J", Span(1, 4, 5), "c", "m\u202e", "h\x00")
    assert print_problem(problem, ["a: \u202eb\r"]).splitlines() == [
        "f\\x1b[2J:1:4: m\\u202e",
        "          a: \\u202eb",
        "             ^^^^^^",
        "    hint: h\\x00",
    ]
    assert visible("ä €😀") == "ä €😀"


def test_a_long_line_is_shown_around_its_place() -> None:
    """Two thousand characters are not printed for one slip."""
    line = "x" * 900 + "bad" + "y" * 900
    shown = print_problem(Problem("f", Span(1, 901, 904), "c", "m"), [line]).splitlines()
    assert len(shown[1]) < 130
    start = shown[2].index("^")
    assert shown[1][start : start + shown[2].count("^")] == "bad"
