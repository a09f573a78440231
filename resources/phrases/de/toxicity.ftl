## Das Toxizitätsprotokoll

toxicity-title = Toxizität, Tag für Tag
toxicity-about = CRS und ICANS nach ASTCT 2019, Neutrophile und Thrombozyten nach ICAHT 2023, andere Laborwerte (nach Zahl und Grenze des Labors) und Infektionen nach CTCAE 5.0. Eine Zelle hält den Wert oder Grad ihres Tages und keines anderen; eine leere ist ein Tag ohne Eintrag. Dies ist ein Protokoll: Es schlägt keinen Alarm und nennt keine Dosis.
toxicity-row-temperature = Temperatur, °C
toxicity-row-systolic = Systolischer Druck, mmHg
toxicity-row-spo2 = Sauerstoffsättigung, %
toxicity-row-oxygen_flow = Sauerstoff, l/min
toxicity-row-astct_crs = CRS
toxicity-row-ice_score = ICE
toxicity-row-astct_icans_adult = ICANS nach ICE
toxicity-row-capd = CAPD
toxicity-row-icans_pediatric = ICANS nach CAPD
toxicity-row-iec_hs = IEC-HS
toxicity-row-licats = LICATS
toxicity-row-anc = Neutrophile, 10⁹/l
toxicity-row-platelets = Thrombozyten, 10⁹/l
toxicity-row-ferritin = Ferritin, µg/l
toxicity-row-crp = CRP, mg/l
toxicity-row-ctcae_haemoglobin = Hämoglobin, CTCAE
toxicity-row-ctcae_wbc = Leukozyten, CTCAE
toxicity-row-ctcae_alc = Lymphozyten, CTCAE
toxicity-row-ctcae_cd4_count = CD4-Zellen, CTCAE
toxicity-row-ctcae_alt = ALT, CTCAE
toxicity-row-ctcae_ast = AST, CTCAE
toxicity-row-ctcae_bilirubin = Bilirubin, CTCAE
toxicity-row-ctcae_creatinine = Kreatinin, CTCAE
toxicity-row-ctcae_ck = CK, CTCAE
toxicity-row-ctcae_fibrinogen = Fibrinogen, CTCAE
toxicity-row-ctcae_albumin = Albumin, CTCAE
toxicity-row-ctcae_potassium = Kalium, CTCAE
toxicity-row-ctcae_sodium = Natrium, CTCAE
toxicity-row-febrile_neutropenia = Febrile Neutropenie, CTCAE (aus dem Gedächtnis)
toxicity-row-infection = Infektionen, CTCAE (aus dem Gedächtnis)
toxicity-row-igg = IgG, g/l (• Immunglobulin)
toxicity-row-other_events = Andere Ereignisse, wie graduiert
toxicity-day = Tag { $day }
toxicity-day-short = Tag
toxicity-in-all = insgesamt
toxicity-gap = kein Eintrag
toxicity-grade = Grad { $grade }
toxicity-range = { $low } bis { $high }
toxicity-from = aus { $what }
toxicity-missing = fehlt: { $names }
toxicity-against = ein Wert dieses Tages sagt anderes: { $names }
toxicity-typed = als Grad erfasst, ohne das, was ihn ergab
toxicity-refused = nicht graduierbar: { $why }
toxicity-open = nicht anzugeben
toxicity-others = alles andere
toxicity-alive = es gibt spätere Einträge
toxicity-stated = ärztlich: { $grade }
toxicity-stated-other = ärztlich, nach { $system }: { $grade } (andere Tabelle, nicht verglichen)
toxicity-differs = weicht von den Befunden ab
toxicity-reason = Grund: { $reason }
toxicity-no-reason = kein Grund angegeben
toxicity-of-several = der schwerste von { $count } Befunden
toxicity-values = { $count } Werte
toxicity-on-days = Tag { $days }
toxicity-graded-days = { $count ->
    [one] 1 Tag graduiert
   *[other] { $count } Tage graduiert
  }
toxicity-highest = höchster Grad { $grade }
toxicity-early = früh { $grade }
toxicity-late = spät { $grade }
toxicity-episode = { $count ->
    [one] Episode von 1 Tag (Tag { $first } bis { $last })
   *[other] Episode von { $count } Tagen (Tag { $first } bis { $last })
  }
toxicity-none = kein Grad
toxicity-given = Gegeben: { $names }
toxicity-given-row = Gegeben
toxicity-mark = { $name }, Tag { $first }
toxicity-mark-span = { $name }, Tag { $first } bis { $last }
toxicity-mark-on = { $name }, ab Tag { $first }
toxicity-undated = { $count ->
    [one] 1 Eintrag ohne genauen Tag steht in keiner Spalte.
   *[other] { $count } Einträge ohne genauen Tag stehen in keiner Spalte.
  }
toxicity-to-come = steht bevor
toxicity-nothing = Von diesen Tagen ist nichts dokumentiert.
toxicity-legend = Grad
toxicity-open-day = Tag öffnen
toxicity-keys = Links und rechts wechseln den Tag, Eingabe öffnet ihn.
toxicity-counts = Blutwerte des Tages
toxicity-panel-next = Weiter: { $name }
toxicity-panel-of = Tag { $day }, { $date }: { $name } ({ $number } von { $count })
toxicity-low-igg = höchstens 4 g/l oder bei Kindern unter der Grenze des Labors; was daraus folgt, entscheidet das Zentrum
toxicity-there = { $name }, ohne Grad erfasst
toxicity-there-suspected = { $name }, Verdacht
toxicity-there-given = { $name } in dieser Zeit gegeben: der Wert zeigt auch das
toxicity-open-rows = Nach CTCAE liegt kein Tag sicher über Grad 0, auszuschließen ist es nicht: { $names }. Nicht erfasst: { $missing }.
