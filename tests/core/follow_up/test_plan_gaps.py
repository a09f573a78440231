"""What a physician missed in plans, or found there without reason: rows of patient, circumstances and activity."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from typing import Any

import pytest

from core.catalogue.reading import load_catalogue
from core.discovery import resource_path
from core.exchange.plan_answer import plan_answer
from core.use_cases.plan_follow_up import PlanRequest, plan_follow_up
from core.use_cases.read_patients import read_to_judge
from tests.core.follow_up.sample_plans import shipped

DAY0, ON = date(2026, 12, 15), date(2026, 11, 29)
LUPUS, CHILD, SSC = "01-sle-nephritis-class-iv", "06-jdm-refractory-child", "10-ssc-diffuse-ild"
CHILD_SSC = "11-ssc-childhood"


@cache
def answer(sample: str, region: str, vector: str) -> dict[str, Any]:
    path = resource_path("samples") / f"{sample}.yaml"
    catalogue = load_catalogue()
    chart = read_to_judge(path.read_bytes(), path.name, catalogue, ON, ON).chart
    assert chart is not None
    request = PlanRequest(DAY0, ON, product="autologous", region=region, vector=vector)
    told = plan_answer(plan_follow_up(chart, shipped(), catalogue, request), ON)
    whole: dict[str, Any] = json.loads(json.dumps(told))
    return whole


def moments(told: dict[str, Any], label: str) -> list[str]:
    """Return the moments of the visits with such an activity."""
    return [
        moment
        for visit in told["visits"]
        if any(re.search(label, item["label"]) for item in visit["activities"])
        for moment in visit["moments"]
    ]


@pytest.mark.parametrize(
    ("sample", "region", "label", "last"),
    [
        *(
            (sample, region, "new malignancy", "year 15")
            for sample in (LUPUS, CHILD, SSC)
            for region in ("US", "EU", "")
        ),
        (LUPUS, "EU", "UPCR", "year 15"),
        (LUPUS, "US", "urine sediment", "year 15"),
        (LUPUS, "EU", "anti-dsDNA", "year 15"),
        (LUPUS, "EU", "[Bb]lood pressure", "year 15"),
        (SSC, "EU", "NT-proBNP", "year 15"),
        (SSC, "EU", "[Cc]reatinine", "year 15"),
        (SSC, "US", "Echocardiography", "year 15"),
        (SSC, "US", "FVC, DLCO", "year 15"),
        (CHILD_SSC, "EU", "NT-proBNP", "year 15"),
        (LUPUS, "US", "[Ii]nfluenza", "year 15"),
        (CHILD, "EU", "[Ii]nfluenza", "year 15"),
        (CHILD, "EU", "CHAQ", "year 8"),
        (CHILD_SSC, "EU", "CHAQ", "year 3"),
        (CHILD_SSC, "EU", "HAQ-DI", "year 15"),
    ],
)
def test_what_goes_on_goes_on(sample: str, region: str, label: str, last: str) -> None:
    assert last in moments(answer(sample, region, "lentiviral"), label)


@pytest.mark.parametrize("sample", [LUPUS, CHILD, SSC])
def test_the_third_and_fourth_week_have_visits(sample: str) -> None:
    found = moments(answer(sample, "EU", "lentiviral"), "LICATS")
    assert [name for name in found if re.fullmatch(r"day (1[5-9]|2[0-7])", name)] == ["day 17", "day 21", "day 24"]


@pytest.mark.parametrize(
    ("sample", "region", "vector", "label"),
    [
        (CHILD, "EU", "lentiviral", "[Dd]riving"),
        (CHILD, "US", "lentiviral", "[Dd]riving"),
        (LUPUS, "US", "mrna", "Bladder protection"),
        (LUPUS, "US", "mrna", "Lymphodepletion"),
        (LUPUS, "US", "mrna", "fludarabine"),
        (LUPUS, "US", "mrna", "Replication-competent"),
        (SSC, "EU", "lentiviral", "Pregnan|oocyte|menarche"),
        (LUPUS, "EU", "lentiviral", "CAPD|growth|Puberty|CHAQ"),
        (LUPUS, "EU", "lentiviral", "natalizumab|cladribine|fingolimod"),
        (CHILD, "EU", "lentiviral", "ICE and handwriting|anti-dsDNA|mRSS"),
    ],
)
def test_what_does_not_concern_is_not_there(sample: str, region: str, vector: str, label: str) -> None:
    told = {key: each for key, each in answer(sample, region, vector).items() if key not in ("left_out", "schedules")}
    labels = re.findall(r"'label': '([^']*)'", str({key: told[key] for key in ("visits", "held", "awaited")}))
    if label.startswith(("Bladder", "Lympho", "natal", "Pregnan")):
        labels += re.findall(r"'label': '([^']*)'", str(told["before_infusion"]))
    assert [each for each in labels if re.search(label, each)] == []


@pytest.mark.parametrize(("sample", "is_known"), [(SSC, True), (LUPUS, False)])
def test_what_is_on_record_is_stated_and_no_condition(sample: str, is_known: bool) -> None:
    told = answer(sample, "EU", "lentiviral")
    assert {"what": "interstitial lung disease", "is": is_known} in told["known"]
    assert "interstitial lung disease" not in str(re.findall(r"'if': \[[^\]]*\]", str(told)))
