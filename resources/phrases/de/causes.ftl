## Warum etwas unbekannt ist

cause-missing = { $what }: nicht dokumentiert
cause-missing-absent = { $what }: { $why }
cause-missing-limit = { $what }: Grenzwert des Labors nicht dokumentiert
cause-missing-number = { $what }: keine Zahl dokumentiert
cause-missing-items = { $what }: Punkte nicht beantwortet
cause-missing-domain = { $what }: Bereiche ohne Grad
cause-missing-dose = { $what }: Dosis nicht dokumentiert
cause-missing-half-life = { $what }: Halbwertszeit nicht im Katalog
cause-missing-outcome = { $what }: Therapieansprechen nicht dokumentiert
cause-missing-kind-of-failure = { $what }: versagt, auf welche Weise ist nicht dokumentiert
cause-missing-stopped = { $what }: Grund des Absetzens nicht dokumentiert
cause-missing-ever = { $what }: frühere Befunde nicht als vollständig bestätigt
cause-missing-results = { $what }: zu wenige Befunde
cause-missing-earlier = { $what }: kein früherer Wert zum Vergleich
cause-missing-dose-adequate = { $what }: ausreichende Dosis nicht bestätigt
cause-missing-adherence = { $what }: Therapietreue nicht belegt
cause-missing-route = { $what }: Art der Gabe nicht dokumentiert
cause-missing-line = { $what }: Therapielinie nicht dokumentiert
cause-stale = { $what }: nicht von den verlangten Tagen
cause-not-begun = { $what }: die gefragten Tage haben noch nicht begonnen
cause-undated = { $what }: ohne Datum
cause-imprecise = { $what }: Datum oder Wert nicht genau genug
cause-conflicting = { $what }: zwei Einträge derselben Zeit widersprechen sich
cause-indeterminate = { $what }: weder positiv noch negativ
cause-unit = { $what }: Einheit nicht umrechenbar
cause-method = { $what }: andere oder nicht dokumentierte Methode
cause-method-support = { $what }: ohne Transfusion und Wachstumsfaktor wiederholen
cause-judgement = ärztlich zu beurteilen: { $what }
cause-expired = erneut ärztlich zu beurteilen, die Antwort ist zu alt: { $what }
cause-not-public = nicht öffentlich: { $what }
cause-site = das Zentrum fragen: { $what }
cause-sources = die Quellen weichen ab: { $what }

## Warum etwas unbekannt ist, mit dem, was die Akte enthält

cause-list-not-complete = { $what }: für die verlangte Zeit nicht als vollständig bestätigt
cause-list-too-short = { $what }: nur von { $since } bis { $until } vollständig; das gilt { $length } länger
cause-not-absent = { $what }: Fehlen nicht bestätigt; die Liste ist für die verlangte Zeit nicht vollständig
cause-not-absent-list = { $what }: Fehlen nicht bestätigt ({ $list }: nur von { $since } bis { $until } vollständig; das gilt { $length } länger)
cause-not-absent-never = { $what }: Fehlen nur bis { $date } bestätigt; das gilt { $length } länger
cause-too-old = { $what }: zu alt; verlangt: { $window }
cause-other-days = { $what }: von anderen Tagen als verlangt: { $window }
cause-of-entry = { $what } ({ $entry })
cause-contradicted = { $what }: Die Angaben widersprechen sich ({ $entries })
cause-imprecise-date = { $what }: Datum nicht genau genug
cause-imprecise-end = { $what }: Ende nicht bekannt
cause-imprecise-kind = { $what }: als Gruppe dokumentiert; welche ihrer Arten es ist, ist nicht dokumentiert
cause-judgement-of = ärztlich zu beurteilen: { $what } ({ $who })
cause-judgement-entry = ärztlich zu beurteilen: ob „{ $what }“, das der Katalog nicht kennt, hier zählt
cause-to-ask = zu fragen: { $what } ({ $who })
cause-expired-of = erneut ärztlich zu beurteilen: { $what } (beantwortet: { $entry }; eine Antwort gilt { $length })
names-and-more = { $names } und { $count ->
    [one] { $count } weitere
   *[other] { $count } weitere
}

## Wer das Fehlende beibringen kann

who-site = Zentrum
who-source = nicht öffentlich
who-investigator = Prüfärztin oder Prüfarzt
who-patient = Patientin oder Patient
who-guardian = Sorgeberechtigte
who-record = Akte
