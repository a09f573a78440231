## Der Verlauf nach einer Infusion: Ansprechen, Medikamente, Zellen

went-title = Verlauf
went-name-lldas = LLDAS
went-name-doris_2021 = DORIS
went-name-printo_cid_jdm = Inaktive Krankheit (PRINTO)
went-name-tis_2016 = TIS 2016
went-name-criss = ACR-CRISS
went-drug-free = Ohne Medikamente
went-drug-free-remission = Remission ohne Medikamente
went-relapse = Rückfall
went-death = Tod
went-retreated = Erneut behandelt
went-b-cells = B-Zellen
went-steroid = Glukokortikoid
went-persistence = CAR-T-Zellen im Blut
went-since = seit { $day }, { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
  }
went-since-visit = seit { $day }, { $visit }
went-since-between = seit einem Tag von { $first } bis { $last }, mindestens { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
  }
went-on-day = { $what } am { $day }
went-month = Monat { $count }
went-met = erfüllt
went-not-met = nicht erfüllt
went-not-known = nicht bekannt
went-yes = ja
went-no = nein
went-improved = gebessert
went-not-improved = nicht gebessert
went-improved-open = ob gebessert, ist nicht bekannt
went-better = besser
went-not-better = nicht besser
went-nothing-recorded = nichts dokumentiert
went-not-assessed = seit der Infusion nicht beurteilt
went-not-measured = seit der Infusion nicht gemessen
went-as-recorded = { $what }, wie dokumentiert
went-differs = { $what }; die dokumentierten Werte ergeben anderes
went-range = { $low } bis { $high }
went-number-category = { $number }, { $category }
went-points = { $points } Punkte für { $change } % des Bereichs
went-before-now = { $before } → { $now }
went-answered = beantwortet: { $what }
went-to-answer = { $what }: wird nur in der Maske { $score } beantwortet
went-taking = nein: { $names }
went-free-since-unknown = jetzt; seit wann, ist nicht bekannt
went-free-since-infusion = seit der Infusion
went-beside = nicht gezählt: { $names }
went-steroid-none = keines { $since }
went-cells-gone = nicht mehr am { $day }
went-at-infusion = { $dose } bei der Infusion
went-back-by = zurück spätestens am { $day }
went-absent-on = unter der Grenze, zuletzt am { $day }
went-dose = { $amount } { $unit }
went-dose-at-least = mindestens { $amount } { $unit }
went-recorded = dokumentiert { $day }
went-none-recorded = keiner dokumentiert
went-infusions = { $days }; insgesamt { $count } Infusionen
went-never-below = nie unter der Grenze
went-below-by = unter der Grenze spätestens am { $day }
went-below-before = schon vor der Infusion unter der Grenze, wieder am { $day }
went-below-between = unter der Grenze ab einem Tag zwischen { $first } und { $last }
went-back-between = zurück zwischen { $first } und { $last }
went-band = { $begin }; { $end }
went-band-open = { $begin }; noch am { $last }
went-b-cells-limit = Grenze { $limit }/µL
went-beyond-a-year = länger als ein Jahr
went-without-day = { $count ->
    [one] 1 Wert ohne Tag
   *[other] { $count } Werte ohne Tag
  }
went-cells-never = nicht gefunden
went-cells-found = zuletzt gefunden am { $day }
went-visits = An den Visiten, die Studien berichten
went-no-visit = der Plan hat dann keine Visite
went-to-come = steht bevor
went-how = Wie beurteilt wird
went-what = Was
went-result = Ergebnis
went-values = Werte
went-why = Was offen ist
went-measure-mrss = Hautscore
went-measure-fvc = FVC in % vom Soll
went-measure-patient = Urteil der Patientin oder des Patienten
went-measure-physician = Arzturteil
went-measure-haq = HAQ-DI
went-no-event = keines
went-an-event = dokumentiert
went-note-free = „Ohne Medikamente“ ist nirgends einheitlich definiert: Gezählt werden hier Glukokortikoide, Immunsuppressiva, zielgerichtete Substanzen, Biologika, Proteasominhibitoren und Immunmodulatoren, nicht Antimalariamittel und Immunglobuline. Die Auswahl ist die unsere.
went-note-relapse = Ein Rückfall steht so da, wie ihn jemand dokumentiert hat: Eine Definition nach Zelltherapie fand sich in keiner öffentlichen Quelle.
went-note-baseline = Ausgangswert: der neueste Wert der 90 Tage bis zur Infusion. An einer Visite: der Wert in ihrem Zeitfenster, der der Beurteilung am nächsten liegt. Die Auswahl ist die unsere.
went-note-marks = { $score }, { $letters }: { $about }
