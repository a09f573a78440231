"""Whom each item of the evidence table of monitoring concerns: a table of our own, item by item.

A row is the item and, in the order disease, age, product, vector, region, more, what the patient must be; "-" is
everybody. ``integrating``: any vector but mRNA; ``viral``: a virus brought it. "?" is a region that is not known: it
takes of two rules the longer, and a rule that one region has alone. What ``more`` asks stands in ``Patient``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

TABLE = """
B01 -            -     -          -           -     -
B02 -            -     -          -           -     -
B03 -            -     -          -           -     -
B04 -            -     -          -           -     -
B05 -            -     -          -           -     -
B06 -            -     -          -           -     -
B07 sle,ssc      -     -          -           -     -
B08 -            -     -          -           -     -
B09 -            -     -          -           -     -
B10 -            -     -          -           -     -
B11 -            -     -          -           -     -
B12 -            -     -          -           -     not_male
B13 -            -     -          -           -     -
B14 -            -     -          -           -     -
B15 -            -     -          -           -     -
B16 sle          -     -          -           -     -
B17 jdm          child -          -           -     -
B18 asys         -     -          -           -     -
B19 ssc          -     -          -           -     -
B20 -            child -          -           -     -
B21 -            -     -          -           -     -
L01 -            -     -          -           -     -
L02 -            -     autologous -           -     hydroxychloroquine
L03 -            -     autologous -           -     mycophenolate_mofetil
L04 -            -     autologous -           -     methotrexate
L05 -            -     autologous -           -     rituximab
L06 -            -     autologous -           -     tocilizumab
L07 -            -     autologous -           -     natalizumab
L08 -            -     autologous -           -     fingolimod
L09 -            -     autologous -           -     bortezomib
L10 -            -     autologous -           -     daratumumab
L11 -            -     autologous -           -     cladribine
L20 -            -     autologous -           -     -
L20A -           -     -          integrating -     fludarabine
L21 -            -     autologous -           -     -
L22 -            -     -          -           -     -
L23 -            -     allogeneic -           -     -
D01 -            -     -          integrating -     -
D02 -            -     -          -           -     -
D03 -            -     -          -           -     -
D04 -            -     -          integrating -     -
D05 -            -     -          -           -     -
D06 -            -     -          integrating -     -
Z01 -            -     -          -           EU,?  -
Z02 -            -     -          -           -     -
Z03 -            -     -          -           -     -
Z04 -            -     -          -           -     -
Z05 -            -     -          -           -     -
P01 -            -     -          -           US    -
P02 -            -     -          -           EU,?  -
P03 -            -     -          -           -     -
P04 -            -     -          -           -     -
P05 -            -     -          -           -     -
P06 -            -     -          -           -     -
P07 -            -     -          -           -     -
P08 -            -     -          -           -     -
P09 -            -     -          -           -     -
P10 -            -     -          -           -     -
P11 -            -     allogeneic -           -     -
D15A -           -     autologous -           -     -
M01 -            -     -          -           -     -
M02 -            -     -          -           -     -
M03 -            -     -          -           -     -
M04 -            -     -          -           -     -
M05 -            -     -          -           -     -
R01 -            -     -          -           -     -
R02 -            adult -          -           -     -
R03 -            child -          -           -     -
R04 -            -     -          -           -     -
R05 -            -     -          -           -     -
R06 -            -     -          -           -     -
R07 -            -     -          viral       US,?  -
R08 -            -     -          integrating US,?  -
R09 -            -     -          -           -     -
R10 -            -     -          -           -     -
R11 -            -     -          -           -     -
R12 -            -     -          -           -     -
R13 sle          -     -          -           -     -
R14 jdm          child -          -           -     -
R15 asys         -     -          -           -     -
R16 ssc          -     -          -           -     -
R17 sle,ssc,asys -     -          -           -     -
R18 -            child -          -           -     -
R19 -            -     -          -           -     -
R20 -            -     -          -           -     -
Y01 -            -     -          integrating US,?  -
Y02 -            -     -          integrating US,?  -
Y03 -            -     -          -           -     -
Y03A sle         -     -          -           -     lupus_nephritis
Y03B ssc         -     -          -           -     -
Y03C -           -     -          -           -     -
Y04 -            -     -          -           -     -
Y05 -            -     -          -           -     -
Y06 -            -     -          -           -     -
Y07 -            -     -          -           -     -
Y08 -            -     -          -           -     -
Y09 -            -     -          -           -     -
Y10 ssc,asys,jdm -     -          -           -     ild
Y11 -            child -          -           -     -
Y12 -            -     -          -           -     not_male
Y13 -            child -          -           -     -
Y14 -            -     -          -           -     -
Y15 -            -     -          -           -     -
"""


NOT_OF = {"-": (), "integrating": ("mrna",), "viral": ("mrna", "transposon")}


@dataclass(frozen=True)
class Patient:
    """What a row can ask of a patient; ``more`` are diagnoses beside the disease and drugs given."""

    disease: str
    age: str
    sex: str
    product: str
    vector: str
    region: str
    more: frozenset[str] = field(default_factory=frozenset[str])

    def is_asked(self, more: str) -> bool:
        """Tell whether the last column holds."""
        return more in self.more or more == "-" or (more == "not_male" and self.sex != "male")


@dataclass(frozen=True)
class Item:
    """One row."""

    id: str
    disease: str
    age: str
    product: str
    vector: str
    region: str
    more: str

    def concerns(self, patient: Patient) -> bool:
        """Tell whether the item belongs on the plan of the patient."""
        return (self.disease == "-" or patient.disease in self.disease.split(",")) and (
            self.age in ("-", patient.age)
            and self.product in ("-", patient.product)
            and patient.vector not in NOT_OF[self.vector]
            and (self.region == "-" or (patient.region or "?") in self.region.split(","))
            and patient.is_asked(self.more)
        )


ITEMS = tuple(Item(*line.split()) for line in TABLE.strip().splitlines())
