# The state of a registry of trials

trials-not-text = “{ $name }” is no text in UTF-8. Save the download as it is.
trials-not-json = “{ $name }” begins like JSON and cannot be read as such. Download it again.
trials-not-a-table = “{ $name }” cannot be read as a table. Save it as CSV with commas.
trials-unknown-table = “{ $name }” is no table of trials: it needs the columns “NCT Number” and “Study Status” (download of ClinicalTrials.gov), or “NCTId” and “OverallStatus”, or “NCTId” and “Facility”.
trials-bad-place = “{ $text }” is no place. Write degrees north and east: 52.52,13.40
trials-state = { $trials ->
    [one] 1 trial
   *[other] { $trials } trials
}, { $sites ->
    [one] 1 site
   *[other] { $sites } sites
}
trials-as-of = state of { $day }
trials-and-more = { $told }; and { $count } more
trials-fit = { $fit } fit by disease, age, sex, country and state as far as asked, { $perhaps } perhaps. Coarse: no criterion was read.
trials-perhaps = perhaps
trials-rule-file = rule file { $version }
trials-record-newer = record newer than the file
trials-no-rule-file = no rule file
trials-km = { $km } km
trials-ages = { $first } to { $last }
trials-ages-from = from { $first }
trials-ages-to = up to { $last }
trials-ages-any = every age
trials-skipped-no-number = Records without a number: { $count }
trials-skipped-twice = Records that came twice, the first one counts: { $count }
trials-skipped-age = Ages that were not understood and limit nothing: { $count }
trials-skipped-coordinates = Coordinates that are none: { $count }
trials-skipped-other-trial = Sites of trials that are not among these: { $count }
trials-skipped-not-a-record = Parts that are no record: { $count }
trials-changed = What changed since { $day }
trials-changed-unknown-day = an older state
trials-no-change = Nothing changed.
trials-change-new = New
trials-change-gone = No longer there
trials-change-status = State
trials-change-ages = Ages
trials-change-sex = Sex
trials-change-phase = Phase
trials-change-conditions = Conditions
trials-change-countries = Countries
trials-change-sites = Sites
trials-from-to = { $gone } → { $come }
