"""Prints of laboratories made at random, with what they say: layouts, languages, units, flags, ranges, days, noise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

LAST = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Analyte:
    """What a laboratory can print: names by language, units (as printed, as meant, factor), usual range."""

    concept: str
    german: tuple[str, ...]
    english: tuple[str, ...]
    units: tuple[tuple[str, str, Decimal], ...]
    low: Decimal
    high: Decimal
    digits: int


def _analyte(concept: str, german: str, english: str, units: str, low: str, high: str, digits: int) -> Analyte:
    """``units`` are ``printed=meant*factor`` apart by bars; the factor takes the first unit to it."""
    parsed: list[tuple[str, str, Decimal]] = []
    for each in units.split("|"):
        printed, _, rest = each.partition("=")
        meant, _, factor = rest.partition("*")
        parsed.append((printed, meant, Decimal(factor or "1")))
    names = tuple(tuple(text.split("|")) for text in (german, english))
    return Analyte(concept, names[0], names[1], tuple(parsed), Decimal(low), Decimal(high), digits)


_CELLS = "/nl=10^9/L|Gpt/l=10^9/L|10^9/L=10^9/L|G/l=G/L|Tsd/µl=10^3/uL|x10E3/uL=10^3/uL|K/uL=10^3/uL|/µl=/uL*1000"
ANALYTES: tuple[Analyte, ...] = (
    _analyte(
        "creatinine",
        "Kreatinin|Krea|Kreatinin i.S.",
        "Creatinine|CREATININE",
        "mg/dl=mg/dL|mg/dL=mg/dL",
        "0.5",
        "0.9",
        2,
    ),
    _analyte("ast", "GOT (AST)|GOT|AST (GOT)|ASAT", "AST (SGOT)|AST", "U/l=U/L|U/L=U/L", "10", "35", 0),
    _analyte("alt", "GPT (ALT)|GPT|ALAT", "ALT (SGPT)|ALT", "U/l=U/L|U/L=U/L", "10", "35", 0),
    _analyte("ck", "CK|CK gesamt|Kreatinkinase", "CK|Creatine Kinase,Total", "U/l=U/L|U/L=U/L", "30", "170", 0),
    _analyte("ldh", "LDH", "LDH|Lactate Dehydrogenase", "U/l=U/L|U/L=U/L", "120", "250", 0),
    _analyte(
        "bilirubin",
        "Bilirubin ges.|Bilirubin gesamt",
        "Bilirubin, Total|Total bilirubin",
        "mg/dl=mg/dL|mg/dL=mg/dL|µmol/l=umol/L*17.1",
        "0.2",
        "1.2",
        1,
    ),
    _analyte("albumin", "Albumin", "Albumin", "g/l=g/L|g/L=g/L|g/dl=g/dL*0.1", "35", "52", 1),
    _analyte(
        "crp",
        "CRP|C-reaktives Protein",
        "CRP|C-Reactive Protein, Quant",
        "mg/l=mg/L|mg/L=mg/L|mg/dl=mg/dL*0.1",
        "1",
        "30",
        1,
    ),
    _analyte("haemoglobin", "Hämoglobin|Hb", "Hemoglobin|HGB", "g/dl=g/dL|g/dL=g/dL|g/l=g/L*10", "8", "16", 1),
    _analyte("wbc", "Leukozyten|Leukos", "WBC|White Blood Cell Count", _CELLS, "2", "12", 1),
    _analyte("platelets", "Thrombozyten|Thrombos", "Platelets|PLT", _CELLS, "80", "450", 0),
    _analyte(
        "anc",
        "Neutrophile abs.|Neutrophile (abs.)",
        "Neutrophils (Absolute)|Absolute Neutrophils",
        _CELLS,
        "1.2",
        "8",
        1,
    ),
    _analyte(
        "alc", "Lymphozyten abs.|Lymphozyten absolut", "Lymphs (Absolute)|Absolute Lymphocytes", _CELLS, "0.4", "4", 1
    ),
    _analyte("igg", "IgG|Immunglobulin G", "IgG|Immunoglobulin G, Qn, Serum", "g/l=g/L|mg/dl=mg/dL*100", "4", "16", 1),
    _analyte("c3", "C3|C3-Komplement", "Complement C3, Serum|C3", "g/l=g/L|mg/dl=mg/dL*100", "0.4", "1.6", 2),
    _analyte("c4", "C4|Komplement C4", "Complement C4, Serum|C4", "g/l=g/L|mg/dl=mg/dL*100", "0.05", "0.4", 2),
    _analyte(
        "anti_dsdna", "Anti-dsDNA|dsDNA-AK", "Anti-DNA (DS) Ab Qn", "IU/ml=IU/mL|IE/ml=IU/mL|IU/mL=IU/mL", "5", "300", 0
    ),
    _analyte(
        "egfr",
        "GFR|eGFR",
        "eGFR",
        "ml/min/1,73m²=mL/min/1.73m2|mL/min/1.73m2=mL/min/1.73m2|ml/min/1.73qm=mL/min/1.73m2",
        "30",
        "120",
        0,
    ),
    _analyte("aptt", "aPTT|PTT", "aPTT", "s=s|sec=s|Sek.=s", "22", "45", 0),
    _analyte("ferritin", "Ferritin", "Ferritin", "µg/l=ug/L|ng/ml=ng/mL|ug/L=ug/L", "20", "900", 0),
    _analyte("sodium", "Natrium", "Sodium", "mmol/l=mmol/L|mmol/L=mmol/L", "132", "148", 0),
    _analyte("potassium", "Kalium", "Potassium", "mmol/l=mmol/L|mmol/L=mmol/L", "3.2", "5.4", 1),
)

_NOISE = {
    "de": ("Klinische Chemie", "Hämatologie", "Bemerkung: Probe leicht hämolytisch", "Tel. 089 123456", "Seite 1 von 2",
           "Validiert durch Dr. M. Muster", "Material: EDTA-Blut"),
    "en": ("Chemistry", "CBC With Differential", "Comment: specimen slightly hemolyzed", "Phone: 555-0100",
           "Page 1 of 2", "Reviewed by A. Example MD", "Specimen: blood"),
}  # fmt: skip
_URINE = {
    "de": ("Urinstatus", (("Leukozyten", "25", "/µl"), ("Kreatinin", "98", "mg/dl"), ("Eiweiß", "0,3", "g/l"))),
    "en": ("Urinalysis", (("WBC", "25", "/uL"), ("Creatinine", "98", "mg/dL"), ("Protein", "30", "mg/dL"))),
}
_UNKNOWN = {
    "de": (("Lipase", "34", "U/l"), ("Neutrophile", "64", "%")),
    "en": (("Lipase", "34", "U/L"), ("Neutrophils", "64", "%")),
}
LAYOUTS = ("aligned", "tab", "semicolon", "blanks", "bar", "ldt", "tab-days", "aligned-days", "colon", "no-titles")


@dataclass(frozen=True, slots=True)
class Truth:
    """One result that the print says."""

    concept: str
    amount: Decimal
    unit: str
    on: date


@dataclass(frozen=True, slots=True)
class Made:
    """A print and what it says. ``bare`` are the results whose unit it leaves out."""

    text: str
    language: str
    layout: str
    truths: tuple[Truth, ...]
    bare: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    values: tuple[str, ...]
    unit: str
    limits: str
    flag: str


def sheet(seed: int) -> Made:
    """Return the print of a seed."""
    random = Random(seed)
    language, layout = random.choice(("de", "en")), LAYOUTS[seed % len(LAYOUTS)]
    several = layout.endswith("days")
    days = sorted({LAST - timedelta(days=random.randint(0, 400)) for _ in range(3 if several else 1)}, reverse=True)
    chosen = random.sample(ANALYTES, random.randint(6, 16))
    rows: list[_Row] = []
    truths: list[Truth] = []
    bare: set[str] = set()
    for analyte in chosen:
        row, told, is_bare = _row(analyte, days, language, layout, random)
        rows.append(row)
        truths += told
        bare |= {analyte.concept} if is_bare else set()
    lines = list(_LAYOUTS[layout](rows, days, language, random))
    return Made("\n".join(lines), language, layout, tuple(truths), frozenset(bare))


def _row(
    analyte: Analyte, days: Sequence[date], language: str, layout: str, random: Random
) -> tuple[_Row, list[Truth], bool]:
    printed, meant, factor = random.choice(analyte.units)
    digits = 0 if factor >= 100 else max(0, analyte.digits + (1 if factor < 1 else 0))
    values: list[str] = []
    truths: list[Truth] = []
    numbers: list[Decimal] = []
    for day in days:
        if len(days) > 1 and random.random() < 0.25 and (values.count("") < len(days) - 1):
            values.append("")
            continue
        span = analyte.high - analyte.low
        number = ((analyte.low + span * Decimal(random.randint(0, 1000)) / 1000) * factor).quantize(
            Decimal(1).scaleb(-digits)
        )
        numbers.append(number)
        values.append(_local(number, language, random, is_grouped=factor >= 1000))
        truths.append(Truth(analyte.concept, number, meant, day))
    low, high = (each * factor for each in (analyte.low, analyte.high))
    is_bare = random.random() < 0.08 and len(analyte.units) > 1
    limits = random.choice(
        (
            _between(low, high, digits, language),
            f"< {_plain(high, digits, language)}",
            "",
            _between(low, high, digits, language),
        )
    )
    flag = (
        ""
        if random.random() < 0.6 or not limits
        else _flag(numbers[0] if numbers else low, low, high, limits, language)
    )
    names = analyte.german if language == "de" else analyte.english
    return (
        _Row(
            random.choice(names),
            tuple(values),
            "" if is_bare else printed,
            limits,
            flag if layout != "blanks" or limits else "",
        ),
        truths,
        is_bare,
    )


def _flag(number: Decimal, low: Decimal, high: Decimal, limits: str, language: str) -> str:
    if number > high:
        return "+" if language == "de" else "H"
    if number < low and not limits.startswith("<"):
        return "-" if language == "de" else "L"
    return ""


def _plain(number: Decimal, digits: int, language: str) -> str:
    text = f"{number.quantize(Decimal(1).scaleb(-digits))}"
    return text.replace(".", ",") if language == "de" else text


def _between(low: Decimal, high: Decimal, digits: int, language: str) -> str:
    return f"{_plain(low, digits, language)}-{_plain(high, digits, language)}"


def _local(number: Decimal, language: str, random: Random, *, is_grouped: bool) -> str:
    if is_grouped and number >= 1000 and random.random() < 0.5:
        text = f"{number:,}"
        return text.replace(",", ".") if language == "de" else text
    return f"{number}".replace(".", ",") if language == "de" else f"{number}"


# --- layouts

Layout = Callable[[Sequence[_Row], Sequence[date], str, Random], Iterator[str]]


def _day(day: date, language: str) -> str:
    return f"{day:%d.%m.%Y}" if language == "de" else f"{day:%m/%d/%Y}" if day.day > 12 else f"{day:%Y-%m-%d}"


def _head(days: Sequence[date], language: str, random: Random) -> Iterator[str]:
    if language == "de":
        yield random.choice(("Labor Zentral", "MVZ Labor Musterstadt", "Zentrallabor des Klinikums"))
        yield (
            f"Befund vom {_day(days[0], language)}"
            if random.random() < 0.5
            else f"Abnahme: {_day(days[0], language)} 08:15   Druck: 21.11.2026"
        )
    else:
        yield random.choice(("LabCorp", "Example Diagnostics Laboratory"))
        yield f"Collected: {_day(days[0], language)}  Reported: 2026-11-21"


def _others(language: str, random: Random) -> list[tuple[str, str, str]]:
    return [each for each in _UNKNOWN[language] if random.random() < 0.4]


def _delimited(sign: str, *, has_titles: bool) -> Layout:
    def lines(rows: Sequence[_Row], days: Sequence[date], language: str, random: Random) -> Iterator[str]:
        yield from _head(days, language, random)
        order = random.choice(((0, 1, 2, 3, 4), (0, 1, 4, 2, 3), (0, 1, 2, 4, 3)) if has_titles else ((0, 1, 2, 3, 4),))
        titles = (
            ("Analyse", "Ergebnis", "Einheit", "Normbereich", "Bew.")
            if language == "de"
            else ("Test", "Result", "Units", "Reference Range", "Flag")
        )
        if has_titles:
            yield sign.join(titles[at] for at in order)
        for row in rows:
            cells = (row.name, row.values[0], row.unit, row.limits, row.flag)
            yield sign.join(cells[at] for at in order)
            if random.random() < 0.1:
                yield sign.join((random.choice(_NOISE[language]), "", "", "", ""))
        for name, value, unit in _others(language, random):
            cells = (name, value, unit, "", "")
            yield sign.join(cells[at] for at in order)
        yield from _urine(language, random, sign)

    return lines


def _urine(language: str, random: Random, sign: str) -> Iterator[str]:
    if random.random() < 0.4:
        title, rows = _URINE[language]
        yield title
        for name, value, unit in rows:
            yield sign.join((name, value, unit, "", "")) if sign else f"{name:26}{value:>10} {unit}"


def _aligned(rows: Sequence[_Row], days: Sequence[date], language: str, random: Random) -> Iterator[str]:
    yield from _head(days, language, random)
    for row in rows:
        yield f"{row.name:34}{row.values[0]:>9} {row.unit:18}{row.limits:18}{row.flag}".rstrip()
        if random.random() < 0.1:
            yield random.choice(_NOISE[language])
    for name, value, unit in _others(language, random):
        yield f"{name:34}{value:>9} {unit}"
    yield from _urine(language, random, "")


def _blanks(rows: Sequence[_Row], days: Sequence[date], language: str, random: Random) -> Iterator[str]:
    yield from _head(days, language, random)
    for row in rows:
        parts = (row.name, row.values[0], row.unit, f"({row.limits})" if row.limits else "", row.flag)
        yield " ".join(part for part in parts if part)
        if random.random() < 0.1:
            yield random.choice(_NOISE[language])


def _colon(rows: Sequence[_Row], days: Sequence[date], language: str, random: Random) -> Iterator[str]:
    yield from _head(days, language, random)
    for row in rows:
        parts = (f"{row.name}:", row.values[0], row.unit, row.flag, f"[{row.limits}]" if row.limits else "")
        yield " ".join(part for part in parts if part)


def _tab_days(rows: Sequence[_Row], days: Sequence[date], language: str, random: Random) -> Iterator[str]:
    yield "Cumulative report" if language == "en" else "Kumulativbefund"
    first = ("Parameter", "Einheit", "Norm") if language == "de" else ("Test", "Units", "Reference Range")
    yield "\t".join((*first, *(_day(day, language) for day in days)))
    for row in rows:
        yield "\t".join((row.name, row.unit, row.limits, *row.values))
    del random


def _aligned_days(rows: Sequence[_Row], days: Sequence[date], language: str, random: Random) -> Iterator[str]:
    first, last = ("Parameter", "Norm") if language == "de" else ("Test", "Range")
    yield f"{first:36}{'':18}" + "".join(f"{_day(day, language):>14}" for day in days) + f"    {last}"
    for row in rows:
        yield (
            f"{row.name:36}{row.unit:18}" + "".join(f"{value:>14}" for value in row.values) + f"    {row.limits}"
        ).rstrip()
    del random


def _ldt(rows: Sequence[_Row], days: Sequence[date], language: str, random: Random) -> Iterator[str]:
    def field(name: str, content: str) -> str:
        return f"{len(content.encode('cp1252', 'replace')) + 9:03}{name}{content}"

    yield field("8000", "8202")
    yield field("8320", "Labor Zentral")
    yield field("8301", f"{days[0]:%d%m%Y}")
    for row in rows:
        yield field("8410", row.name[:5].upper())
        yield field("8411", row.name)
        yield field("8420", row.values[0])
        if row.unit:
            yield field("8421", row.unit)
        if row.flag:
            yield field("8422", row.flag)
        if random.random() < 0.5:
            yield field("8432", f"{days[0]:%d%m%Y}")
        if row.limits:
            yield field("8460", row.limits)
    del language


_LAYOUTS: dict[str, Layout] = {
    "aligned": _aligned,
    "tab": _delimited("\t", has_titles=True),
    "semicolon": _delimited(";", has_titles=True),
    "bar": _delimited("|", has_titles=True),
    "no-titles": _delimited("\t", has_titles=False),
    "blanks": _blanks,
    "colon": _colon,
    "ldt": _ldt,
    "tab-days": _tab_days,
    "aligned-days": _aligned_days,
}
