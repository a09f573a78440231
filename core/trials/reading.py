"""Read what a registry of trials hands out: ClinicalTrials.gov as JSON (API 2) or CSV, tables of trials and of sites.

A download is somebody else's file: what is not understood is listed and stops nothing else.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from core.errors import WorldError
from core.trials.ages import age_groups, read_age
from core.trials.skipped import Skipped, Why
from core.trials.trial import Place, Site, State, Trial
from core.values.duration import Duration

MOST_BYTES = 64 * 1024 * 1024
"""The whole of a search for CAR-T cells is a few megabytes as JSON."""
_SEPARATOR = "|"
_NUMBER = re.compile(r"NCT\d{8}")
_NAME_AND_COUNTRY = 2
Record = Mapping[str, object]


@dataclass(frozen=True)
class Read:
    """What was read of some files of one day."""

    state: State
    skipped: tuple[Skipped, ...]


@dataclass
class _Reading:
    trials: dict[str, Trial] = field(default_factory=dict[str, Trial])
    sites: list[tuple[str, str, Site]] = field(default_factory=list[tuple[str, str, Site]])
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    days: set[str] = field(default_factory=set[str])

    def skip(self, why: Why, file: str, record: str, said: str = "") -> None:
        self.skipped.append(Skipped(why, file, record, said))

    def add(self, trial: Trial, file: str) -> None:
        if _NUMBER.fullmatch(trial.number) is None:
            self.skip(Why.NO_NUMBER, file, trial.number or trial.title)
        elif trial.number in self.trials:
            self.skip(Why.TWICE, file, trial.number)
        else:
            self.trials[trial.number] = trial

    def age(self, text: str, file: str, number: str) -> Duration | None:
        """Read an age; one that is not understood is listed, and is no limit."""
        understood, age = read_age(text)
        if not understood:
            self.skip(Why.AGE, file, number, text)
        return age


def read_registry(files: Iterable[tuple[str, bytes]]) -> Read:
    """Return the state that some files of one day hold together; WorldError where one is none of the kinds.

    Sites of trials that are in none of the files are counted as skipped, one line a trial.
    """
    reading = _Reading()
    for name, content in files:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise WorldError("trials-not-text", name=name) from error
        if text.lstrip()[:1] in ("{", "["):
            _read_json(text, name, reading)
        else:
            _read_table(text, name, reading)
    _place_sites(reading)
    day = next(iter(reading.days)) if len(reading.days) == 1 else ""
    return Read(State(reading.trials, day), tuple(reading.skipped))


def _place_sites(reading: _Reading) -> None:
    of: dict[str, list[Site]] = {}
    strangers: dict[tuple[str, str], int] = {}
    for file, number, site in reading.sites:
        if number in reading.trials:
            of.setdefault(number, []).append(site)
        else:
            strangers[file, number] = strangers.get((file, number), 0) + 1
    for (file, number), count in strangers.items():
        reading.skip(Why.OTHER_TRIAL, file, number, str(count))
    for number, sites in of.items():
        trial = reading.trials[number]
        reading.trials[number] = replace(trial, sites=(*trial.sites, *sites))


# --- JSON of the API, version 2


def _read_json(text: str, file: str, reading: _Reading) -> None:
    try:
        told: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WorldError("trials-not-json", name=file) from error
    studies = _dict(told).get("studies", told)
    found = cast("list[object]", studies) if isinstance(studies, list) else [studies]
    for at, each in enumerate(found, start=1):
        protocol = _dict(_dict(each).get("protocolSection"))
        if not protocol:
            reading.skip(Why.NOT_A_RECORD, file, str(at))
            continue
        _read_study(protocol, file, reading)


def _read_study(protocol: Record, file: str, reading: _Reading) -> None:
    names, status = _dict(protocol.get("identificationModule")), _dict(protocol.get("statusModule"))
    design, who = _dict(protocol.get("designModule")), _dict(protocol.get("eligibilityModule"))
    number = _text(names, "nctId")
    sponsor = _dict(_dict(protocol.get("sponsorCollaboratorsModule")).get("leadSponsor"))
    enrolment = _dict(design.get("enrollmentInfo")).get("count")
    given = _dicts(_dict(protocol.get("armsInterventionsModule")).get("interventions"))
    sites = tuple(
        _site_of(each, file, number, reading)
        for each in _dicts(_dict(protocol.get("contactsLocationsModule")).get("locations"))
    )
    reading.add(
        Trial(
            number=number,
            title=_text(names, "briefTitle"),
            status=_text(status, "overallStatus"),
            acronym=_text(names, "acronym"),
            phases=_texts(design.get("phases")),
            conditions=_texts(_dict(protocol.get("conditionsModule")).get("conditions")),
            interventions=tuple(filter(None, (_text(each, "name") for each in given))),
            sponsor=_text(sponsor, "name"),
            youngest=reading.age(_text(who, "minimumAge"), file, number),
            oldest=reading.age(_text(who, "maximumAge"), file, number),
            sex=_text(who, "sex") or "ALL",
            enrolment=enrolment if isinstance(enrolment, int) else None,
            started=_text(_dict(status.get("startDateStruct")), "date"),
            updated=_text(_dict(status.get("lastUpdatePostDateStruct")), "date"),
            countries=tuple(dict.fromkeys(each.country for each in sites if each.country)),
            sites=sites,
            has_criteria=bool(_text(who, "eligibilityCriteria")),
        ),
        file,
    )


def _site_of(told: Record, file: str, number: str, reading: _Reading) -> Site:
    point = _dict(told.get("geoPoint"))
    place = _place(str(point.get("lat", "")), str(point.get("lon", "")), file, number, reading)
    return Site(_text(told, "facility"), _text(told, "city"), _text(told, "country"), _text(told, "status"), place)


def _dict(told: object) -> Record:
    return cast("Record", told) if isinstance(told, dict) else {}


def _dicts(told: object) -> Iterator[Record]:
    yield from (_dict(each) for each in (cast("list[object]", told) if isinstance(told, list) else ()))


def _text(told: Record, key: str) -> str:
    found = told.get(key)
    return " ".join(found.split()) if isinstance(found, str) else ""


def _texts(told: object) -> tuple[str, ...]:
    found = cast("list[object]", told) if isinstance(told, list) else ()
    return tuple(each for each in found if isinstance(each, str) and each)


# --- tables


def _read_table(text: str, file: str, reading: _Reading) -> None:
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""))
        heads = frozenset(rows.fieldnames or ())
        for needed, read in _TABLES:
            if needed <= heads:
                for row in rows:
                    read(
                        {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)},
                        file,
                        reading,
                    )
                return
    except csv.Error as error:  # a cell of more than 131,072 letters among them: no record has one
        raise WorldError("trials-not-a-table", name=file) from error
    raise WorldError("trials-unknown-table", name=file)


def _read_site(row: Mapping[str, str], file: str, reading: _Reading) -> None:
    number = row["NCTId"]
    place = _place(row.get("Latitude", ""), row.get("Longitude", ""), file, number, reading)
    site = Site(row["Facility"], row.get("City", ""), row.get("Country", ""), row.get("SiteStatus", ""), place)
    reading.sites.append((file, number, site))


def _read_trial(row: Mapping[str, str], file: str, reading: _Reading) -> None:
    number = row["NCTId"]
    if day := row.get("SnapshotDate"):
        reading.days.add(day)
    reading.add(
        Trial(
            number=number,
            title=row.get("BriefTitle", ""),
            status=row["OverallStatus"],
            phases=_parts(row.get("Phase", "")),
            conditions=_parts(row.get("Conditions", "")),
            interventions=_parts(row.get("Interventions", "")),
            sponsor=row.get("LeadSponsor", ""),
            youngest=reading.age(row.get("MinAge", ""), file, number),
            oldest=reading.age(row.get("MaxAge", ""), file, number),
            sex=row.get("Sex", "") or "ALL",
            enrolment=_count(row.get("EnrollmentCount", "")),
            started=row.get("StartDate", ""),
            updated=row.get("LastUpdatePostDate", ""),
            countries=_parts(row.get("Countries", "")),
            has_criteria=bool(row.get("EligibilityCriteria")),
        ),
        file,
    )


def _read_download(row: Mapping[str, str], file: str, reading: _Reading) -> None:
    """A row of the registry's own CSV: ages in groups, sites without coordinates."""
    youngest, oldest = age_groups(row.get("Age", ""))
    places = [[part.strip() for part in each.split(",")] for each in _parts(row.get("Locations", ""))]
    sites = tuple(Site(each[0], each[1] if len(each) > _NAME_AND_COUNTRY else "", each[-1]) for each in places if each)
    reading.add(
        Trial(
            number=row["NCT Number"],
            title=row.get("Study Title", ""),
            status=row.get("Study Status", "").upper().replace(" ", "_").replace(",", ""),
            acronym=row.get("Acronym", ""),
            phases=_parts(row.get("Phases", "")),
            conditions=_parts(row.get("Conditions", "")),
            interventions=_parts(row.get("Interventions", "")),
            sponsor=row.get("Sponsor", ""),
            youngest=youngest,
            oldest=oldest,
            sex=row.get("Sex", "").upper() or "ALL",
            enrolment=_count(row.get("Enrollment", "")),
            started=row.get("Start Date", ""),
            updated=row.get("Last Update Posted", ""),
            countries=tuple(dict.fromkeys(each.country for each in sites if each.country)),
            sites=sites,
        ),
        file,
    )


