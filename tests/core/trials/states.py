"""Two states of an invented registry, as tables, as JSON of the API, and as the registry's own CSV."""

from __future__ import annotations

import json
from pathlib import Path

_HERE = Path(__file__).parent
TRIALS = (_HERE / "trials.csv").read_text("utf-8")
SITES = (_HERE / "sites.csv").read_text("utf-8")
DOWNLOAD = (_HERE / "download.csv").read_text("utf-8")
LATER = (
    TRIALS.replace("NCT90000001,Invented cells in lupus,RECRUITING", "NCT90000001,Invented cells in lupus,COMPLETED")
    .replace("6 Months,,", "2 Years,,")
    .replace("Germany|France", "Germany|Spain|Italy")
    .replace("NCT90000004,Invented cells in nerves", "NCT90000005,Invented cells in skin")
    .replace("2026-06-01", "2026-08-01")
)
STUDY = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT90000001", "briefTitle": "Invented cells in lupus", "acronym": "INV-1"},
        "statusModule": {
            "overallStatus": "RECRUITING",
            "startDateStruct": {"date": "2026-01"},
            "lastUpdatePostDateStruct": {"date": "2026-05-01"},
        },
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Sponsor A"}},
        "conditionsModule": {"conditions": ["Lupus Nephritis"]},
        "designModule": {"phases": ["PHASE1", "PHASE2"], "enrollmentInfo": {"count": 30}},
        "armsInterventionsModule": {"interventions": [{"name": "Cells A"}]},
        "eligibilityModule": {"minimumAge": "18 Years", "maximumAge": "65 Years", "sex": "FEMALE"},
        "contactsLocationsModule": {
            "locations": [
                {
                    "facility": "Hospital A",
                    "city": "Berlin",
                    "country": "Germany",
                    "geoPoint": {"lat": 52.52, "lon": 13.405},
                },
                {"facility": "Hospital B", "city": "Paris", "country": "France"},
            ]
        },
    }
}
API = json.dumps({"studies": [STUDY, {"other": 1}, STUDY], "nextPageToken": "x"})
