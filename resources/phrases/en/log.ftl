log-title = Log
log-when = When
log-at = When (UTC)
log-by = By
log-kind = Kind
log-patient = Patient
log-number = Number
log-what = What
log-file = Rule file
log-version = Version
log-detail = Detail
log-kind-any = Everything
log-kind-screening = Screenings
log-kind-paper = Papers
log-kind-record = Record
log-kind-program = Program
log-search = Search by patient, file or word
log-save = Save as table …
log-older = Show older ones
log-saved = The table was saved. It names patients: keep it as you keep the record.
log-none = Nothing of this kind is in the log.
log-about = What was stated of a patient stands in the history of each field. A screening is in the log once it is recorded or printed.
log-erased-patient = erased patient
log-screened = Screened
log-failing = fails: { $what }
log-act-patient-added = Patient added
log-act-retracted = Entry taken back
log-act-erased = Patient erased
log-act-copies-destroyed = Copies destroyed
log-act-restored = Record restored
log-act-noticed = Noticed on opening
log-act-rule-file-in-force = Rule file in force
log-act-rule-pack-taken-in = Rule pack taken in
log-act-key-of-rule-packs-trusted = Key of rule packs trusted
log-act-review-of-a-rule-file-signed = Review of a rule file signed
log-keep = Record this screening in the log
log-kept = The screening by { $file } stands in the log.
log-kind-export = Exports
log-exported = Data set for a registry
log-export-counts = { $patients ->
    [one] 1 patient
   *[other] { $patients } patients
}, { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
}, files { $hash }
log-act-copied-to-a-medium = Record copied to a medium
log-act-recovery-drill = Recovery drill
