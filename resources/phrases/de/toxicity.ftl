## Das Toxizitätsprotokoll

toxicity-title = Toxizität, Tag für Tag
toxicity-about = CRS und ICANS nach ASTCT 2019, Blutwerte nach ICAHT 2023. Eine Zelle hält den Wert oder Grad ihres Tages und keines anderen; eine leere ist ein Tag ohne Eintrag. Dies ist ein Protokoll: Es schlägt keinen Alarm und nennt keine Dosis.
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
