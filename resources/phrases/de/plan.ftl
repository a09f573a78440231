## Dokument: Nachsorgeplan

plan-title = Nachsorge nach CD19-CAR-T
plan-title-of = Nachsorge nach CD19-CAR-T, { $subjects }
plan-kind = Nachsorgeplan
plan-clinic-not-given = Zentrum: nicht angegeben
plan-born = geboren { $date }
plan-born-not-known = Geburtsdatum nicht bekannt
plan-day0 = Tag 0 ist der { $date }
plan-age-at-day0 = { $age } Jahre an Tag 0
plan-age-at-day0-between = { $youngest } oder { $oldest } Jahre an Tag 0
plan-page = Seite { $page } von { $pages }
plan-escaped-signs = Zeichen, die sich nicht drucken lassen, stehen als Code, etwa ⟨U+0000⟩.

plan-product-autologous = autolog
plan-product-allogeneic = allogen
plan-product-unknown = Produkt nicht bekannt
plan-vector-lentiviral = lentiviral
plan-vector-gammaretroviral = gammaretroviral
plan-vector-transposon = Transposon
plan-vector-mrna = mRNA
plan-vector-other = Vektor nicht aufgeführt
plan-vector-unknown = Vektor nicht bekannt
plan-region-EU = EU
plan-region-US = USA
plan-region-other = Region nicht aufgeführt: die längere der veröffentlichten Regeln
plan-region-unknown = Region nicht bekannt: die längere der veröffentlichten Regeln
plan-cells-per-kg = gegeben: { $number } × 10{ $power } Zellen/kg
plan-cells-in-all = gegeben: { $number } × 10{ $power } Zellen
plan-lymphodepletion = Lymphodepletion wie gegeben: { $drugs }
plan-no-lymphodepletion = keine Lymphodepletion gegeben
plan-no-lymphodepletion-planned = ohne Lymphodepletion geplant (mRNA)
plan-to-give = nach der Infusion geplant: { $drug }, Beginn nicht bekannt
plan-to-give-from = nach der Infusion geplant: { $drug } ab { $date }

plan-mark-synthetic = { $sex ->
    [female] erfundene Patientin
    [male] erfundener Patient
   *[other] erfundene Person
  }
plan-mark-local = lokal, nicht geprüft: { $schedules }
plan-mark-not-reviewed = nicht ärztlich geprüft
plan-mark-family = Kopie für die Familie
plan-footer-schedules = Pläne: { $schedules }.
plan-footer-decision = Entscheidungshilfe für Ärztinnen und Ärzte; nicht als Medizinprodukt geprüft. Das Behandlungsteam und das Zentrum entscheiden.
plan-footer-printed = Gedruckt { $instant } · { $program }
plan-footer-lifelong = Überwachung auf Zweitmalignome lebenslang.

## Seite 1 und Bogen für das Krankenbett

plan-what-it-is = Was wann durch wen zu tun ist, vom { $first } bis { $last }. Seite 2 ist für das Krankenbett; danach folgen die Termine und die Grundlagen.
plan-what-it-is-later = Was wann durch wen zu tun ist, bis { $last }, gezählt ab Tag 0 am { $first }. Die Grundlagen stehen am Ende.
plan-fact-leukapheresis = Leukapherese
plan-fact-batch = Produktname, Charge
plan-fact-known = Dokumentiert
plan-to-fill = ____________________
plan-known-yes = { $what }: ja
plan-known-no = { $what }: nein
plan-known-unknown = { $what }: nicht dokumentiert
plan-more-items = { $count ->
    [one] eine weitere
   *[other] { $count } weitere
  }: siehe { $heading }
plan-heading-glance = Die 15 Jahre im Überblick
plan-glance-corner = Wer (Termine in Tagen T, Monaten M, Jahren J), und was wie lange gilt
plan-whole-visit = Termin mit { $count } Punkten: siehe Alle Termine
plan-held-until = bis { $last }
plan-undated-steps = { $count ->
    [one] Ein Schritt vor der Infusion hat
   *[other] { $count } Schritte vor der Infusion haben
  } noch keinen Tag: siehe Vor der Infusion
