form-page-identity = Person
form-page-diagnosis = Diagnose
form-page-activity = Aktivität
form-page-organ-function = Organfunktion
form-page-blood = Blutwerte
form-page-infections = Infektionen
form-page-treatments = Therapien
form-page-history = Vorgeschichte
form-page-practical = Praktisches
form-page-judgement = Beurteilung
form-sections = Abschnitte
form-section-open = { $name }, { $count } einzugeben
form-name = Name
form-birth-date = Geburtsdatum
form-age = Alter an einem Tag
form-sex = Geschlecht
form-number = Nummer
form-all-fields = Alle Felder
form-values-of = Werte vom
form-judged-on = Beurteilt am
form-own-day = am eigenen Tag beurteilt
form-leukapheresis = Leukapherese geplant
form-treatments = Therapien
    .drug = Medikament
    .may-be = Kann sein
    .from = Von
    .to = Bis
    .dose = Dosis
    .outcome = Ergebnis
    .stopped-for = Beendet wegen
    .dose-adequate = Dosis ausreichend
    .route = Weg
    .line = Linie
    .details = Näheres
    .purpose = Zweck
    .adherence = Therapietreue belegt
    .ongoing-on = Noch gegeben am
    .note = Notiz
form-diagnoses = Diagnosen und Zeichen
    .is = Was
    .since = Seit
    .until = Bis
    .severity = Schwere
    .certainty = Sicherheit
    .details = Näheres
    .ongoing-on = Noch vorhanden am
    .note = Notiz
form-events = Ereignisse
    .event = Ereignis
    .date = Datum
    .until = Bis
    .certainty = Sicherheit
    .details = Näheres
    .ongoing-on = Noch vorhanden am
    .note = Notiz
form-infusion = Infusion (Tag 0)
    .date = Tag 0
    .product = Produkt
    .donor = Spende
    .product-name = Name des Produkts
    .batch = Charge
    .cells = Zellen
    .lymphodepletion = Lymphodepletion
    .vector = Vektor
    .region = Region
    .bridging = Bridging
    .centre = Zentrum
    .indication = Gegeben als
    .permit = Studie oder Genehmigung
    .note = Notiz
form-planned = Geplant
    .consent = Einwilligung geplant
    .screening = Screening geplant
    .enrolment = Einschluss geplant
    .leukapheresis = Leukapherese geplant
    .lymphodepletion = Lymphodepletion geplant
    .infusion = Infusion geplant
    .treatments = Therapie nach der Infusion
form-note = Notiz
form-marks = Freie Texte: als was sie zählen
form-mark-of = „{ $text }“ zählt als
form-never = Niemals
    .of = Was
    .as-of = Bestätigt am
    .by = Wer es sagt
    .note = Notiz
form-contraindications = Kontraindikationen
    .to = Medikament oder Klasse
    .why = Warum
    .by = Wer es sagt
    .date = Datum
form-complete = Die Liste ist vollständig
form-complete-since = von
form-complete-as-of = bis
form-complete-diagnoses = Die Liste der Diagnosen ist vollständig
form-complete-treatments = Die Liste der Therapien ist vollständig
form-complete-results = Alle Befunde sind erfasst
form-complete-events = Die Liste der Ereignisse ist vollständig
form-answer-yes = Ja
form-answer-no = Nein
form-answer-unknown = Nicht bekannt
form-answer-note = Begründung oder Notiz
form-answer-signed = { $by }, { $day }
form-answer-asked-by = { $count ->
    [one] gefragt von 1 Datei
   *[other] gefragt von { $count } Dateien
}
form-no-questions = Keine Regeldatei verlangt eine Beurteilung.
form-history-title = { $name }: alles, was dazu erfasst wurde
form-delete-title = { $name }: diese Zeile zurücknehmen. Sie bleibt mit dem Grund im Verlauf.
form-history-line = { $value } · { $by }, { $day }
form-history-gone = { $value } · { $by }, { $day } · zurückgenommen: { $reason }
reason-corrected = korrigiert
reason-undone = rückgängig gemacht
form-history-reason = Grund der Rücknahme
form-history-take-back = Zurücknehmen
form-history-close = Schließen
form-undo = Rückgängig
form-redo = Wiederholen
form-undone = Zurückgenommen: { $name }
form-next-open = Nächstes offenes Feld
form-emptied = Um einen Wert zurückzunehmen, geben Sie den Grund an (Strg+Umschalt+H). Bis dahin bleibt der Wert.
form-print = Bericht drucken
form-bad-date = „{ $text }“ ist kein vollständiges Datum.
form-years = { $years } J.
form-explain = Feld erklären
form-nothing-to-explain = Setzen Sie den Cursor in ein Feld; F1 sagt, was gefragt ist und nach wem.
form-stands-for = Ein Wert gilt { $length }, wo eine Datei kein Fenster nennt ({ $source })
parts-button = Merkmale …
parts-button-of = Merkmale von { $name }
parts-name = Merkmal
parts-answer = Antwort
parts-not-answered = nicht beantwortet
parts-open = { $count ->
    [one] 1 Merkmal ist nicht beantwortet
   *[other] { $count } Merkmale sind nicht beantwortet
}
parts-whole = alle Merkmale sind beantwortet
parts-keys = { $keys } · Entf: nicht beantwortet · Esc: fertig
parts-keys-typed = Antwort schreiben; die Eingabetaste geht weiter, Esc ist fertig.
parts-done = Fertig
parts-last = zuletzt: { $value }, { $day }
form-answer-asked-of = Auskunft: { $who }
form-answer-for = eine Antwort gilt { $length }
form-answer-until = gilt bis { $day }
form-answer-over = galt bis { $day }: neu fragen
form-next-section = Nächster Abschnitt
form-section-before = Abschnitt davor
form-unit-of = Einheit von { $name }
form-history = Verlauf des Felds

