patients-title = Patients
patients-name = Name
patients-born = Born
patients-number = Number
patients-mark = Mark
patients-sex = Sex
patients-sex-not-asked = not asked
patients-birth-typed = Birth date
patients-no-birth = birth date not recorded
patients-no-name = no name
patients-synthetic = synthetic
patients-search = Search by name, number or birth date
patients-new = New patient
patients-add = Add and open
patients-cancel = Cancel
patients-needs = A name and a birth date are needed: they stand on every paper.
patients-same-name = { $count ->
    [one] One patient
   *[other] { $count } patients
} of this name are in the record already, born { $born }.
patients-add-samples = Add sample patients
patients-remove-samples = Remove sample patients
patients-samples-added = { $count } sample patients were added, each marked as synthetic.
patients-samples-removed = { $count ->
    [one] One synthetic patient was
   *[other] { $count } synthetic patients were
} removed.
