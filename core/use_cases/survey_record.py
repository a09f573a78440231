"""Survey everybody on record; who has not changed is not judged again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.language.languages import ENGLISH
from core.progress import Report, told, unwatched
from core.rule_files.compiling import CompiledRuleFile
from core.screening.surveyed import Row, Survey
from core.store.records import Records
from core.use_cases.survey_patients import row_of
from core.use_cases.weigh_update import stored_patient

_Stamp = tuple[int, int]


class RecordSurvey:
    """What every file said of everybody when they were judged last; given up, it goes on from where it was."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[_Stamp, Row]] = {}
        self._judged_by: tuple[object, ...] = ()

    def renew(
        self,
        records: Records,
        files: Sequence[CompiledRuleFile],
        catalogue: Catalogue,
        on: date,
        report: Report = unwatched,
    ) -> Survey:
        """Return everybody by every file on a day, in the order of the list of patients.

        ``report`` is told how many of those who have to be judged are; it may give up.
        """
        judged_by = (tuple(files), catalogue, on)
        if judged_by != self._judged_by:
            self._rows.clear()
            self._judged_by = judged_by
        stamps, lines = records.stamps(), records.patients()
        anew = [line for line in lines if self._rows.get(line.id, (None,))[0] != stamps.get(line.id, _NOTHING)]
        unread: dict[str, str] = {}
        for line in told(anew, report):
            read = stored_patient(records, line, catalogue, ENGLISH, on)
            try:
                row = row_of(read(), files)
            except WorldError:
                unread[line.id] = line.name
                self._rows.pop(line.id, None)
                continue
            self._rows[line.id] = (stamps.get(line.id, _NOTHING), row)
        here = [line.id for line in lines if line.id not in unread]
        self._rows = {each: self._rows[each] for each in here}  # of whoever was erased nothing stays
        return Survey(tuple(files), tuple(self._rows[each][1] for each in here), tuple(unread.values()))


_NOTHING: _Stamp = (0, 0)
