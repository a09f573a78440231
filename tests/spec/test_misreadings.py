"""Where a rheumatologist would misread a line of a rule file: what is read aloud leaves one meaning."""

from __future__ import annotations

from datetime import date

import pytest

from core.catalogue.reading import load_catalogue
from core.criteria.nodes import Condition, Therapy
from core.criteria.parsing.sentences import read_sentence
from core.criteria.printing.aloud import read_aloud
from core.criteria.scope import Scope
from core.criteria.values import Lasting
from core.engine.judgement.situation import Days
from core.language.phrases import Phrases
from core.values.duration import Duration, TimeUnit

SCOPE = Scope(
    load_catalogue(),
    targets=frozenset({"sle"}),
    failed_means=("no_response", "partial_response", "lost_response"),
)
ENGLISH, GERMAN = Phrases("en"), Phrases("de")
ON = date(2026, 6, 1)
DAYS = Days(ON, dict.fromkeys(SCOPE.anchors, ON))
MONTHS = Lasting(Duration(3, TimeUnit.MONTH))


def read(sentence: str) -> Condition:
    """Return the condition of a sentence without problems."""
    node, slips = read_sentence(sentence, SCOPE)
    assert node is not None
    assert slips == ()
    return node


# the line, what is heard in English, what is heard in German
SENTENCES = (
    (
        "glucocorticoid_dose <= 20 mg/day within 7 days before leukapheresis",
        "dose of the last day within 7 days before leukapheresis",
        "Dosis des letzten Tages",
    ),
    (
        "every glucocorticoid_dose <= 20 mg/day within 7 days before leukapheresis",
        "dose on every day within 7 days before leukapheresis",
        "Dosis an jedem Tag",
    ),
    ("anti_dsdna is positive", "latest result", "jüngstes Ergebnis"),
    ("ever anti_dsdna is positive", "at least one result ever recorded", "mindestens ein jemals erhobenes Ergebnis"),
    ("ana_titre >= 1:80", "at least 1:80; latest result", "mindestens 1:80; jüngstes Ergebnis"),
    (
        "had infection within 7 days",
        "on at least one day within 7 days",
        "an mindestens einem Tag innerhalb von 7 Tagen",
    ),
    (
        "had cns_lupus within 12 weeks",
        "present on at least one day within 12 weeks before the decision day",
        "hatte an mindestens einem Tag innerhalb von 12 Wochen vor dem Entscheidungstag",
    ),
    (
        "had malignancy within 5 years",
        "present on at least one day within 5 years",
        "hatte an mindestens einem Tag innerhalb von 5 Jahren",
    ),
    ("crp <= 10 mg/L within 28 days", "first and last day included", "erster und letzter Tag eingeschlossen"),
    (
        "received rituximab within 26 weeks before leukapheresis",
        "the day at exactly that distance not counted",
        "der Tag in genau diesem Abstand zählt nicht mehr",
    ),
    (
        "age between 18 years and 65 years",
        "from the day of turning 18 until the day before turning 66",
        "ab dem 18. Geburtstag bis zum Tag vor dem 66.",
    ),
    ("age <= 65 years", "until the day before turning 66", "bis zum Tag vor dem 66. Geburtstag"),
    ("age > 30 years", "from the day of turning 31", "ab dem 31. Geburtstag"),
    ("time since ssc_diagnosis <= 7 years", "at most 7 years, counted to the day", "auf den Tag genau"),
    (
        "failed hydroxychloroquine",
        "counted as failed if the course ended with no response, partial response or loss of response",
        "kein Ansprechen, partielles Ansprechen oder sekundärer Wirkverlust",
    ),
    (
        "latent_tb_treatment_completed is not yes",
        "Treatment of latent tuberculosis completed: no",
        "Behandlung der latenten Tuberkulose abgeschlossen: nein",
    ),
    ("any of (ck, aldolase) >= 1.5 x ULN", "at least one of", "mindestens eines von"),
    (
        "off each of (rituximab, belimumab) for 8 weeks",
        "took on no day within 8 weeks before the decision day any of",
        "nahm an keinem Tag innerhalb von 8 Wochen vor dem Entscheidungstag etwas von",
    ),
    ("off rituximab for 8 weeks", "never taken is enough", "nie genommen genügt"),
    ("has any of (sle, ssc)", "has now at least one of", "hat jetzt mindestens eines von"),
    ("has each of (sle, ssc)", "has now each of", "hat jetzt jedes von"),
    ("stable rituximab for 8 weeks", "or not taken at all", "oder gar nicht genommen"),
    ("bilag_2004 is B in at least 2 domains", "exactly grade “B: moderate”", "genau Grad „B: mittelschwer“"),
    ("rise in mrss >= 3 over 6 months", "higher than an earlier one", "höher als ein früheres"),
    (
        "fall in fvc_percent > 8 % relative over 6 months",
        "by more than 8 % of the earlier value",
        "um mehr als 8 % des früheren Werts",
    ),
    (
        "fall in fvc_percent > 8 % points over 6 months",
        "by more than 8 % of the scale (points, not a share",
        "um mehr als 8 % der Skala (Punkte, kein Anteil",
    ),
    (
        "sledai_2k without (laboratory) >= 4",
        "SLEDAI-2K, left out: laboratory items (",
        "SLEDAI-2K, weggelassen: Laborpunkte (",
    ),
    ("spo2 (room_air) >= 92 %", "(on room air)", "(unter Raumluft)"),
    ("has lupus_nephritis", "has now: ", "hat jetzt: "),
    ("ever had lupus_nephritis", "had at any time in life: ", "in der Anamnese: "),
    (
        "has autoimmune_disease other than target_disease",
        "not counted: the disease of this file (Systemic lupus erythematosus)",
        "nicht gezählt: die Erkrankung dieser Datei (Systemischer Lupus erythematodes)",
    ),
    (
        "received calcineurin_inhibitors within 4 weeks",
        "(any of: Ciclosporin, Tacrolimus, Voclosporin)",
        "(eines von: ",
    ),
    ("crp <= 10 mg/L", "assumed from the catalogue as the file names no window", "da die Datei kein Fenster nennt"),
    (
        "haemoglobin >= 8 g/dL without red_cell_transfusion in the 7 days before within 14 days",
        "within 7 days before the sample",
        "innerhalb von 7 Tagen vor der Probe",
    ),
    (
        "glucocorticoid_dose <= the lower of 7.5 mg/day and 0.15 mg/kg/day",
        "7.5 mg/day or 0.15 mg/kg/day, whichever is lower",
        "7,5 mg/Tag oder 0,15 mg/kg/Tag, je nachdem, was niedriger ist",
    ),
)

