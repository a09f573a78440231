form-page-identity = Person
form-page-diagnosis = Diagnosis
form-page-activity = Activity
form-page-organ-function = Organ function
form-page-blood = Blood tests
form-page-infections = Infections
form-page-treatments = Treatments
form-page-history = History
form-page-practical = Practical
form-page-judgement = Judgement
form-sections = Sections
form-section-open = { $name }, { $count } to enter
form-name = Name
form-birth-date = Birth date
form-age = Age on a day
form-sex = Sex
form-number = Number
form-all-fields = All fields
form-values-of = Values of
form-judged-on = Judged on
form-own-day = judged on its own day
form-leukapheresis = Leukapheresis planned
form-treatments = Treatment courses
    .drug = Drug
    .may-be = May be
    .from = From
    .to = To
    .dose = Dose
    .outcome = Outcome
    .stopped-for = Stopped for
    .dose-adequate = Dose adequate
    .route = Route
    .line = Line
    .details = Details
    .purpose = Purpose
    .adherence = Adherence documented
    .ongoing-on = Still given on
    .note = Note
form-diagnoses = Diagnoses and signs
    .is = What
    .since = Since
    .until = Until
    .severity = Severity
    .certainty = Certainty
    .details = Details
    .ongoing-on = Still there on
    .note = Note
form-events = Events
    .event = Event
    .date = Date
    .until = Until
    .certainty = Certainty
    .details = Details
    .ongoing-on = Still there on
    .note = Note
form-infusion = Infusion (day 0)
    .date = Day 0
    .product = Product
    .donor = Donor
    .product-name = Name of the product
    .batch = Batch
    .cells = Cells
    .lymphodepletion = Lymphodepletion
    .vector = Vector
    .region = Region
    .bridging = Bridging
    .centre = Centre
    .indication = Given by
    .permit = Trial or permit
    .note = Note
form-planned = Planned
    .consent = Consent planned
    .screening = Screening planned
    .enrolment = Enrolment planned
    .leukapheresis = Leukapheresis planned
    .lymphodepletion = Lymphodepletion planned
    .infusion = Infusion planned
    .treatments = Treatments after the infusion
form-note = Note
form-marks = Free texts: what they count as
form-mark-of = “{ $text }” counts as
form-never = Never
    .of = What
    .as-of = Confirmed on
    .by = Says who
    .note = Note
form-contraindications = Contraindications
    .to = Drug or class
    .why = Why
    .by = Says who
    .date = Date
form-complete = The list is complete
form-complete-since = from
form-complete-as-of = to
form-complete-diagnoses = The list of diagnoses is complete
form-complete-treatments = The list of treatments is complete
form-complete-results = All results are recorded
form-complete-events = The list of events is complete
form-answer-yes = Yes
form-answer-no = No
form-answer-unknown = Not known
form-answer-note = Reason or note
form-answer-signed = { $by }, { $day }
form-answer-asked-by = { $count ->
    [one] asked by 1 file
   *[other] asked by { $count } files
}
form-no-questions = No rule file asks for a judgement.
form-history-title = { $name }: everything that was stated
form-delete-title = { $name }: take this row back. It stays in the history with the reason.
form-history-line = { $value } · { $by }, { $day }
form-history-gone = { $value } · { $by }, { $day } · taken back: { $reason }
reason-corrected = corrected
reason-undone = undone
form-history-reason = Reason for taking it back
form-history-take-back = Take back
form-history-close = Close
form-undo = Undo
form-redo = Redo
form-undone = Taken back: { $name }
form-next-open = Next open field
form-emptied = To take a value back, give the reason (Ctrl+Shift+H). The value stays until then.
form-print = Print report
form-bad-date = “{ $text }” is not a whole date.
form-years = { $years } y
form-explain = Explain the field
form-nothing-to-explain = Put the cursor into a field; F1 says what it asks and by whose word.
form-stands-for = A value stands for { $length } where a file names no window ({ $source })
parts-button = Items …
parts-button-of = Items of { $name }
parts-name = Item
parts-answer = Answer
parts-not-answered = not answered
parts-open = { $count ->
    [one] 1 part is not answered
   *[other] { $count } parts are not answered
}
parts-whole = every part is answered
parts-keys = { $keys } · Delete: not answered · Esc: done
parts-keys-typed = Type an answer; Return goes on, Esc is done.
parts-done = Done
parts-last = last: { $value }, { $day }
form-answer-asked-of = asked of: { $who }
form-answer-for = an answer stands for { $length }
form-answer-until = stands until { $day }
form-answer-over = stood until { $day }: ask again
form-next-section = Next section
form-section-before = Section before
form-unit-of = unit of { $name }
form-history = History of the field

# --- what if

suppose-action = What if…
suppose-title = What if: nothing of this is on record, and nothing of it is printed
suppose-no-name = “{ $text }” is nothing that can be supposed. Write NAME = TEXT, as “haemoglobin = 9 g/dL”; rules names lists the names.
suppose-no-course = “{ $text }”: of a drug its end is supposed, and only of a course on record. Write DRUG = the day it ended.
suppose-offer = write “{ $text }”
suppose-nothing = No rule file concludes otherwise by what is supposed.
suppose-flip = { $file }: { $was } → { $now }
suppose-more = { $count ->
    [one] and one more rule file
   *[other] and { $count } more rule files
}
suppose-keep = Record what is supposed
suppose-discard = Discard it
suppose-kept = { $count ->
    [0] Nothing was supposed, so nothing is recorded.
    [one] One statement is recorded. Ctrl+Z takes it back.
   *[other] { $count } statements are recorded. Ctrl+Z takes them back together.
}

## A score asked item by item

score-version = { $count } items · version { $version }
score-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
score-refused = { $name }: { $reason }
score-not-answered = not answered
score-open = open
score-to = to { $high }
score-range = { $low } to { $high }
score-some-not-examined = { $count } not examined
score-open-count = { $count } of { $all } not answered
score-not-examined-count = { $count } of { $all } not examined
score-nothing-yet = nothing yet
score-record = Record: { $told }
score-cancel = Discard
score-copy = Start from the last score
score-rest = The rest is { $answer } ({ $count })
score-take = { $count ->
    [one] Take { $count } value on record
   *[other] Take { $count } values on record
}
score-take-one = Take: { $answer }
score-day = Examined on
score-last = { $value } on { $day }
score-change = change { $change }
score-was = was { $answer }
score-new = new
score-conflict = { $typed } is on record of this day, and the items give { $told }. Recording puts the items in its place.
score-fits = fits “{ $answer }”
score-not-recorded = not recorded
score-not-taken-old = too old to be taken
score-not-taken-several = two results of one day
score-not-taken-uncertain = does not say for certain
score-letter-M = the table is from memory alone
score-letter-C = sources disagree about the table
score-mark-decides = decides
score-mark-open = could decide
score-on-record = On record
score-could = What an answer would decide
score-parts = Parts
score-used-by = { $count ->
    [0] No open file asks for it
    [one] Used by { $count } open file
   *[other] Used by { $count } open files
}
score-sources = Sources
score-keys = 1 yes · 0 no · − not examined · ↑ ↓ move
score-keys-levels = 0 to 9 level · − not examined · ↑ ↓ move
score-keys-typed = digits begin to type · ? not examined · ↑ ↓ move
score-keys-choice = the letters or numbers of the answers · − not examined · ↑ ↓ move
score-keys-rest = Ctrl+0 { $words }
score-keys-record = Ctrl+Return records
score-drafts-kept = The answers are kept as a draft; nothing is recorded.
score-recorded = { $name }: recorded
score-panel-of = Items of { $name }
