"""Papers for the tests: one with every block, one that fills pages, one about any patient."""

from __future__ import annotations

from dataclasses import replace

from core.documents.align import Align
from core.documents.blocks import (
    BLANK,
    DOT,
    Banner,
    Callout,
    Checklist,
    ChecklistItem,
    Column,
    Document,
    Footnote,
    Footnotes,
    Grid,
    GridCell,
    GridRow,
    Heading,
    KeyValues,
    Lines,
    PageBreak,
    PaperWords,
    Paragraph,
    PatientLine,
    Signature,
    Table,
    Tone,
    Verdict,
    muted,
    plain,
    strong,
)

WORDS = PaperWords(
    page="page {page} of {pages}",
    escaped_signs="Signs that cannot be printed stand as their code.",
)
PATIENT = PatientLine("Sample patient 03", "born 19 Jul 2011", "MRN 00-0318")
VERDICTS = (
    Verdict.of(Tone.GOOD, "absent: passes"),
    Verdict.of(Tone.BAD, "present: excludes"),
    Verdict.of(Tone.OPEN, "not known"),
    Verdict.of(Tone.WAITING, "due later"),
    Verdict.of(Tone.POSSIBLE, "possible: confirm with the site"),
    Verdict.of(Tone.NEUTRAL, "not in this cohort"),
)

CRITERIA = Table(
    (Column("", 1.4), Column("Criterion", 3), Column("Evidence", 3), Column("Date", 1, Align.RIGHT)),
    tuple(
        (
            verdict,
            Lines((f"Incl. {number} LVEF ≥ 55 %", muted("source: ejection fraction"))),
            "68 mL/min/1.73 m²",
            "20 Nov 2026",
        )
        for number, verdict in enumerate(VERDICTS, start=1)
    ),
    caption="All criteria",
)

SCHEDULE = Grid(
    ("D0", "D1-7", "D8-14", "D28"),
    (
        GridRow("Blood count", (DOT, GridCell("daily"), GridCell("2 × week"), DOT)),
        GridRow("Immunoglobulins ¹", (DOT, GridCell("CD19", 2), BLANK)),
    ),
    caption="Days 0 to 28",
    corner="Activity",
)

SPECIMEN = Document(
    title="Autologous CD19, ages 5 and up",
    language="en",
    printed_at="2026-11-22T09:41",
    patient=PATIENT,
    words=WORDS,
    header_left="Department of Paediatric Rheumatology",
    header_right="Eligibility report",
    subject=("judged on 22 Nov 2026",),
    footer=("Basis: rule file 1.1.0.", "The treating team and the site decide."),
    marks=("synthetic patient",),
    blocks=(
        Banner(Tone.OPEN, "Undecided, not before 2 Dec 2026", ("3 items to ask, 1 to judge.",)),
        Heading("Criteria"),
        CRITERIA,
        Heading("Schedule"),
        SCHEDULE,
        Footnotes((Footnote(1, "local default, no published schedule"),)),
        Heading("Disease now", 3),
        KeyValues((("SLEDAI-2K", "16"), ("C3 / C4", strong("0.52 / 0.06 g/L"))), 2),
        Paragraph((plain("Up to "), strong("38 °C"), muted(" (ear)"))),
        Lines(("To the coordination office", "University hospital")),
        Callout("Exclusions not public", ("Ask the site.",)),
        PageBreak(),
        Checklist((ChecklistItem("echocardiography"), ChecklistItem("HBV DNA", is_done=True))),
        Signature(("Signature, name, date",)),
    ),
)


def long_paper(rows: int = 150) -> Document:
    """Return a paper whose table fills several pages."""
    table = Table(
        (Column("No.", 1), Column("What", 8)),
        tuple((f"row {number}", f"finding {number} " + "word " * 20) for number in range(rows)),
    )
    return replace(SPECIMEN, blocks=(Heading("Findings"), table))


def paper_about(name: str) -> Document:
    """Return a paper in which ``name`` stands wherever a text can stand."""
    cell = Lines((name, strong(name)))
    return replace(
        SPECIMEN,
        title=name,
        patient=PatientLine(name, f"born {name}", f"MRN {name}"),
        header_left=name,
        header_right=name,
        subject=(name,),
        footer=(name,),
        marks=(name,),
        blocks=(
            Heading(name),
            Paragraph((plain(name), muted(name))),
            Banner(Tone.BAD, name, (name,)),
            Callout(name, (name,)),
            Table((Column(name), Column(name)), ((cell, Verdict("✓", name, Tone.GOOD)),), caption=name),
            Grid((name, "D1"), (GridRow(name, (GridCell(name), DOT)),), caption=name, corner=name),
            KeyValues(((name, name),)),
            Checklist((ChecklistItem(name),)),
            Footnotes((Footnote(1, name),)),
            Signature((name,)),
        ),
    )
