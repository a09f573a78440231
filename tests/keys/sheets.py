"""What lies beside the keyboard: invented patients, as they are typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Cells = Mapping[str, str]
"""What is typed into a row, by the titles of its columns."""


@dataclass(frozen=True)
class Sheet:
    """What lies beside the keyboard; ``file`` is the patient file that must stand on record afterwards.

    ``fields`` are by the name of the section, each with what the field is called and what is typed into it.
    """

    file: str
    name: str
    born: str
    sex: str
    values_of: str
    diagnoses: Sequence[Cells]
    treatments: Sequence[Cells]
    fields: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict[str, Sequence[tuple[str, str]]])


# fmt: off
JDM_GIRL = Sheet(
    "jdm-girl.yaml",
    "Synthetic girl",
    "11.2.2014",
    "f",
    "14.3.25",
    [{"What": "jdm", "Since": "3/2019"}, {"What": "calcinosis", "Since": "2021", "Severity": "mod"}],
    [
        {"Drug": "prednisone", "From": "12.3.19", "To": "ong", "Dose": "5 mg/day", "Outcome": "part"},
        {"Drug": "mtx", "From": "4/19", "To": "1/2021", "Dose": "15 mg/week", "Outcome": "no r",
         "Stopped for": "ineff"},
        {"Drug": "ivig", "From": "2/2020", "To": "6/2021", "Outcome": "part"},
        {"Drug": "mmf", "From": "2/2021", "To": "ong", "Dose": "500 mg per 12 h", "Outcome": "no r"},
        {"Drug": "hcq", "From": "5/19", "To": "ong"},
    ],
    {
        "Person": [("Body weight", "36 kg")],
        "Organ function": [
            ("Estimated glomerular filtration rate", "112"),
            ("ALT", "48 U/L uln 30"),
            ("AST", "61 U/L uln 40"),
            ("Creatine kinase", "640 U/L uln 170"),
            ("Aldolase", "11.2 U/L uln 7.6"),
            ("Lactate dehydrogenase", "388 U/L uln 300"),
            ("Bilirubin, total", "6 umol/L"),
        ],
        "Blood tests": [
            ("ANA, qualitative", "pos"),
            ("Anti-Ro52 (TRIM21)", "neg"),
            ("Anti-MDA5", "neg"),
            ("Anti-NXP2", "pos"),
            ("Anti-SRP", "neg"),
            ("Anti-HMGCR", "neg"),
            ("Neutrophils", "3.8 10^9/L"),
            ("Platelets", "302 10^9/L"),
            ("Haemoglobin", "11.9 g/dL"),
            ("INR", "1.0"),
            ("aPTT", "31 s"),
        ],
    },
)

SSC_MAN = Sheet(
    "ssc-man.yaml",
    "Synthetic man",
    "3.5.1979",
    "m",
    "14.3.2025",
    [{"What": "ssc", "Since": "6/2021"}],
    [
        {"Drug": "mmf", "From": "8/2021", "To": "ongoing", "Dose": "1000 mg per 12 h", "Outcome": "no response"},
        {"Drug": "tocilizumab", "From": "3/2023", "To": "1/2024", "Outcome": "no response",
         "Stopped for": "inefficacy"},
    ],
    {
        "Person": [("Body weight", "78 kg")],
        "Diagnosis": [("Subset of systemic sclerosis", "diffuse")],
        "Activity": [("Modified Rodnan skin score", "24")],
        "Organ function": [
            ("Left ventricular ejection fraction", "60 %"),
            ("FVC, % predicted", "62 %"),
            ("DLCO, % predicted", "48 %"),
        ],
        "Blood tests": [("ANA, qualitative", "pos"), ("Anti-Scl-70 (topoisomerase I)", "pos")],
        "Infections": [("HIV", "neg"), ("HBs antigen", "neg"), ("Anti-HBc", "neg"), ("HCV RNA", "neg")],
    },
)

SLE_ADOLESCENT = Sheet(
    "sle-adolescent.yaml",
    "Synthetic adolescent",
    "3.5.2009",
    "f",
    "14.3.2025",
    [{"What": "sle", "Since": "2/2022"}],
    [
        {"Drug": "hcq", "From": "3/2022", "To": "ongoing", "Dose": "200 mg/day"},
        {"Drug": "belimumab", "From": "5/2023", "To": "4/2024", "Outcome": "no response",
         "Stopped for": "inefficacy"},
        {"Drug": "mmf", "From": "4/2022", "To": "ongoing", "Dose": "1000 mg per 12 h", "Outcome": "partial response"},
    ],
    {
        "Person": [("Body weight", "52 kg")],
        "Organ function": [
            ("Creatinine", "71 umol/L"),
            ("Urine protein-creatinine ratio", "1800 mg/g"),
            ("Left ventricular ejection fraction", "64 %"),
        ],
        "Blood tests": [
            ("ANA titre", "1:640"),
            ("Neutrophils", "2.4 10^9/L"),
            ("Platelets", "188 10^9/L"),
            ("Haemoglobin", "10.4 g/dL"),
        ],
    },
)

ASYS_LADY = Sheet(
    "asys-lady.yaml",
    "Synthetic lady",
    "2.6.1971",
    "f",
    "14.3.2025",
    [{"What": "antisynthetase syndrome", "Since": "2020"}],
    [
        {"Drug": "prednisone", "From": "1/2020", "To": "ongoing", "Dose": "7.5 mg/day", "Outcome": "partial response"},
        {"Drug": "rituximab", "From": "2/2022", "To": "3/2022", "Outcome": "no response"},
        {"Drug": "tacrolimus", "From": "6/2022", "To": "ongoing", "Outcome": "partial response"},
    ],
    {
        "Person": [("Body weight", "64 kg")],
        "Organ function": [
            ("Creatine kinase", "900 U/L uln 190"),
            ("Left ventricular ejection fraction", "61 %"),
            ("Oxygen saturation", "95 %"),
        ],
        "Blood tests": [("ANA, qualitative", "neg"), ("Anti-Ro52 (TRIM21)", "pos"), ("Anti-Jo-1", "pos")],
    },
)

# fmt: on
SHEETS = (JDM_GIRL, SSC_MAN, SLE_ADOLESCENT, ASYS_LADY)
