"""What is written into the records, each with its line of the trail in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from core.catalogue.catalogue import Catalogue
from core.chart.sections.identity import SYNTHETIC
from core.entry.reasons import CORRECTED
from core.entry.statement import Statement
from core.errors import WorldError
from core.store.records import erasing
from core.store.records.erasing import LISTED
from core.store.records.kept_records import Recorded, Retraction, ScreeningLine
from core.store.records.latest import latest_values
from core.store.records.reading import instant, recorded
from core.store.records.rows import (
    DRAFTS,
    LATEST,
    PAPERS,
    PATIENTS,
    RETRACTIONS,
    SCREENINGS,
    STATEMENTS,
    DraftRow,
    LatestRow,
    PaperRow,
    PatientRow,
    RetractionRow,
    ScreeningRow,
    StatementRow,
)
from core.store.records.sql import Transaction
from core.store.records.trail import Act, digest_of, digest_of_statement, new_salt, note, note_all


class Recording:
    """One transaction's work. ``at`` is the instant of all it writes."""

    def __init__(self, opened: Transaction, catalogue: Catalogue, by: str, at: datetime) -> None:
        self._opened = opened
        self._catalogue = catalogue
        self._by = by
        self._at = at.isoformat()

    def add_patient(self, patient_id: str, statements: Sequence[Statement]) -> None:
        """Add a patient with what is known at once."""
        is_synthetic = any(each.section == SYNTHETIC and each.plain in ("yes", "true") for each in statements)
        PATIENTS.add(self._opened, PatientRow(patient_id, is_synthetic=is_synthetic))
        rows = [self._stated(patient_id, statement, None) for statement in statements]
        acts = [Act("stated", patient_id, f"statement {row.id}", _digest(row)) for row in rows]
        note_all(self._opened, (Act("patient added", patient_id, "patient"), *acts), self._by, self._at)
        for statement in statements:
            self._copy_word(patient_id, statement)
        self._add_latest(patient_id, [(row.id or 0, each) for row, each in zip(rows, statements, strict=True)])

    def record(self, patient_id: str, statement: Statement, replaces: int | None = None) -> Recorded:
        """Add a statement; the one it replaces is taken back as corrected."""
        self._refuse_unknown(patient_id)
        row = self._stated(patient_id, statement, replaces)
        self._note("stated", patient_id, f"statement {row.id}", _digest(row))
        if replaces is not None:
            self.retract(patient_id, replaces, CORRECTED)
        self._copy_word(patient_id, statement)
        self._keep_latest(patient_id, statement.section)
        return recorded(row)

    def retract(self, patient_id: str, statement_id: int, reason: str) -> Recorded:
        """Take a statement back; one that is taken back already stays as it is."""
        row = STATEMENTS.first(self._opened, id=statement_id)
        if row is None or row.patient_id != patient_id:
            raise WorldError("error-no-statement")
        known = RETRACTIONS.first(self._opened, statement_id=statement_id)
        if known is None:
            known = RetractionRow(statement_id, patient_id, reason, self._by, self._at)
            RETRACTIONS.add(self._opened, known)
            # the reason may speak of the patient: it lies where erasure reaches it, the trail holds its digest
            self._note("retracted", patient_id, f"statement {statement_id}", digest_of(reason, row.salt or b""))
            self._keep_latest(patient_id, row.section)
            self._copy_words_again(patient_id, row.section)
        return recorded(row, Retraction(known.reason or "", known.by, instant(known.at)))

    def keep_draft(self, patient_id: str, field: str, text: str) -> None:
        """Keep a text that is being typed, over the one before."""
        self._refuse_unknown(patient_id)
        writable = text.encode("utf-8", "replace").decode()  # half a sign, pasted, shall not cost the rest
        DRAFTS.put(self._opened, DraftRow(patient_id, field, writable, self._at))

    def drop_draft(self, patient_id: str, field: str) -> None:
        """Drop a text that is recorded now, or given up."""
        DRAFTS.remove(self._opened, patient_id=patient_id, field=field)

    def keep_screening(self, patient_id: str, screening: ScreeningLine) -> None:
        """Keep a screening; its ``by`` and ``at`` are those of the act."""
        self._refuse_unknown(patient_id)
        salt = new_salt()
        row = ScreeningRow(
            id=None,
            patient_id=patient_id,
            rule_id=screening.rule_id,
            version=screening.version,
            file_hash=screening.file_hash,
            evaluated_on=screening.on.isoformat(),
            answer=screening.answer,
            salt=salt,
            by=self._by,
            at=self._at,
        )
        number = SCREENINGS.add(self._opened, row)
        self._note("screened", patient_id, f"screening {number}", digest_of(screening.answer, salt))

    def keep_paper(self, patient_id: str, kind: str, sha256: str) -> None:
        """Keep the trace of a paper that was saved or printed."""
        self._refuse_unknown(patient_id)
        PAPERS.add(self._opened, PaperRow(None, patient_id, kind, sha256, self._by, self._at))
        self._note("paper", patient_id, kind, sha256)

    def note_of_record(self, act: str, reason: str) -> None:
        """Note what happened to the record itself, and to no patient."""
        self._note(act, "", "record", reason=reason)

    def note_export(self, patient_ids: Sequence[str], reason: str) -> None:
        """Note that a data set left, and of each patient in it that theirs did."""
        acts = [Act("exported", "", "record", reason=reason)]
        for patient_id in patient_ids:
            self._refuse_unknown(patient_id)
            acts.append(Act("exported", patient_id, "registry"))
        note_all(self._opened, acts, self._by, self._at)

    def mark_opened(self, patient_id: str) -> None:
        """Remember when a patient was last opened, for the list."""
        self._refuse_unknown(patient_id)
        PATIENTS.change(self._opened, {"opened_at": self._at}, id=patient_id)

    def erase(self, patient_id: str, reason: str) -> None:
        """Empty everything that was said of a patient; that there was one, and who erased why, stays."""
        self._refuse_unknown(patient_id)
        erasing.empty(self._opened, patient_id, self._at)
        self._note("erased", patient_id, "patient", reason=reason)

    def refuse_naming(self, patient_id: str, reason: str) -> None:
        """Refuse a reason for erasing that says who it was: it could never be taken out of the trail."""
        if erasing.names_patient(self._opened, patient_id, reason):
            raise WorldError("error-reason-names-patient")

    # --- inside

    def _stated(self, patient_id: str, statement: Statement, replaces: int | None) -> StatementRow:
        """Add a statement; return its row with the number it got."""
        row = StatementRow(
            id=None,
            patient_id=patient_id,
            section=statement.section,
            key=statement.key,
            content=statement.content,
            salt=new_salt(),
            by=self._by,
            at=self._at,
            replaces=replaces,
        )
        return row._replace(id=STATEMENTS.add(self._opened, row))

    def _refuse_unknown(self, patient_id: str) -> None:
        row = PATIENTS.first(self._opened, id=patient_id)
        if row is None or row.erased_at is not None:
            raise WorldError("error-no-patient")

    def _standing(self, patient_id: str, section: str) -> Sequence[StatementRow]:
        gone = {row.statement_id for row in RETRACTIONS.find(self._opened, patient_id=patient_id)}
        found = STATEMENTS.find(self._opened, order="id", patient_id=patient_id, section=section)
        return [row for row in found if row.id not in gone]

    def _copy_words_again(self, patient_id: str, section: str) -> None:
        if section in LISTED:
            standing = self._standing(patient_id, section)
            last = standing[-1] if standing else None
            statement = (
                Statement.of(section, "") if last is None else Statement(section, last.key, last.content or '""')
            )
            self._copy_word(patient_id, statement)

    def _copy_word(self, patient_id: str, statement: Statement) -> None:
        content = statement.plain
        if statement.section in LISTED and isinstance(content, str):
            PATIENTS.change(self._opened, {LISTED[statement.section]: content}, id=patient_id)

    def _keep_latest(self, patient_id: str, section: str) -> None:
        if self._catalogue.concept(section) is None:
            return
        LATEST.remove(self._opened, patient_id=patient_id, concept=section)
        standing = self._standing(patient_id, section)
        self._add_latest(
            patient_id, [(row.id or 0, Statement(section, row.key, row.content)) for row in standing if row.content]
        )

    def _add_latest(self, patient_id: str, stated: Sequence[tuple[int, Statement]]) -> None:
        for value in latest_values(patient_id, stated, self._catalogue):
            row = LatestRow(patient_id, value.concept, value.number, value.on, value.statement_id)
            LATEST.add(self._opened, row)

    def _note(self, act: str, patient_id: str, subject: str, digest: str = "", *, reason: str = "") -> None:
        note(self._opened, Act(act, patient_id, subject, digest, reason), self._by, self._at)


def _digest(row: StatementRow) -> str:
    return digest_of_statement(row.section, row.key, row.content or "", row.salt or b"")
