"""The operators of the rule language, each with its smallest sentence, and the passes that have to know every one.

A new node of `core.criteria.nodes.Condition` needs an entry here. Each pass then names it, or the entry says why that
pass may leave it alone: no `case _` swallows an operator that nobody thought of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.criteria import nodes
from core.criteria.nodes import Condition

# --- the passes

PASSES: Mapping[str, tuple[str, ...]] = {
    "parse": (
        "core/criteria/parsing/conditions.py",
        "core/criteria/parsing/sentences.py",
        "core/criteria/parsing/measured.py",
        "core/criteria/parsing/histories.py",
        "core/criteria/parsing/shifts.py",
        "core/criteria/parsing/therapies.py",
    ),
    "print": ("core/criteria/printing/sentences.py",),
    "read aloud": (
        "core/criteria/printing/aloud.py",
        "core/criteria/printing/measured_words.py",
        "core/criteria/printing/history_words.py",
    ),
    "explain": ("core/engine/explaining/judging.py",),
    "explain the fields of a record": ("core/engine/explaining/records.py:judge",),
    "decide": ("core/engine/deciding/compiling.py:DECIDED",),
    "decide the fields of a record": ("core/engine/deciding/compiling.py:_fields",),
    "plan over columns": ("core/engine/columns/planning.py:PLANNED",),
    "look ahead": ("core/engine/deciding/moving.py",),
    "courses to stop": ("core/screening/looking_ahead.py:courses_to_stop",),
    "kinds of failure": ("core/screening/kinds.py",),
    "aspects": ("core/rule_files/aspects.py",),
    "reach": ("core/rule_files/reach.py",),
    "reasons": ("core/wording/reasons.py",),
    "boundaries": ("core/assurance/boundaries.py",),
}
"""What goes through conditions node by node: files, or one function or table of a file."""

LINTS = "core/rule_files/lints"
"""Every file in here is a pass of its own: an operator says which of them speak of it."""


# --- why a pass may leave an operator alone

BY_ITS_PARTS = "goes by its parts, which are looked at one by one"
NO_FIELD = "no condition on the fields of one record"
NO_RESULT = "asks for no result, so none can be too old for its window"
NO_PARTS = "has no parts that could be hidden: all of it can be known"
STANDS_STILL = "stays as it is on every day to come"
NO_COURSE = "no course that goes on makes it fail"
NO_ASPECT = "speaks of no age, activity or earlier treatment"
NO_EDGE = "writes no number of its own that one patient could stand just below and one just above"
NOT_DRAWN = "its edges stand in the tables of the specification, not in patients made from the number alone"

_SINGLE = {"reach": NO_PARTS}
_RESULT = {**_SINGLE, "courses to stop": NO_COURSE}
_FACT = {
    **_SINGLE,
    "explain the fields of a record": NO_FIELD,
    "decide the fields of a record": NO_FIELD,
    "reasons": NO_RESULT,
}
_JOINING = {
    "look ahead": BY_ITS_PARTS,
    "courses to stop": BY_ITS_PARTS,
    "aspects": BY_ITS_PARTS,
    "reasons": BY_ITS_PARTS,
    "boundaries": BY_ITS_PARTS,
}
_HARDEST = "needs all of its parts: the hardest of them is its kind"


@dataclass(frozen=True, slots=True)
class Operator:
    """One kind of node: the smallest that a file writes of it, and what is true of it.

    ``moves``: time alone can make it otherwise. ``lengths``: the lengths of time in ``written``. ``lints``: those that
    speak of it. ``left``: the passes that need not name it, each with the reason.
    """

    written: str
    left: Mapping[str, str]
    moves: bool = False
    lengths: frozenset[str] = frozenset()
    lints: frozenset[str] = field(default_factory=frozenset[str])


def _operator(
    written: str, left: Mapping[str, str], *, moves: bool = False, lengths: str = "", lints: str = ""
) -> Operator:
    found = frozenset(filter(None, lengths.split(", ")))
    return Operator(written, left, moves, found, frozenset(lints.split()))


OPERATORS: Mapping[type[Condition], Operator] = {
    nodes.All: _operator(
        "has sle and has jdm", {**_JOINING, "kinds of failure": _HARDEST}, lints="contradictory unreachable"
    ),
    nodes.AnyOf: _operator("has sle or has jdm", _JOINING, lints="always_true contradictory unreachable"),
    nodes.Not: _operator("not has sle", _JOINING, lints="double_negation on_and_off"),
    nodes.AtLeast: _operator("{at_least: 1, of: [has sle, has jdm]}", _JOINING, lints="unreachable"),
    nodes.WhenThen: _operator(
        "{when: has sle, then: has jdm}", {**_JOINING, "kinds of failure": _HARDEST}, lints="unreachable"
    ),
    nodes.SourcesDiffer: _operator(
        "{sources_differ: {paper: has sle, registry: has jdm}}", {**_JOINING, "kinds of failure": _HARDEST}
    ),
    nodes.NotPublic: _operator(
        "{not_public: further demands}",
        {
            "explain the fields of a record": "is unknown in a record as it is outside",
            "decide the fields of a record": "is unknown in a record as it is outside",
            "look ahead": STANDS_STILL,
            "courses to stop": NO_COURSE,
            "kinds of failure": "is never false",
            "aspects": "nobody knows what it speaks of",
            "reasons": NO_RESULT,
            "boundaries": NO_EDGE,
        },
        lints="cut_wording",
    ),
    nodes.Defined: _operator(
        "grown_up",
        {
            **_FACT,
            "courses to stop": "what it stands for is looked at",
            "kinds of failure": "has one part, whose kind is its own",
            "reasons": BY_ITS_PARTS,
            "reach": "is not opened: a definition is taken to be able to become both",
        },
        moves=True,
        lengths="18 years, 19 years",
        lints="unless_over_several",
    ),
    nodes.Compare: _operator(
        "any crp > 10 mg/L within 28 days",
        _RESULT,
        moves=True,
        lengths="28 days",
        lints="assume_absent_on_measurement equal_to_a_score implausible_limit never_met no_age scale_unsaid"
        " unless_over_several",
    ),
    nodes.Between: _operator(
        "crp between 1 mg/L and 10 mg/L within 28 days",
        _RESULT,
        lengths="28 days",
        lints="assume_absent_on_measurement contradictory implausible_limit never_met no_age scale_unsaid"
        " unless_over_several",
    ),
    nodes.State: _operator(
        "hiv is positive",
        {**_RESULT, "boundaries": NO_EDGE},
        lints="always_true assume_absent_on_measurement contradictory question_unused unless_over_several",
    ),
    nodes.Includes: _operator(
        "ana_pattern includes homogeneous",
        {**_RESULT, "boundaries": NO_EDGE},
        lints="assume_absent_on_measurement question_unused unless_over_several",
    ),
    nodes.Repeated: _operator(
        "at least 2 results of upcr > 500 mg/g within 3 months",
        {
            **_RESULT,
            "explain the fields of a record": NO_FIELD,
            "decide the fields of a record": NO_FIELD,
            "boundaries": NOT_DRAWN,
        },
        moves=True,
        lengths="3 months",
        lints="assume_absent_on_measurement never_met unless_over_several",
    ),
    nodes.Shift: _operator(
        "rise in mrss >= 3 over 6 months",
        {
            **_RESULT,
            "explain the fields of a record": NO_FIELD,
            "decide the fields of a record": NO_FIELD,
            "look ahead": "compares results, which are held as they are",
            "boundaries": NOT_DRAWN,
        },
        lengths="6 months",
        lints="assume_absent_on_measurement unless_over_several",
    ),
    nodes.Shows: _operator(
        "renal_biopsy shows (activity_index >= 2) within 12 months",
        {
            **_RESULT,
            "explain the fields of a record": "no record stands in a record",
            "decide the fields of a record": "no record stands in a record",
        },
        lengths="12 months",
        lints="assume_absent_on_measurement",
    ),
    nodes.TimeSince: _operator(
        "time since ssc_diagnosis <= 7 years",
        {**_FACT, "courses to stop": NO_COURSE, "aspects": NO_ASPECT},
        moves=True,
        lengths="7 years, 8 years",
        lints="assume_absent_on_measurement",
    ),
    nodes.Has: _operator(
        "has sle",
        {**_FACT, "look ahead": STANDS_STILL, "courses to stop": NO_COURSE, "boundaries": NO_EDGE},
        lints="class_unlisted double_negation",
    ),
    nodes.Had: _operator(
        "had stroke within 6 months",
        {**_FACT, "courses to stop": NO_COURSE, "aspects": "what is over is no activity of today"},
        moves=True,
        lengths="6 months",
        lints="class_unlisted double_negation",
    ),
    nodes.Received: _operator(
        "received rituximab within 26 weeks",
        _FACT,
        moves=True,
        lengths="26 weeks",
        lints="class_unlisted double_negation on_and_off",
    ),
    nodes.Failed: _operator(
        "failed hydroxychloroquine for 6 months",
        {**_FACT, "courses to stop": NO_COURSE, "boundaries": NOT_DRAWN},
        moves=True,
        lengths="6 months",
        lints="class_unlisted",
    ),
    nodes.On: _operator(
        "on methotrexate for 6 weeks",
        {**_FACT, "aspects": "what is being taken has not failed", "boundaries": NOT_DRAWN},
        moves=True,
        lengths="6 weeks",
        lints="class_unlisted on_and_off",
    ),
    nodes.Off: _operator(
        "off methotrexate for 6 weeks",
        {**_FACT, "aspects": "what is not taken has not failed"},
        moves=True,
        lengths="6 weeks",
        lints="class_unlisted on_and_off",
    ),
    nodes.Stable: _operator(
        "stable methotrexate for 6 weeks",
        {
            **_FACT,
            "courses to stop": NO_COURSE,
            "aspects": "what is being taken has not failed",
            "boundaries": NOT_DRAWN,
        },
        moves=True,
        lengths="6 weeks",
        lints="class_unlisted",
    ),
    nodes.Therapy: _operator(
        "{therapy: {at_least: 1, of: [belimumab], counted_if: taken, each_for: at least 3 months}}",
        {**_FACT, "courses to stop": NO_COURSE, "boundaries": NOT_DRAWN},
        moves=True,
        lengths="3 months",
        lints="class_unlisted too_many_asked",
    ),
}
"""Every node of the language."""
