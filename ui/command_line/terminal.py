"""Screenings on the terminal: the files of a patient with their conclusion, and one file in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.documents.blocks import Tone
from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.eligibility_report.desk import TONES
from core.documents.text import render_text
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening
from core.use_cases.screen_patients import ScreenedPatient
from core.wording.births import birth_words
from core.wording.conclusions import conclusion_line, in_the_way
from core.wording.names import in_language

Pair = tuple[Screening, CompiledRuleFile]


def patient_lines(patient: ScreenedPatient, pairs: Sequence[Pair], phrases: Phrases) -> Iterator[str]:
    """Yield the patient and one block per rule file: conclusion, title, what stands in the way."""
    chart = patient.chart
    if chart is None:
        return
    born = "" if chart.birth is None else birth_words(chart.birth, phrases)
    marks = f" ({phrases.say('report-mark-synthetic')})" if chart.is_synthetic else ""
    yield f"{chart.name or chart.id}, {phrases.say('report-born', date=born) if born else ''}{marks}"
    if patient.is_on_its_own_day:
        yield f"    {phrases.say('judged-own-day', date=format_date(patient.evaluation_on, phrases.language))}"
    for screening, compiled in pairs:
        yield from _file_lines(screening, compiled, phrases)
    others = [each for each in patient.screenings if each.is_other_disease]
    if others and len(pairs) < len(patient.screenings):
        ids = ", ".join(sorted(each.rule_file.id for each in others))
        yield f"    {phrases.say('conclusion-other-disease')}: {ids}"
    yield ""


def _file_lines(screening: Screening, compiled: CompiledRuleFile, phrases: Phrases) -> Iterator[str]:
    best = screening.best
    scope = compiled.scopes[best.id]
    tone: Tone = TONES[best.headline.word]
    line = conclusion_line(best.headline, best.headline_point, scope, phrases)
    title = in_language(screening.rule_file.title, phrases.language)
    yield f"  {tone.sign} {line}"
    yield f"      {title} [{screening.rule_file.id} {screening.rule_file.version}]"
    yield f"      {'; '.join(in_the_way(best, screening.rule_file, scope, phrases))}"


def report_lines(pairs: Sequence[Pair], phrases: Phrases, options: ReportOptions) -> Iterator[str]:
    """Yield the whole report of each screening as text: the same blocks as on paper."""
    for screening, compiled in pairs:
        yield from render_text(report_document(screening, compiled, phrases, options)).splitlines()
        yield ""
