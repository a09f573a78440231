"""Version 1: patients, statements that are only ever added, drafts, screenings, papers, latest values, the trail."""

from __future__ import annotations

VERSION = 1

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE patientrecord (
        id TEXT PRIMARY KEY, name TEXT, number TEXT, birth TEXT, sex TEXT, is_synthetic BOOLEAN NOT NULL,
        opened_at TEXT, erased_at TEXT)""",
    """CREATE TABLE statementrecord (
        id INTEGER PRIMARY KEY AUTOINCREMENT, patient_id TEXT NOT NULL REFERENCES patientrecord(id),
        section TEXT NOT NULL,
        "key" TEXT NOT NULL, content TEXT, salt BLOB, "by" TEXT NOT NULL, at TEXT NOT NULL, replaces INTEGER)""",
    "CREATE INDEX statement_of_patient ON statementrecord(patient_id, section)",
    """CREATE TABLE retractionrecord (
        statement_id INTEGER PRIMARY KEY REFERENCES statementrecord(id), patient_id TEXT NOT NULL, reason TEXT,
        "by" TEXT NOT NULL, at TEXT NOT NULL)""",
    "CREATE INDEX retraction_of_patient ON retractionrecord(patient_id)",
    """CREATE TABLE draftrecord (
        patient_id TEXT NOT NULL REFERENCES patientrecord(id),
        field TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (patient_id, field))""",
    """CREATE TABLE screeningrecord (
        id INTEGER PRIMARY KEY AUTOINCREMENT, patient_id TEXT NOT NULL REFERENCES patientrecord(id),
        rule_id TEXT NOT NULL,
        version TEXT NOT NULL, file_hash TEXT NOT NULL, evaluated_on TEXT NOT NULL, answer TEXT, salt BLOB,
        "by" TEXT NOT NULL, at TEXT NOT NULL)""",
    "CREATE INDEX screening_of_patient ON screeningrecord(patient_id)",
    """CREATE TABLE paperrecord (
        id INTEGER PRIMARY KEY AUTOINCREMENT, patient_id TEXT NOT NULL REFERENCES patientrecord(id),
        kind TEXT NOT NULL,
        sha256 TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL)""",
    """CREATE TABLE latestrecord (
        patient_id TEXT NOT NULL REFERENCES patientrecord(id), concept TEXT NOT NULL, number TEXT NOT NULL,
        valued_on TEXT NOT NULL, statement_id INTEGER NOT NULL, PRIMARY KEY (patient_id, concept))""",
    "CREATE INDEX latest_of_concept ON latestrecord(concept)",
    """CREATE TABLE auditrecord (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, "by" TEXT NOT NULL, act TEXT NOT NULL,
        patient_id TEXT NOT NULL, subject TEXT NOT NULL, digest TEXT NOT NULL, reason TEXT NOT NULL,
        previous TEXT NOT NULL, hash TEXT NOT NULL)""",
    "CREATE TRIGGER retraction_stays BEFORE DELETE ON retractionrecord BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    "CREATE TRIGGER screening_stays BEFORE DELETE ON screeningrecord BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    "CREATE TRIGGER paper_stays BEFORE DELETE ON paperrecord BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    "CREATE TRIGGER audit_stays BEFORE DELETE ON auditrecord BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    "CREATE TRIGGER statement_stays BEFORE DELETE ON statementrecord BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    "CREATE TRIGGER patient_stays BEFORE DELETE ON patientrecord BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    "CREATE TRIGGER paper_is_fixed BEFORE UPDATE ON paperrecord BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    "CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON auditrecord BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    # The one change there may be: the erasure of a patient empties what was said of them. The patient is marked
    # first, in the same transaction.
    """CREATE TRIGGER statement_is_fixed BEFORE UPDATE ON statementrecord
        WHEN NOT (NEW.content IS NULL AND NEW.id = OLD.id AND NEW.patient_id = OLD.patient_id AND NEW."by" = OLD."by"
            AND NEW.at = OLD.at AND NEW.salt IS NULL AND NEW.replaces IS OLD.replaces
            AND EXISTS (SELECT 1 FROM patientrecord WHERE id = OLD.patient_id AND erased_at IS NOT NULL))
        BEGIN SELECT RAISE(ABORT, 'only added to'); END""",
    """CREATE TRIGGER retraction_is_fixed BEFORE UPDATE ON retractionrecord
        WHEN NOT (NEW.reason IS NULL AND NEW.statement_id = OLD.statement_id AND NEW.patient_id = OLD.patient_id
            AND NEW."by" = OLD."by" AND NEW.at = OLD.at
            AND EXISTS (SELECT 1 FROM patientrecord WHERE id = OLD.patient_id AND erased_at IS NOT NULL))
        BEGIN SELECT RAISE(ABORT, 'only added to'); END""",
    """CREATE TRIGGER screening_is_fixed BEFORE UPDATE ON screeningrecord
        WHEN NOT (NEW.answer IS NULL AND NEW.id = OLD.id AND NEW.patient_id = OLD.patient_id AND NEW."by" = OLD."by"
            AND NEW.at = OLD.at AND NEW.salt IS NULL
            AND EXISTS (SELECT 1 FROM patientrecord WHERE id = OLD.patient_id AND erased_at IS NOT NULL))
        BEGIN SELECT RAISE(ABORT, 'only added to'); END""",
)
"""What makes this version of the one before (of nothing); never changed once it has shipped."""
