patients-title = Patients
patients-name = Name
patients-born = Born
patients-number = Number
patients-sex = Sex
patients-sex-not-asked = not asked
patients-birth-typed = Birth date
patients-age-typed = Age on a day, where no birth date is known
patients-no-birth = birth date not recorded
patients-no-name = no name
patients-synthetic = synthetic
patients-search = Search by name, number or birth date
patients-new = New patient
patients-add = Add and open
patients-cancel = Cancel
patients-needs = A name and a birth date or an age are needed: they stand on every paper.
patients-same-name = { $count ->
    [one] One patient
   *[other] { $count } patients
} of this name are in the record already, { $born }.
patients-add-samples = Add sample patients
patients-remove-samples = Remove sample patients
patients-samples-added = { $count } sample patients were added, each marked as synthetic.
patients-samples-removed = { $count ->
    [one] One synthetic patient was
   *[other] { $count } synthetic patients were
} removed.
patients-erase = Erase patient …
patients-erase-whom = Erase { $name }, { $born }
patients-erase-why = Everything recorded is gone for good: here at once, then in every backup and kept copy, which are rewritten one after the other. That there was a patient, when and why the record was erased, stays in the trail without any content, so the reason must not say who it was.
patients-erase-reason = Reason
patients-erase-name = Type the name to confirm
patients-erase-now = Erase for good
patients-erase-needs-reason = Write why the record is erased.
patients-erase-needs-name = The name is not the same.
patients-diagnosis = Diagnosis
patients-conclusion = Best conclusion
patients-best = Where
patients-more = and { $count } more
patients-due = Next due
patients-due-wait = a waiting time ends
patients-due-runs-out = today's work-up runs out
patients-opened = Opened
patients-same-name-mark = ! same name
patients-erased = The patient was erased from the record. Backups and kept copies are being rewritten.
patients-erased-everywhere = Erased patients are in no backup and no kept copy of this folder any more.
patients-erased-still = Erased; still in: { $names }.
erased-waiting = { $name } (will be rewritten)
erased-missing = { $name } (is not there)
erased-unreadable = { $name } (cannot be read)
patients-after-infusion = After infusion
patients-overdue = ! Overdue
patients-only-all = All { $count }
patients-only-overdue = ! Overdue
patients-only-due = Due in 4 weeks
patients-only-treated = After infusion
patients-only-aplastic = No B cells for over a year
patients-only-relapsed = Relapsed
patients-only-age = 12 or 18 within 3 months
patients-only = Whom the list shows
doing-cohort = Judging everybody by every rule file
doing-trials = Reading the state of the registry
doing-trials-import = Importing a state of the registry
doing-trials-draft = Beginning the draft
doing-glance = Looking at everybody who was treated
patients-file = Take in a patient file
patients-file-action = Take in a patient file …
patients-file-take = Record and open
patients-file-whom = { $name }: { $patient }, { $born }, with { $count ->
    [one] 1 entry
   *[other] { $count } entries
}. Nothing is on record yet.
patients-file-bad = { $name } cannot be taken in: its errors stand below, each at its line. Correct the file, then open it again.
patients-file-nobody = { $name } names nobody: a name and a birth date or an age are needed, since they stand on every paper. Write them into the file, then open it again.
patients-file-more = and { $count } more
patients-file-one-at-a-time = First record or leave the patient who is looked at here, then open once more: { $names }
