## Papers for the patient and the family, in words for readers of 12 years. $who is child (its parents read) or adult.

family-sheet-title = { $who ->
    [child] The CAR-T treatment of your child
   *[adult] Your CAR-T treatment
  }
family-why-after = { $who ->
    [child] Your child got CAR-T cells on { $day }.
   *[adult] You got CAR-T cells on { $day }.
  } This sheet says when to call, what to take care of, and what comes next. Dates can change. Your team will tell you.
family-why-before = { $who ->
    [child] Your child is to get CAR-T cells on { $day }.
   *[adult] You are to get CAR-T cells on { $day }.
  } This sheet says when to call, what to take care of, and what comes next. Dates can change. Your team will tell you.
family-cells = CAR-T cells are cells that fight disease. A lab changes them so that they find B cells and take them away. B cells play a part in { $who ->
    [child] your child's illness.
   *[adult] your illness.
  } With no B cells, the body is weak against germs for some time.
family-cells-autologous = { $who ->
    [child] The cells come from your child's own blood.
   *[adult] The cells come from your own blood.
  }
family-cells-allogeneic = The cells come from a donor, that is from another person.

family-call = Call at once, by day or night: { $telephone }
family-hospital = Go to the hospital at once, by day or night
family-telephone-missing = Phone of the clinic, day and night: ____________________
family-call-if = { $who ->
    [child] Do so if your child has one of these:
   *[adult] Do so if you have one of these:
  }
family-danger = Is life in danger? Then call for an ambulance first.

## What to take care of

family-keep = What to take care of
family-column-keep = What
family-column-how-long = How long
family-until = until { $last } or longer
family-from-until = from { $first } until { $last } or longer
family-up-to = until { $last }
family-always = always
family-at-least-until = at least until { $last }
family-for-life = for life
family-until-told = until your team says yes
family-perhaps = perhaps { $what }: ask your team
family-held-irradiated_blood = { $who ->
    [child] Does your child need blood from a donor? It must be treated with rays first (irradiated). Tell each doctor and nurse.
   *[adult] Do you need blood from a donor? It must be treated with rays first (irradiated). Tell each doctor and nurse.
  }
family-held-liver_medicine = { $who ->
    [child] Give the medicine against hepatitis B, a virus of the liver, as your team says.
   *[adult] Take the medicine against hepatitis B, a virus of the liver, as your team says.
  }
family-held-lung_medicine = { $who ->
    [child] Give the medicine that guards the lungs from a germ, as your team says.
   *[adult] Take the medicine that guards the lungs from a germ, as your team says.
  }
family-held-virus_medicine = { $who ->
    [child] Give the medicine against herpes, a virus, as your team says.
   *[adult] Take the medicine against herpes, a virus, as your team says.
  }
family-held-no_donation = { $who ->
    [child] Your child must not give blood, cells or organs to others.
   *[adult] Do not give blood, cells or organs to others.
  }
family-held-no_driving = { $who ->
    [child] Your child must not drive or do risky work.
   *[adult] Do not drive. Do not do risky work.
  }
family-held-no_risky_sport = { $who ->
    [child] Your child must not ride a bike in traffic, use machines or do risky sport.
   *[adult] Do not ride a bike in traffic, use machines or do risky sport.
  }
family-held-no_live_vaccine = No live vaccines. They hold weak germs. Ask before each vaccine.
family-held-stay_near = { $who ->
    [child] Stay close to the clinic with your child.
   *[adult] Stay close to the clinic.
  }

## What comes next

family-next = What comes next
family-column-when = When
family-column-what = What
family-window = { $first } to { $last }
family-before-cells = Before the cells
family-often = again and again
family-more-visits = { $count ->
    [one] one more visit
   *[other] { $count } more visits
  }
family-perhaps-also = Perhaps also: { $what }
family-perhaps-only = Perhaps: { $what }
family-visit-adult_clinic = plan for the move to the adult clinic
family-visit-behaviour_check = { $who ->
    [child] check how your child acts and thinks
   *[adult] check of thinking
  }
family-visit-blood_pressure = blood pressure
family-visit-blood_test = blood test
family-visit-body_check = check of the whole body
family-visit-bone_test = bone test
family-visit-cancer_check = tests that find cancer early
family-visit-contact = a visit, a call or a form to fill in
family-visit-growth = height and weight
family-visit-heart_test = heart test
family-visit-illness_check = check how strong the illness is
family-visit-infection_talk = talk about germs and medicines
family-visit-lump_check = check for new cancer
family-visit-lung_scan = scan of the chest
family-visit-lung_test = breathing test
family-visit-marrow_test = test of the bone marrow
family-visit-medicine_talk = talk about medicines
family-visit-muscle_scan = scan of the muscles
family-visit-muscle_test = muscle test
family-visit-nerve_check = check of the nerves
family-visit-other_vaccines = more vaccines (none with live germs)
family-visit-own_consent = { $who ->
    [child] at 18: your child is asked to agree
   *[adult] at 18: you are asked to agree
  }
family-visit-preparing_medicine = medicine that makes room for the cells
family-visit-questions = questions about daily life
family-visit-register = entry in a register
family-visit-skin_check = check of the skin
family-visit-swab = swab of nose and throat
family-visit-temperature_at_home = measure for fever and write it down
family-visit-thinking_test = short test of speech, writing and thinking
family-visit-urine_test = urine test
family-visit-vaccine = vaccine against flu and corona
family-visit-vaccine_check = check of the vaccines
family-visit-vital_signs = fever, pulse and breath
family-visit-wellbeing = { $who ->
    [child] talk about how your child feels
   *[adult] talk about how you feel
  }
family-separately = Some things we talk about in private. They are not on this sheet.

## The card for the wallet: words for doctors in an emergency

family-card-title = CAR-T cell therapy: patient card
family-card-how = Print this page in its actual size, without scaling. Cut along the marks at the corners, then fold in the middle, so that both sides show outside.
family-card-check = Folded, the card is 85.6 mm wide and 54 mm high, as a bank card. Other size? The printer has scaled the page: print it again without scaling. Empty lines are for the centre to fill in.
family-card-name = Name
family-card-born = Born
family-card-number = Number
family-card-given = CAR-T cells on
family-card-planned = CAR-T cells planned for
family-card-kind = Kind
family-card-product = Product
family-card-batch = Batch
family-card-lymphodepletion = Lymphodepletion
family-card-none = none
family-card-centre = Centre
family-card-telephone = Telephone, 24 hours
family-card-telephone-of = 24 h: { $telephone }
family-card-call = In an emergency call the centre, day and night:
family-card-blood = Only irradiated red cells and platelets { $until }.
family-card-blood-fludarabine = If fludarabine was given: only irradiated blood { $until }.
family-card-no-live-vaccine = No live vaccine unless the centre agrees.
family-card-show = Treatment of an emergency must not wait for the call.
family-card-needs-telephone = The card tells to call: enter the centre's telephone for day and night in the settings first.
family-card-too-long = Too long for a card: { $what }. Write it with { $most } signs or fewer.
