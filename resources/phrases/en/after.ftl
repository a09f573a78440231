## Letters after the infusion

after-subject = { $kind }: { $name }, born { $born }
after-withheld = Some items of the plan are discussed separately.
after-follow-up-letter = Follow-up letter
after-follow-up-letter-subject = Follow-up after CD19 CAR-T cells
after-follow-up-letter-greeting = Dear colleagues,
after-follow-up-letter-recipient-to-fill = To: ____________________________________
after-follow-up-letter-purpose = We report on { $name } ({ $who }), treated with CD19 CAR-T cells on { $infused }. This letter is as of { $on }, day { $day } after the infusion, and tells what came after { $since }.
after-transfer = Transfer to adult care
after-transfer-subject = Transfer to adult care after CD19 CAR-T cells
after-transfer-greeting = Dear colleagues,
after-transfer-recipient-to-fill = To the adult clinic: ____________________________________
after-transfer-purpose = We hand over to you the care of { $name } ({ $who }), treated with CD19 CAR-T cells on { $infused }. As of { $on }, day { $day } after the infusion, this letter holds the disease and its treatment, the infusion and its toxicity, the course since, and every visit that is open up to year 15.
after-family-doctor = Yearly summary for the family doctor
after-family-doctor-subject = Yearly summary after CD19 CAR-T cells
after-family-doctor-greeting = Dear colleague,
after-family-doctor-recipient-to-fill = To the family doctor: ____________________________________
after-family-doctor-purpose = Your patient { $name } ({ $who }) was treated with CD19 CAR-T cells on { $infused }. This is what to know and to watch, as of { $on }.
after-long-term = Long-term follow-up letter
after-long-term-subject = Long-term follow-up after CD19 CAR-T cells, year { $year }
after-long-term-greeting = Dear colleagues,
after-long-term-recipient-to-fill = To: ____________________________________
after-long-term-purpose = { $name } ({ $who }) was treated with CD19 CAR-T cells on { $infused }. This letter tells what year { $year } of the follow-up asks and what became of it, as of { $on }, day { $day } after the infusion.

## What was given

after-heading-given = What was given
after-what-cells-are = { $product ->
    [autologous] CAR-T cells are the patient’s own T cells, changed so that they find and remove B cells.
    [allogeneic] CAR-T cells are T cells of a donor, changed so that they find and remove B cells.
   *[unknown] CAR-T cells are T cells, changed so that they find and remove B cells.
  } As long as B cells are absent or few, antibodies can be low, infections can be more severe, and vaccines may not work.

## Visits

after-heading-done = Done
after-heading-undone = Missed, not done, asked no longer
after-heading-due = Due and next
after-heading-due-of = Due and next, { $role }
after-heading-year = Year { $year }: what is asked and how it stands
after-column-visit = Visit
after-column-done-on = Done on
after-column-what = What
after-column-why = How it stands and why
after-column-stands = How each thing stands
after-column-rests = What it rests on
after-of-one = A letter is of one patient: name one file.
after-column-when = When
after-column-who = Who
after-planned = planned { $day }
after-planned-next = { $more ->
    [0] next { $day }
    [one] next { $day }, then 1 more time in the plan
   *[other] next { $day }, then { $more } more times in the plan
  }
after-besides = Besides the visits
after-days = { $first } to { $last }
after-done-of = done { $day }
after-done-nothing = Nothing of the plan is on record as done after { $since }.
after-undone-nothing = Nothing was missed or left out in this time.
after-legend-visits = ○ only on a condition, which stands in the monitoring plan
after-due-nothing-now = Nothing is overdue or due this week.
after-nothing-to-come = No visit of the plan is open any more; the watch for new malignancy goes on for life.
after-due-nothing = Nothing is overdue or due, and no further visit is planned.
after-year-nothing = The plan asks nothing in this year.
after-missed-unsaid = missed; no reason is on record
after-only-if = asked only { $condition }
after-not-told = the record does not say whether it was done
after-due-earlier = { $count ->
    [one] From 1 earlier visit something is still missing.
   *[other] From { $count } earlier visits something is still missing.
  }
after-due-untold = { $count ->
    [one] Of 1 further thing of past visits that yields no value the record does not say whether it was done.
   *[other] Of { $count } further things of past visits that yield no value the record does not say whether they were done.
  }
