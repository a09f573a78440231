"""Patients invented for safety reports: infusions, events, diagnoses, pregnancies, graded days; all synthetic."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.documents.referral_letter import Letterhead, LetterOptions
from core.use_cases.papers import PaperJob, kind_called
from tests.sample_screenings import catalogue

ON = date(2026, 11, 22)
PRINTED_AT = "2026-11-22T09:41"
NAME, BORN, NUMBER = "Zyxwname Qvortlike", "2012-10-15", "NR-77341"
EVENTS = ("crs", "icans", "seizure", "bleeding", "drug_reaction", "pregnancy_loss", "transfusion", "surgery")
DIAGNOSES = ("lymphoma", "t_cell_malignancy", "osteoporosis", "hypertension", "sle")


def chart_of(text: str, on: date = ON) -> Chart:
    """Return the chart of a patient file; a problem in it fails the test."""
    chart, problems = read_patient(text.encode(), "patient.yaml", catalogue(), on)
    assert chart is not None, problems
    return chart


def patient(*lines: str, name: str = NAME, born: str = BORN, number: str = NUMBER, sex: str = "female") -> Chart:
    """Return a patient with these lines of a file."""
    head = ["format: 1", "id: x-1", "synthetic: true", f"name: {name}", f"number: {number}"]
    head += [f"birth_date: {born}"] if born else []
    head += [f"sex: {sex}"] if sex else []
    return chart_of("\n".join((*head, *lines)) + "\n")


def invented(seed: int) -> Chart:
    """Return a patient of a seed; anything may be missing."""
    chance = random.Random(seed)
    day0 = ON - timedelta(days=chance.randint(5, 900))
    lines = [*_infusion(chance, day0), *_events(chance, day0), *_diagnoses(chance, day0), *_findings(chance, day0)]
    return patient(
        *lines,
        name=chance.choice((NAME, 'Él-Ñame a<b & "c"', "王小明")),
        born=chance.choice((BORN, "1980", "")),
        sex=chance.choice(("female", "male", "")),
    )


def _infusion(chance: random.Random, day0: date) -> Iterator[str]:
    if chance.random() < 0.1:
        return
    told = {
        "product": "autologous",
        "product_name": '"Brand <X>"',
        "batch": "B-4711",
        "cells": '"1.0e6 /kg"',
        "vector": "lentiviral",
        "indication": chance.choice(("label", "trial", "exemption", "single_patient")),
    }
    parts = [f"{key}: {value}" for key, value in told.items() if chance.random() < 0.6]
    yield f"infusion: {{{', '.join((f'date: {day0}', *parts))}}}"


def _events(chance: random.Random, day0: date) -> Iterator[str]:
    chosen = [name for name in EVENTS if chance.random() < 0.3]
    lines: list[str] = []
    for name in chosen:
        first = min(day0 + timedelta(days=chance.randint(-60, 200)), ON)
        parts = [f"event: {name}", *([f"date: {first}"] if chance.random() < 0.8 else [])]
        if name in ("crs", "seizure", "bleeding"):
            parts += [f"grade: {chance.randint(1, 5)}"] if chance.random() < 0.6 else []
            parts += ["needed_hospital: yes"] if chance.random() < 0.4 else []
        lines.append(f"  - {{{', '.join(parts)}}}")
    if lines:
        yield "\n".join(("events:", *lines))


def _diagnoses(chance: random.Random, day0: date) -> Iterator[str]:
    lines = [
        f"  - {{is: {name}, since: {min(day0 + timedelta(days=chance.randint(-900, 300)), ON)}}}"
        for name in DIAGNOSES
        if chance.random() < 0.3
    ]
    if lines:
        yield "\n".join(("diagnoses:", *lines))


def _findings(chance: random.Random, day0: date) -> Iterator[str]:
    if chance.random() < 0.5:
        yield f"weight: {{value: 44 kg, date: {min(day0 + timedelta(days=chance.randint(-20, 5)), ON)}}}"
    if chance.random() < 0.2:
        yield f"pregnancy_test: {{value: positive, date: {min(day0 + timedelta(days=200), ON)}}}"
    if chance.random() < 0.4:
        yield f"astct_crs: {{value: {chance.randint(0, 3)}, date: {min(day0 + timedelta(days=3), ON)}}}"
    if chance.random() < 0.4:
        yield f"ferritin: {{value: 640 ug/L, date: {min(day0 + timedelta(days=4), ON)}}}"


def job(chart: Chart, kind: str = "european-case", language: str = "en", **typed: str) -> PaperJob:
    """Return the job of a safety report; a typed field is named with low lines."""
    words = {name.replace("_", "-"): text for name, text in typed.items()}
    options = LetterOptions(
        PRINTED_AT,
        "Kriterion",
        letterhead=Letterhead(department=words.pop("department", ""), telephone="030 1"),
        signer=words.pop("signer", ""),
        typed=words,
    )
    return PaperJob(kind_called(kind), "x", chart, catalogue(), language, PRINTED_AT, "Kriterion", letter=options)
