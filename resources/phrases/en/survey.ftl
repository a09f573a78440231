# Many patients by many files

survey-judged = { $patients ->
    [one] 1 patient
   *[other] { $patients } patients
}, { $files ->
    [one] 1 rule file
   *[other] { $files } rule files
}, judged on { $day }
survey-own-days = their own days
survey-unread = Not read, and in no figure: { $names }
survey-nobody = No patient could be read.
survey-diagnoses = Diagnoses
survey-age = Age
survey-age-unknown = not known
survey-age-from = { $years } or older
survey-age-between = { $first } to { $last }
survey-file = Rule file
survey-step-disease = a disease of the file
survey-step-cohort = a cohort of the file
survey-everybody = everybody
survey-attrition = Who drops out where: { $title }
survey-fails = fail
survey-open = not known
survey-deferred = for the site
survey-left = left
survey-left-over = { $left } are left: { $clear } with nothing open, { $lack } lack an answer, { $site } wait for the site alone
survey-passed-by = { $count ->
    [one] 1 criterion at which everybody passes or that does not apply is not shown.
   *[other] { $count } criteria at which everybody passes or that do not apply are not shown.
}
survey-awaited = One answer away
survey-awaited-none = Nobody is one single answer away from a conclusion.
survey-awaited-patients = { $count ->
    [one] 1 patient
   *[other] { $count } patients
}
survey-list-of = complete list: { $what }
survey-few = Fewer than { $count } patients: such a table may tell who they are.
survey-not-counted = Of nobody's disease here, or taking no patients now: { $titles }

# The page

cohort-patient = Patient
cohort-what = Disease, age
cohort-matrix = Patients by rule files
cohort-other-disease = another disease
cohort-takes-nobody = takes no patients now; by the criteria { $conclusion }
cohort-nobody = Nobody to show.
cohort-open = Open the screening
cohort-save = Save table without names …
cohort-saved = The table was saved. It names nobody; ages are told in decades.
cohort-disease = Disease
cohort-disease-any = Every disease
cohort-age-any = Every age
cohort-age-child = Under 12
cohort-age-adolescent = 12 to 17
cohort-age-adult = 18 and older
cohort-everybody = Show everybody
cohort-chip-good = eligible or within usual limits { $count }
cohort-chip-possible = possible { $count }
cohort-chip-undecided = undecided or outside usual limits { $count }
cohort-chip-not-yet = not yet { $count }
cohort-chip-none = nothing open { $count }
cohort-chip-one-away = one answer away { $count }
cohort-drops = Who drops out where
cohort-file = Rule file
cohort-legend = Bars: who passes so far; hatched, of them, who is not known here; pale, who fails here.
cohort-step = { $what }: { $fails } fail, { $unknown } not known, { $left } left
cohort-list = { $count }: { $what }