after-reason-withheld = the reason is discussed separately

## Year n

after-year-to-come = Year { $year } is still to come: its visit is open from { $day }.
after-lost = Nothing is on record of year { $year }: as far as the record tells, the patient is lost to follow-up
after-lost-means = That no visit is on record does not mean that the patient is well.
after-nothing-since = The last entry with a day is of { $day }.
after-nothing-ever = The record holds no entry with a day.
after-last-entry = Last entry with a day on record: { $day }.
after-after-year-15 = The 15 years of the plan are over. The watch for new malignancy is lifelong and goes on.

## Toxicity, events

after-heading-outcome = Outcome
after-outcome-notes = Definitions of the outcome
after-heading-toxicity = Toxicity after the infusion
after-column-grading = By
after-column-grade = Grade and the days it rests on
after-toxicity-stated = Grades that clinicians recorded
after-toxicity-nothing = No grade and no value of the toxicity log is on record. That is no statement that there was none.
after-heading-events = Infections and other events
after-events-nothing = No infection and no other event is on record after { $since }.
after-events-incomplete = Nobody has confirmed that the lists of events and diagnoses are complete.

## Treatments

after-heading-treatments = Current treatments
after-treatments-none = None: the list of treatments, complete up to { $day }, holds nothing that goes on.
after-treatments-unknown = None is on record as going on.
after-treatments-ended = Ended after { $since }:
after-treatments-incomplete = Nobody has confirmed that the list of treatments is complete.

## What to watch

after-heading-watch = What to watch
after-heading-malignancy = Watch for new malignancy
after-heading-vaccines = Vaccines
after-column-how = How, how long, on what basis
after-column-vaccine = Vaccine
after-column-when-vaccine = When
after-vaccine-inactivated = inactivated
after-vaccine-live = live
after-vaccines-given = Given since the infusion: { $names }.
after-vaccines-none = No vaccine is on record since the infusion.

## Coming of age

after-comes-of-age = The patient comes of age (18 years) on { $day }; local law decides.
after-is-of-age = The patient came of age (18 years) on { $day }; local law decides.
after-transfer-of-age = The patient was of age at the infusion
after-transfer-of-age-why = A transfer from paediatric care is not asked by the plan then. The letter holds the same for another clinic.
after-heading-consent = Consent, to be taken anew
after-consent-anew = Consent given by guardians ends with majority. It is to be taken anew from the patient: for the follow-up up to year 15, the registry, stored samples and the passing on of data.

## To do, to call

after-heading-asked = What we ask of you
after-asked-results = Please send us the results of what is listed as due, each with its day.
after-asked-infections = Please tell us of each infection, stay in hospital, vaccine and new treatment.
after-asked-changes = Please speak to us before an immunosuppressant or a prophylaxis is begun or ended.
after-asked-follow-up = Please go on with the visits of the plan; the watch for new malignancy does not end with year 15.
after-asked-registry = Please tell the registry and the maker of the product who follows the patient from now on.
after-asked-malignancy = New lumps, swollen lymph nodes, a rash that stays, an unexplained change of the blood count: please tell us before a sample is taken; the maker says how.
after-asked-fever = Fever or an infection: please see the patient without waiting and speak to the centre.
after-asked-transfusion = Please ask the centre before a live vaccine and before a transfusion.
after-asked-lost = If the patient cannot be reached, please tell us the day of the last contact and what was tried.
after-no-alarm = Nobody watches values from afar: what we are not told by telephone is not noticed.
after-heading-contacts = Whom to reach
typed-addressee-asked = What the addressee is asked to do besides
typed-since-day = Tell what came after (empty: the visit before the last)
typed-year-n = Year after the infusion, 1 to 15 (empty: the last one)
typed-responsible = Responsible physician
typed-centre-contact = Reached at
typed-adult-clinic = Adult clinic that takes over
typed-paediatric-clinic = Paediatric clinic that hands over
typed-family-doctor = Family doctor
typed-consent-day = Consent taken anew on
typed-consent-by = Consent taken by
typed-contact-by = Contact by visit, telephone or questionnaire
typed-contact-on = Day of the contact
