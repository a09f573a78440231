## The toxicity log

toxicity-title = Toxicity, day by day
toxicity-about = CRS and ICANS by ASTCT 2019, neutrophils and platelets by ICAHT 2023, other laboratory values (by the number and the laboratory’s limit) and infections by CTCAE 5.0. A cell holds the value or the grade of its day and of no other; an empty one is a day without entries. This is a record: it raises no alarm and names no dose.
toxicity-row-temperature = Temperature, °C
toxicity-row-systolic = Systolic pressure, mmHg
toxicity-row-spo2 = Oxygen saturation, %
toxicity-row-oxygen_flow = Oxygen, L/min
toxicity-row-astct_crs = CRS
toxicity-row-ice_score = ICE
toxicity-row-astct_icans_adult = ICANS by ICE
toxicity-row-capd = CAPD
toxicity-row-icans_pediatric = ICANS by CAPD
toxicity-row-iec_hs = IEC-HS
toxicity-row-licats = LICATS
toxicity-row-anc = Neutrophils, 10⁹/L
toxicity-row-platelets = Platelets, 10⁹/L
toxicity-row-ferritin = Ferritin, µg/L
toxicity-row-crp = CRP, mg/L
toxicity-row-ctcae_haemoglobin = Haemoglobin, CTCAE
toxicity-row-ctcae_wbc = Leukocytes, CTCAE
toxicity-row-ctcae_alc = Lymphocytes, CTCAE
toxicity-row-ctcae_cd4_count = CD4 cells, CTCAE
toxicity-row-ctcae_alt = ALT, CTCAE
toxicity-row-ctcae_ast = AST, CTCAE
toxicity-row-ctcae_bilirubin = Bilirubin, CTCAE
toxicity-row-ctcae_creatinine = Creatinine, CTCAE
toxicity-row-ctcae_ck = CK, CTCAE
toxicity-row-ctcae_fibrinogen = Fibrinogen, CTCAE
toxicity-row-ctcae_albumin = Albumin, CTCAE
toxicity-row-ctcae_potassium = Potassium, CTCAE
toxicity-row-ctcae_sodium = Sodium, CTCAE
toxicity-row-febrile_neutropenia = Febrile neutropenia, CTCAE (from memory)
toxicity-row-infection = Infections, CTCAE (from memory)
toxicity-row-igg = IgG, g/L (• immunoglobulin)
toxicity-row-other_events = Other events, as graded
toxicity-day = Day { $day }
toxicity-day-short = Day
toxicity-in-all = in all
toxicity-gap = no entry
toxicity-grade = grade { $grade }
toxicity-range = { $low } to { $high }
toxicity-from = from { $what }
toxicity-missing = missing: { $names }
toxicity-against = a value of this day says otherwise: { $names }
toxicity-typed = entered as a grade, without what made it
toxicity-refused = cannot be graded: { $why }
toxicity-open = cannot be told
toxicity-others = everything else
toxicity-alive = later entries exist
toxicity-stated = clinician: { $grade }
toxicity-stated-other = clinician, by { $system }: { $grade } (another table, not compared)
toxicity-differs = differs from the findings
toxicity-reason = reason: { $reason }
toxicity-no-reason = no reason given
toxicity-of-several = the most severe of { $count } findings
toxicity-values = { $count } values
toxicity-on-days = day { $days }
toxicity-graded-days = { $count ->
    [one] 1 day graded
   *[other] { $count } days graded
  }
toxicity-highest = highest grade { $grade }
toxicity-early = early { $grade }
toxicity-late = late { $grade }
toxicity-episode = { $count ->
    [one] episode of 1 day (day { $first } to { $last })
   *[other] episode of { $count } days (day { $first } to { $last })
  }
toxicity-none = no grade
toxicity-given = Given: { $names }
toxicity-given-row = Given
toxicity-mark = { $name }, day { $first }
toxicity-mark-span = { $name }, day { $first } to { $last }
toxicity-mark-on = { $name }, from day { $first }
toxicity-undated = { $count ->
    [one] 1 entry without an exact day stands in no column.
   *[other] { $count } entries without an exact day stand in no column.
  }
toxicity-to-come = to come
toxicity-nothing = Nothing is on record of these days.
toxicity-legend = Grade
toxicity-open-day = Open the day
toxicity-keys = Left and right move the day, Return opens it.
toxicity-counts = Counts of the day
toxicity-panel-next = Next: { $name }
toxicity-panel-of = Day { $day }, { $date }: { $name } ({ $number } of { $count })
toxicity-low-igg = at or below 4 g/L, or in children below the laboratory’s limit; what follows from it the centre decides
toxicity-there = { $name }, recorded without a grade
toxicity-there-suspected = { $name }, suspected
toxicity-there-given = { $name } given at this time: the value shows that too
toxicity-open-rows = By CTCAE no day is certainly above grade 0, and it cannot be ruled out: { $names }. Not on record: { $missing }.
