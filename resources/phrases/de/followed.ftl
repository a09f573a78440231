## Was aus dem Plan wurde

followed-infused = Infusion am { $day }
followed-day = Tag { $count }
followed-count-done = { $count ->
    [one] 1 Termin erledigt
   *[other] { $count } Termine erledigt
  }
followed-count-overdue = { $count } überfällig
followed-count-missed = { $count } versäumt
followed-count-coming = { $count } kommen noch
followed-overdue = Überfällig
followed-due = Fällig
followed-this-week = Diese Woche
followed-next = Als Nächstes
followed-later = Kommt noch
followed-done = Gemacht
followed-not-done = Nicht gemacht
followed-not-possible = War nicht möglich
followed-missed = Versäumt
followed-no-longer = Nicht mehr verlangt
followed-waiting = Wartet
followed-holds = Gilt
followed-over = Ist vorbei
followed-days-past = { $count ->
    [one] seit 1 Tag
   *[other] seit { $count } Tagen
  }
followed-window = Zeitfenster { $window }
followed-and-more = { $named } und { $count } weitere
followed-on-day = am { $day }
followed-by-values = durch das, was dokumentiert ist: { $values }
followed-days-late = { $count ->
    [one] 1 Tag nach dem Zeitfenster
   *[other] { $count } Tage nach dem Zeitfenster
  }
followed-days-early = { $count ->
    [one] 1 Tag vor dem Zeitfenster
   *[other] { $count } Tage vor dem Zeitfenster
  }
followed-lacking = kein Wert für: { $names }
followed-covered = { $covered } von { $expected } Malen dokumentiert
followed-because = weil { $condition }
followed-because-not = es gilt nicht mehr, dass { $condition }
followed-by-age = durch das Alter
followed-since = { $day }
followed-asked = von da an verlangt: { $names }
followed-asked-no-longer = nicht mehr verlangt: { $names }
followed-yes = ja
followed-no = nein
followed-not-recorded = nicht dokumentiert
followed-apart = Dokumentiert, aber nicht Teil des Plans: { $activity } ({ $at })
followed-changes = Was sich im Plan geändert hat, und warum
followed-no-changes = Seit der Infusion hat kein Befund den Plan geändert.
followed-nothing-due = Nichts ist überfällig oder diese Woche fällig.
followed-outside = Neben den Terminen
followed-nobody = Bis zum { $day } ist keine Infusion dokumentiert. Bitte zuerst die Infusion eintragen: Der Plan zählt ab ihrem Tag.
followed-today = heute, Tag { $count }
followed-line = 15 Jahre, Termin für Termin; die Liste aller Termine sagt dasselbe in Worten
followed-basis = Plan: { $basis }
followed-list-due = Fällig und nächste { $count }
followed-list-visits = Alle Termine { $count }
followed-list-beside = Neben den Terminen { $count }
followed-list-changes = Was sich änderte { $count }
followed-record = Termin eintragen
followed-on = Tag
followed-why = Grund oder Notiz
followed-things = Was dort gemacht wird
followed-whole-visit = Der ganze Termin
followed-values = Werte von diesem Tag
followed-say-done = Gemacht
followed-say-not-done = Nicht gemacht
followed-say-not-possible = Nicht möglich
followed-close = Schließen
followed-recorded = Eingetragen: { $what }
followed-needs-why = Bitte schreiben, warum es nicht gemacht wurde.
followed-infusion = Infusion
followed-infusion-why = Der Plan zählt ab ihrem Tag. Wirkstoffe der Lymphodepletion stehen als Behandlungen in der Akte; keine schreiben, wenn sie weggelassen wurde.
followed-infusion-action = Infusion eintragen
followed-infusion-record = Eintragen
followed-infusion-recorded = Die Infusion ist eingetragen.
followed-infusion-empty = Bitte mindestens den Tag der Infusion schreiben.
followed-calendar-title = Nachsorge: { $visit }
followed-calendar = Termine als Kalender speichern …
followed-calendar-saved = { $count } Termine wurden gespeichert. Der Kalender nennt niemanden.
followed-not-treated = bis dahin nicht behandelt
followed-reaches = { $age } in 3 Monaten
followed-because-died = weil die Patientin oder der Patient verstorben ist; Meldungen an Behörden und Hersteller sind kein Teil des Plans und bleiben
followed-count-no-longer = { $count } nicht mehr verlangt