plan-daily-on-page-2 = Jeden Tag: Seite 2, für das Krankenbett
plan-several = Mehrere mit gleicher Grundlage
plan-lifelong = lebenslang
plan-period-year-one = J{ $count }
plan-period-day = T{ $first }–{ $last }
plan-period-month = M{ $first }–{ $last }
plan-period-year = J{ $first }–{ $last }
plan-heading-bedside = Für das Krankenbett
plan-heading-bedside-of = Tage { $first } bis { $last }, für das Krankenbett
plan-column-day = Tag
plan-column-also = Außerdem an diesem Tag
plan-column-initials = Kürzel
plan-bedside-vital_signs = Temperatur, Vitalzeichen; CRS-Grad
plan-bedside-blood_count = Neutrophile / Hb / Thrombozyten
plan-bedside-inflammation = CRP / Ferritin
plan-bedside-organs = LICATS: Organ, Grad
plan-legend-bedside-due = ● fällig, ●● zweimal
plan-legend-bedside-while = (●) solange { $condition }
plan-legend-bedside-sparse = ○ { $pace }
plan-legend-bedside-nothing = – an diesem Tag nicht geplant
plan-reported = Zu melden

## Überschriften

plan-heading-before = Vor der Infusion
plan-heading-months = Monate 2 bis 12
plan-heading-years = Jahre 2 bis 15
plan-heading-due = Jetzt und als Nächstes fällig
plan-heading-visits = Alle Termine
plan-heading-held = Zeitlich begrenzte Maßnahmen
plan-heading-awaited = Anlassbezogen
plan-heading-details = Maßnahmen, Zuständigkeit und Grundlage
plan-heading-notes = Hinweise
plan-heading-left-out = Nicht in diesem Plan
plan-heading-sources = Quellen
plan-heading-hospital-call = Sofort ins Krankenhaus oder anrufen, Tag und Nacht: { $telephone }
plan-heading-hospital = Sofort ins Krankenhaus, Tag und Nacht
plan-telephone-missing = 24-Stunden-Nummer des Zentrums: ______________________ (nicht angegeben)

plan-legend-counted = ● fällig · ○ fällig unter der bei der Maßnahme genannten Bedingung · ●● zweimal in diesem Jahr
plan-legend-visits = ○ nur unter der Bedingung, die in den Übersichten steht; Zeichen und Grenzen stehen in der Tabelle der Maßnahmen
plan-as-visit = wie { $visit }
plan-confidential-left-out = Einiges wird gesondert besprochen.
plan-nothing-due = Nach dem { $date } ist kein Termin fällig.

## Spalten

plan-column-activity = Maßnahme
plan-column-when = Wann
plan-column-what = Was
plan-column-due = Fällig
plan-column-window = Zeitfenster
plan-column-done = Erledigt
plan-column-who = Wer
plan-column-basis = Grundlage
plan-column-until = Von, bis
plan-column-claim = Öffentliche Texte behaupten
plan-column-carried = Was in Fachartikeln steht
plan-column-trigger = Anlass

## Tage und Zeiträume

plan-days-one = T{ $day }
plan-visit-day = Tag { $count }
plan-visit-month = Monat { $count }
plan-visit-year = Jahr { $count }
plan-visit-age = { $age } Jahre alt
plan-window = { $first } bis { $last }
plan-window-none = an diesem Tag
plan-for-life = ab { $first }, lebenslang
plan-overdue = überfällig
plan-due-now = jetzt fällig
plan-missing = Befund fehlt: { $items }
plan-earlier-overdue = { $count ->
    [one] Auch zu einem früheren Termin fehlt
   *[other] Auch zu { $count } früheren Terminen fehlen
  } Befunde in der Akte.
plan-by = bis { $last }

