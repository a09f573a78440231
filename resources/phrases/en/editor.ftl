rules-write = Write …
editor-text = Text of the draft
editor-read = The criterion at the cursor, read aloud
editor-form = Form
editor-try-tab = Try
editor-examples = Examples that name this criterion
editor-offered = What can be written here
editor-nothing-offered = Nothing to offer here
editor-new = New rule file from the template
editor-next-version = New version of this file
editor-own-copy = Copy as a protocol of our own
editor-go-on = Go on with draft { $name }
editor-go-on-latest = Go on with the latest draft
editor-goes-on = A draft of { $name } was kept; this is it. Nothing was written over.
editor-no-draft = No draft is kept.
editor-from-template = the template
editor-drafts-kept = { $count ->
    [one] one draft kept
   *[other] { $count } drafts kept
}
editor-title = { $name } · draft, from { $origin }
editor-kept = Draft kept at { $time }. Nothing is judged by a draft.
editor-not-kept = Not kept yet. Nothing is judged by a draft.
editor-drop = Drop the draft
editor-leave = Back to the library
editor-take-in = Take in …
editor-next = Next · F8
editor-place = Line { $line }, column { $column } · { $errors ->
    [0] no error
    [one] one error
   *[other] { $errors } errors
}, { $remarks ->
    [0] no remark
    [one] one remark
   *[other] { $remarks } remarks
}
editor-place-unchecked = Line { $line }, column { $column } · not checked yet
editor-line = line { $line }
editor-inclusion = inclusion
editor-exclusion = exclusion
editor-no-criterion = No criterion at the cursor
editor-no-criterion-why = Put the cursor into a criterion: it is read aloud here.
editor-not-heard = It is read aloud once its errors are mended.
editor-examples-use = { $used } of { $count } examples name it
editor-examples-not-run = The examples are run once no error is left.
editor-expects-fails = fails it
editor-expects-unknown = leaves it open
editor-expects-deferred = defers it
editor-no-fields = This criterion has nothing that a field can hold; it is written in the text.
editor-field-operator = Operator
editor-field-number = Number
editor-field-unit = Unit
editor-field-name = Name
editor-field-members = Names
editor-field-late = The text was typed on since: look at the field again, then change it.
editor-field-refused = “{ $text }” cannot stand there: the file would read otherwise elsewhere. Nothing was changed.
editor-patient = Patient to try the draft on
editor-try = Try the draft
editor-judged = What the draft says of the patient
editor-try-about = Only shown: nothing is recorded, and nobody is judged by a draft.
editor-not-tried = A draft with errors, or one that was just typed on, cannot be tried.
editor-sort-key = key
editor-sort-word = word
editor-sort-unit = unit
editor-sort-limit = limit of this file
editor-sort-window = window of this file
editor-sort-anchor = decision point
editor-sort-source = source
editor-sort-question = question of this file
editor-sort-site = fact of the site
editor-sort-group = group of this file
editor-sort-definition = definition of this file
editor-sort-value = value
editor-sort-concept = value of the catalogue
editor-sort-event = diagnosis or event
editor-sort-drug = drug
editor-sort-class = class of drugs
editor-more-problems = … and { $count } more: mend the first ones