_TABLES = (
    (frozenset({"NCTId", "Facility"}), _read_site),
    (frozenset({"NCTId", "OverallStatus"}), _read_trial),
    (frozenset({"NCT Number", "Study Status"}), _read_download),
)
"""The tables by the heads they need; a table of sites names the state of its trial too, so it comes first."""


def _parts(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(_SEPARATOR) if each.strip())


def _count(text: str) -> int | None:
    whole = text.removesuffix(".0")
    return int(whole) if whole.isdecimal() and whole.isascii() else None


def _place(north: str, east: str, file: str, number: str, reading: _Reading) -> Place | None:
    if not north and not east:
        return None
    try:
        place = Place(float(north), float(east))
    except ValueError:
        reading.skip(Why.COORDINATES, file, number, f"{north} {east}")
        return None
    if not place.is_on_earth:
        reading.skip(Why.COORDINATES, file, number, f"{north} {east}")
        return None
    return place


def skipped_by(skipped: Sequence[Skipped]) -> dict[Why, int]:
    """Count what was skipped by its reason; sites of other trials by how many they are."""
    found: dict[Why, int] = {}
    for each in skipped:
        found[each.why] = found.get(each.why, 0) + (int(each.said) if each.why is Why.OTHER_TRIAL else 1)
    return found
