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
trials-no-trial = “{ $names }” holds no trial. Import a table of trials, or a download of a search.
trials-draft-no-disease = The record of { $number } names no disease that the program knows. Choose one under “Disease” above the list, then begin the draft again.
trials-draft-origin = { $number }, registry of { $day }
trials-disease-sle = SLE
trials-disease-iim = myositis
trials-disease-ssc = SSc
trials-short-not-yet-recruiting = not yet
trials-short-active-not-recruiting = closed to entry
trials-short-enrolling-by-invitation = by invitation
trials-short-unknown = unknown
trials-phase-early = early 1
trials-no-file-short = none
trials-newer-short = record newer
trials-now = now: { $state }
trials-sites-changed = sites: { $come } new, { $gone } gone
trials-other = { $kind } changed
trials-kept-none = No state of a registry is kept. Keep one with: registry FILE… --keep
trials-kept = Kept.
trials-kept-already = This state was kept already.
trials-kept-older = It is older than the state of { $day }, which stays the one that is looked at; the two can be compared.
trials-unreadable = { $count ->
    [one] 1 kept state cannot be read: it is damaged, or of a newer version of the program. It was left as it is.
   *[other] { $count } kept states cannot be read: they are damaged, or of a newer version of the program. They were left as they are.
}

# The page

trials-title = Known trials
trials-about = { $trials ->
    [one] 1 record
   *[other] { $trials } records
} · registry state of { $day }, imported from a file on { $imported }; nothing is fetched
trials-import = Import a newer state …
trials-what-changed = What changed { $count }
trials-what-changed-name = What changed since { $day }: { $count ->
    [one] 1 trial
   *[other] { $count } trials
}
trials-search = Name, number, sponsor
trials-disease = Disease
trials-disease-any = Every disease
trials-disease-ours = SLE, myositis, SSc
trials-country = Country
trials-country-any = Every country
trials-named-count = { $name } { $count }
trials-age = Age
trials-sex = Sex
trials-sex-any = Both sexes
trials-sex-female = For women and girls
trials-sex-male = For men and boys
trials-status = State
trials-status-any = Every state
trials-status-recruiting = Recruiting
trials-status-soon = Recruiting or not yet
trials-status-closed = Neither
trials-file = Rule file
trials-file-any = Any rule file or none
trials-file-with = With a rule file
trials-file-without = Without a rule file
trials-file-newer = Record newer than the file
trials-since = Compared with
trials-since-day = Since { $day }
trials-since-none = No older state
trials-only-changed = changed { $count }
trials-fits-patient = fits the open patient { $count }
trials-fits-patient-none = fits the open patient
trials-also-perhaps = perhaps { $count }
trials-all = Show all
trials-place = Distances from
trials-place-none = no place chosen
trials-column-trial = Trial
trials-column-disease = Disease
trials-column-phase = Phase
trials-column-age = Age
trials-column-status = State
trials-column-nearest = Nearest site
trials-column-where = Countries
trials-column-file = Rule file
trials-column-changed = Changed
trials-column-kind = What
trials-column-now = Now
trials-none-match = No trial is left by these filters.
trials-first-title = No state of a registry yet
trials-first = Download a search of ClinicalTrials.gov as JSON or CSV, or take tables of trials and of sites, and import the file here. Nothing is fetched, and nothing about a patient leaves this computer.
trials-first-import = Import a state …
trials-foot = { $shown } of { $all } · { $files } with a rule file · { $nowhere } of all name no country
trials-foot-coarse = Coarse: disease, age, sex and country as the registry tells them; no criterion was read.
trials-foot-perhaps = { $count } only perhaps: a group of diseases, no country, or an age or sex that is not known.
trials-patient-no-disease = The open patient has no going-on diagnosis that trials are looked for by here.
trials-detail = The chosen trial
trials-detail-none = Choose a trial.
trials-detail-disease = Disease
trials-detail-age = Age
trials-detail-sex = Sex
trials-detail-given = Given
trials-detail-planned = Planned
trials-detail-start = Start
trials-detail-updated = Last change
trials-detail-countries = Countries
trials-participants = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
trials-countries = { $count }: { $names }
trials-sites = Sites
trials-sites-near = Sites nearest to { $place }
trials-sites-none = The record names no site.
trials-sites-more = { $count ->
    [one] 1 more site
   *[other] { $count } more sites
}
trials-criteria = Criteria
trials-criteria-not-here = Not in this state: it holds age, disease and places only.
trials-criteria-here = The record holds the text of its criteria. The draft takes each line over as a text; its condition is yours to write.
trials-file-held = Rule file { $version }, state read on { $seen }
trials-file-held-undated = Rule file { $version }
trials-file-newer-why = The record was changed on { $day }, after that. Look at what is new, then write the next version.
trials-file-none = No rule file: shown as a known trial, never as not eligible.
trials-phase = Phase { $phase }
trials-draft = New draft rule file from this record
trials-draft-why = Fills title, number, ages, diseases and sources; leaves every criterion to you; opens in Rules as a draft.
trials-show-file = Show its rule file
trials-imported = { $state }. { $changed ->
    [one] 1 trial changed
   *[other] { $changed } trials changed
} since { $since }.
trials-imported-first = { $state }.
trials-imported-skipped = Not taken: { $what }

# On paper

trials-paper-title = Known trials without a rule file
trials-paper-about = By the registry's own fields for disease, age and sex, as of { $day } (imported on { $imported }). Coarse: no criterion was read, and nobody is called eligible by it. Only trials that recruit or do not recruit yet, and that no rule file judges.
trials-paper-none = None in this state.
trials-paper-more = { $count ->
    [one] 1 more is not printed; the page “Trials” lists it.
   *[other] { $count } more are not printed; the page “Trials” lists them.
}
trials-paper-from = Distances as the crow flies from { $place }.
trials-paper-column-fits = Fits
trials-paper-fits = disease, age, sex