# --- was wäre, wenn

suppose-action = Was wäre, wenn …
suppose-title = Was wäre, wenn: nichts davon ist erfasst, und nichts davon wird gedruckt
suppose-no-name = „{ $text }“ lässt sich nicht annehmen. NAME = TEXT schreiben, etwa „Hämoglobin = 9 g/dL“; rules names nennt die Namen.
suppose-no-course = „{ $text }“: Bei einem Medikament wird sein Ende angenommen, und nur bei einer eingetragenen Behandlung. MEDIKAMENT = Tag des Endes schreiben.
suppose-offer = „{ $text }“ schreiben
suppose-nothing = Durch das Angenommene urteilt keine Regeldatei anders.
suppose-flip = { $file }: { $was } → { $now }
suppose-more = { $count ->
    [one] und eine weitere Regeldatei
   *[other] und { $count } weitere Regeldateien
}
suppose-keep = Das Angenommene erfassen
suppose-discard = Verwerfen
suppose-kept = { $count ->
    [0] Nichts wurde angenommen, also ist nichts erfasst.
    [one] Eine Angabe ist erfasst. Strg+Z nimmt sie zurück.
   *[other] { $count } Angaben sind erfasst. Strg+Z nimmt sie zusammen zurück.
}

## Ein Score, Merkmal für Merkmal gefragt

score-version = { $count } Merkmale · Version { $version }
score-points = { $count ->
    [one] { $count } Punkt
   *[other] { $count } Punkte
}
score-refused = { $name }: { $reason }
score-not-answered = nicht beantwortet
score-open = offen
score-to = bis { $high }
score-range = { $low } bis { $high }
score-some-not-examined = { $count } nicht untersucht
score-open-count = { $count } von { $all } nicht beantwortet
score-not-examined-count = { $count } von { $all } nicht untersucht
score-nothing-yet = noch nichts
score-record = Erfassen: { $told }
score-cancel = Verwerfen
score-copy = Mit dem letzten Score beginnen
score-rest = Der Rest ist { $answer } ({ $count })
score-take = { $count ->
    [one] { $count } dokumentierten Wert übernehmen
   *[other] { $count } dokumentierte Werte übernehmen
}
score-take-one = Übernehmen: { $answer }
score-day = Untersucht am
score-last = { $value } am { $day }
score-change = Änderung { $change }
score-was = war { $answer }
score-new = neu
score-conflict = Für diesen Tag ist { $typed } dokumentiert, die Merkmale ergeben { $told }. Beim Erfassen treten die Merkmale an diese Stelle.
score-fits = passt zu „{ $answer }“
score-not-recorded = nicht dokumentiert
score-not-taken-old = zu alt, um übernommen zu werden
score-not-taken-several = zwei Befunde eines Tages
score-not-taken-uncertain = sagt es nicht sicher
score-letter-M = die Tabelle ist nur aus dem Gedächtnis
score-letter-C = die Quellen widersprechen sich zur Tabelle
score-mark-decides = entscheidet
score-mark-open = könnte entscheiden
score-on-record = Dokumentiert
score-could = Was eine Antwort entschiede
score-parts = Teile
score-used-by = { $count ->
    [0] Keine offene Datei fragt danach
    [one] Von { $count } offenen Datei gefragt
   *[other] Von { $count } offenen Dateien gefragt
}
score-sources = Quellen
score-keys = 1 ja · 0 nein · − nicht untersucht · ↑ ↓ weiter
score-keys-levels = 0 bis 9 Stufe · − nicht untersucht · ↑ ↓ weiter
score-keys-typed = Ziffern beginnen die Eingabe · ? nicht untersucht · ↑ ↓ weiter
score-keys-choice = Buchstaben oder Nummern der Antworten · − nicht untersucht · ↑ ↓ weiter
score-keys-rest = Strg+0 { $words }
score-keys-record = Strg+Return erfasst
score-drafts-kept = Die Antworten bleiben als Entwurf; dokumentiert ist nichts.
score-recorded = { $name }: erfasst
score-panel-of = Merkmale von { $name }