# a therapy block, what is heard in English, what is heard in German
THERAPIES = (
    (
        Therapy(("partial_response",), 1, ("methotrexate",)),
        "a course counts only if the course ended with partial response",
        "zählt nur, wenn die Therapie so ausging: partielles Ansprechen",
    ),
    (
        Therapy(None, 2, ("methotrexate", "azathioprine"), count_once=(("methotrexate", "azathioprine"),)),
        "Methotrexate and Azathioprine together are one drug",
        "Methotrexat und Azathioprin zusammen sind eine Substanz",
    ),
    (
        Therapy(None, 1, ("methotrexate",), each_for={"": MONTHS}),
        "each must have been taken for at least 3 months",
        "jede muss so lange erfolgt sein: mindestens 3 Monate",
    ),
    (
        Therapy(None, 1, ("methotrexate",), in_total_for=MONTHS),
        "must add up to at least 3 months",
        "müssen zusammen ergeben: mindestens 3 Monate",
    ),
    (
        Therapy(None, 1, ("methotrexate",), together_for=MONTHS),
        "at the same time for at least 3 months",
        "so lange gleichzeitig genommen worden sein: mindestens 3 Monate",
    ),
    (
        Therapy(None, 1, ("methotrexate",), together_with=("prednisone",)),
        "only days on which one also took Prednisone count",
        "nur Tage zählen, an denen auch genommen wurde: Prednison",
    ),
    (
        Therapy(None, 1, ("methotrexate",), contraindicated="waives"),
        "what only contraindicated or already counted drugs could fill is not asked for",
        "was nur kontraindizierte oder schon gezählte Substanzen füllen könnten, wird nicht verlangt",
    ),
)


@pytest.mark.parametrize(("sentence", "english", "german"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_a_sentence_has_one_meaning(sentence: str, english: str, german: str) -> None:
    """The words that settle it are said in both languages."""
    node = read(sentence)
    assert english in read_aloud(node, SCOPE, ENGLISH)
    assert german in read_aloud(node, SCOPE, GERMAN)


@pytest.mark.parametrize(("node", "english", "german"), THERAPIES)
def test_a_therapy_block_has_one_meaning(node: Therapy, english: str, german: str) -> None:
    """The same for each key of the block."""
    assert english in read_aloud(node, SCOPE, ENGLISH)
    assert german in read_aloud(node, SCOPE, GERMAN)


@pytest.mark.parametrize(
    ("sentence", "english", "german"),
    [
        ("crp <= 10 mg/L within 28 days", "(4 May 2026 to 1 Jun 2026)", "(4. Mai 2026 bis 1. Juni 2026)"),
        ("crp <= 10 mg/L", "(4 May 2026 to 1 Jun 2026)", "(4. Mai 2026 bis 1. Juni 2026)"),
        (
            "received rituximab within 26 weeks before leukapheresis",
            "(2 Dec 2025 to 1 Jun 2026)",
            "(2. Dez. 2025 bis 1. Juni 2026)",
        ),
        ("off rituximab for 2 weeks", "(19 May 2026 to 1 Jun 2026)", "(19. Mai 2026 bis 1. Juni 2026)"),
        ("off rituximab for more than 2 weeks", "(18 May 2026 to 1 Jun 2026)", "(18. Mai 2026 bis 1. Juni 2026)"),
        ("crp <= 10 mg/L at screening", "(1 Jun 2026)", "(1. Juni 2026)"),
    ],
)
def test_a_window_is_read_with_its_dates(sentence: str, english: str, german: str) -> None:
    """Freshness holds both ends, a look-back leaves the far one out: the dates say which."""
    node = read(sentence)
    assert english in read_aloud(node, SCOPE, ENGLISH, DAYS)
    assert german in read_aloud(node, SCOPE, GERMAN, DAYS)


def test_not_before_or_is_never_ambiguous() -> None:
    """Lists inside lists are numbered in turn, so that nobody hears where one ends."""
    node = read("(has sle or has ssc) and not (has infection and age >= 18 years)")
    assert read_aloud(node, SCOPE, ENGLISH).startswith("all of these: (1) at least one of these: (a) has now: ")
    assert "(2) not so: all of these: (a) has now: " in read_aloud(node, SCOPE, ENGLISH)
