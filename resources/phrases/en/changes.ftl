# The change of a rule file from one version to another, and the patients it moves.
change-added = added
change-removed = removed
change-changed = changed
change-moved = moved
change-reworded = words only
change-was = was
change-is = is
change-not-there = not in the file
change-of = { $old } to { $new }
change-line = { $date }, { $by }: { $what } (source: { $source })
change-no-line = Its changelog has no line for this version.
change-effective = effective from { $date }
change-differ = { $count ->
    [0] No criterion differs
    [one] 1 criterion differs
   *[other] { $count } criteria differ
}
change-same = { $count ->
    [one] 1 is the same
   *[other] { $count } are the same
}
change-same-proof = The others have the same meaning: { $count ->
    [one] 1 hash is equal
   *[other] { $count } hashes are equal
} in both files.
change-nothing = Both files say the same.
change-only-layout = No criterion, no example and nothing of the head differs; see the text difference.
change-part-side = side
change-part-needed = asked for
change-part-behind = { $name }
change-part-points = judged at
change-part-absence = if nothing is recorded
change-part-retest = retest
change-part-asked = asked of
change-part-concerns = speaks of
change-part-cut = wording of the source
change-part-wording = wording of the source
change-part-id = id
change-part-cohort = asked of whom
change-part-order = place
change-part-text = text
change-part-translation = text ({ $language })
change-part-public = not public
change-part-reading = reading
change-part-help = help
change-part-asks = question
change-part-term = time
change-part-source = source
change-side-inclusion = inclusion
change-side-exclusion = exclusion
change-form-condition = condition
change-form-commitment = commitment
change-form-formality = formality
change-form-not-public = not public
change-absence-yes = taken to be absent
change-absence-no = not known
change-retest-none = none
change-retest-times = { $count } times
change-wording-full = in full
change-for-all = everybody
change-another-place = in another place of its section
change-failed-means = what counts as failed
change-intervals = time between doses
change-diseases = diseases of the file
change-windows = windows
change-head = Outside of the criteria
change-head-added = put in
change-head-removed = taken out
change-examples = Examples
change-examples-held = { $held } of { $count } hold
change-examples-kept = { $count } kept
change-examples-added = new: { $names }
change-examples-more = { $count } more
change-examples-removed = gone: { $names }
change-examples-changed = changed: { $names }
change-cohort = cohort { $name }
impact-title = { $moved ->
    [0] None of your patients moves
   *[other] Your patients: { $moved } of { $count } move
}
impact-none = There is no patient on record.
impact-on = on { $date }
impact-new = Your patients by a new file: { $count } have its disease
impact-patient = Patient
impact-from = From
impact-to = To
impact-criterion = Criterion
impact-asked = { $count ->
    [one] 1 patient would be asked something new
   *[other] { $count } patients would be asked something new
}: { $names }
impact-stay = { $stay } stay: { $judged } with the disease were judged by both versions, { $other } have another disease.
impact-needless = Nothing that is judged differs: nobody moves, and nobody is asked anything new.
impact-nothing-rewritten = Nothing that is recorded or printed is rewritten.
impact-printed = { $name }: a report of { $date } was made with { $version }
impact-older-report = The report of { $date } by { $file } was made with version { $version }; in force is { $now }.
impact-unread = { $count ->
    [one] 1 patient could not be judged
   *[other] { $count } patients could not be judged
}: { $names }
impact-by-head = by what stands outside of the criteria
impact-not-judged = not judged before