plan-pace-day = { $times ->
    [1] täglich
    [2] zweimal täglich
   *[other] { $times } × täglich
  }
plan-pace-week = { $times ->
    [1] wöchentlich
    [2] zweimal wöchentlich
   *[other] { $times } × wöchentlich
  }
plan-pace-range-day = { $times } bis { $most } × täglich
plan-pace-range-week = { $times } bis { $most } × wöchentlich
plan-pace-every-hour = { $count ->
    [1] stündlich
   *[other] alle { $count } Stunden
  }
plan-pace-every-day = { $count ->
    [1] täglich
   *[other] alle { $count } Tage
  }
plan-pace-every-week = { $count ->
    [1] wöchentlich
   *[other] alle { $count } Wochen
  }
plan-pace-every-month = { $count ->
    [1] monatlich
   *[other] alle { $count } Monate
  }
plan-pace-every-year = { $count ->
    [1] jährlich
   *[other] alle { $count } Jahre
  }
plan-pace-while = { $pace }, solange { $condition }
plan-length-hour = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
  }
plan-length-day = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
  }
plan-length-week = { $count ->
    [one] 1 Woche
   *[other] { $count } Wochen
  }
plan-length-month = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
  }
plan-length-year = { $count ->
    [one] 1 Jahr
   *[other] { $count } Jahre
  }

## Ereignisse und Bedingungen

plan-at-event = { $event }
plan-before-event = vor { $event }
plan-length-before-event = { $length } vor { $event }
plan-length-after-event = { $length } nach { $event }
plan-within-before-event = höchstens { $length } vor { $event }
plan-within-after-event = höchstens { $length } nach { $event }
plan-counted-from-day0 = Tage { $first } bis { $last }
plan-while = solange { $condition }
plan-until = bis { $condition }
plan-once = sobald { $condition }
plan-at-age = am Geburtstag mit { $age } Jahren (Geburtsdatum nicht bekannt)
plan-if = wenn { $condition }
plan-if-product = wenn das Produkt { $values } ist
plan-if-vector = wenn der Vektor { $values } ist
plan-if-lymphodepletion = wenn die Lymphodepletion { $values }
plan-lymphodepletion-given = gegeben wird
plan-lymphodepletion-none = entfällt
plan-lymphodepletion-with_fludarabine = Fludarabin enthält
plan-or = { $one } oder { $other }
plan-labelled = { $label }, { $conditions }

## Zeichen

plan-note-local-default = eigene Vorgabe ohne veröffentlichten Plan
plan-note-memory = aus dem Gedächtnis: die Quelle ist zu lesen, bevor man sich darauf verlässt
plan-note-longer-rule = Regel für { $regions }, weil die Region nicht aufgeführt ist: die längere der veröffentlichten
plan-note-confidential = vertraulich: fehlt in Kopien für die Familie

plan-limit = Grenze: { $limit }
plan-basis = { $strength }, { $sources }
plan-basis-memory = { $strength }, aus dem Gedächtnis, { $sources }
plan-source = [{ $number }] { $title } · { $place } · gelesen: { $read }
plan-sources-published = Titel von Veröffentlichungen stehen in ihrer eigenen Sprache.
plan-source-own = [{ $number }] { $title }

strength-label = Fachinformation
strength-regulator_guidance = Behördenvorgabe
strength-society_guidance = Fachgesellschaft
strength-expert_table = veröffentlichte Tabelle
strength-observational = Beobachtung
strength-trial_practice = Studienpraxis
strength-expert = Expertenmeinung
strength-local_default = eigene Vorgabe ohne Quelle

role-cell_therapy = CAR-T-Zentrum
role-rheumatology = Rheumatologie
role-primary_care = Haus- oder Kinderarztpraxis
role-cardiology = Kardiologie
role-pulmonology = Pneumologie
role-fertility = Kinderwunschzentrum
role-endocrinology = Endokrinologie
role-patient = Patient/in
plan-own-day = Stand: { $date }, der Tag, den die Datei nennt.
