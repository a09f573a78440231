rules-write = Schreiben …
editor-text = Text des Entwurfs
editor-read = Das Kriterium an der Schreibmarke, vorgelesen
editor-form = Formular
editor-try-tab = Probe
editor-examples = Beispiele, die dieses Kriterium nennen
editor-offered = Was hier stehen kann
editor-nothing-offered = Hier ist nichts anzubieten
editor-new = Neue Regeldatei aus der Vorlage
editor-next-version = Neue Version dieser Datei
editor-own-copy = Als eigenes Protokoll kopieren
editor-go-on = Entwurf { $name } fortsetzen
editor-go-on-latest = Den letzten Entwurf fortsetzen
editor-goes-on = Ein Entwurf von { $name } war aufbewahrt; dies ist er. Nichts wurde überschrieben.
editor-no-draft = Es ist kein Entwurf aufbewahrt.
editor-from-template = der Vorlage
editor-drafts-kept = { $count ->
    [one] ein Entwurf aufbewahrt
   *[other] { $count } Entwürfe aufbewahrt
}
editor-title = { $name } · Entwurf, aus { $origin }
editor-kept = Entwurf um { $time } aufbewahrt. Nach einem Entwurf wird nichts beurteilt.
editor-not-kept = Noch nicht aufbewahrt. Nach einem Entwurf wird nichts beurteilt.
editor-drop = Entwurf verwerfen
editor-leave = Zurück zu den Dateien
editor-take-in = Übernehmen …
editor-next = Weiter · F8
editor-place = Zeile { $line }, Spalte { $column } · { $errors ->
    [0] kein Fehler
    [one] ein Fehler
   *[other] { $errors } Fehler
}, { $remarks ->
    [0] kein Hinweis
    [one] ein Hinweis
   *[other] { $remarks } Hinweise
}
editor-place-unchecked = Zeile { $line }, Spalte { $column } · noch nicht geprüft
editor-line = Zeile { $line }
editor-inclusion = Einschluss
editor-exclusion = Ausschluss
editor-no-criterion = Kein Kriterium an der Schreibmarke
editor-no-criterion-why = Die Schreibmarke in ein Kriterium setzen: hier wird es vorgelesen.
editor-not-heard = Es wird vorgelesen, sobald seine Fehler behoben sind.
editor-examples-use = { $used } von { $count } Beispielen nennen es
editor-examples-not-run = Die Beispiele laufen, sobald kein Fehler mehr da ist.
editor-expects-fails = erfüllt es nicht
editor-expects-unknown = lässt es offen
editor-expects-deferred = verschiebt es
editor-no-fields = Dieses Kriterium hat nichts, was ein Feld fassen kann; es wird im Text geschrieben.
editor-field-operator = Vergleich
editor-field-number = Zahl
editor-field-unit = Einheit
editor-field-name = Name
editor-field-members = Namen
editor-field-late = Der Text wurde inzwischen geändert: das Feld noch einmal ansehen, dann ändern.
editor-field-refused = „{ $text }“ kann dort nicht stehen: Die Datei läse sich an anderer Stelle anders. Nichts wurde geändert.
editor-patient = Patient, an dem der Entwurf erprobt wird
editor-try = Entwurf erproben
editor-judged = Was der Entwurf über den Patienten sagt
editor-try-about = Nur angezeigt: Nichts wird erfasst, und niemand wird nach einem Entwurf beurteilt.
editor-not-tried = Ein Entwurf mit Fehlern, oder einer, der eben geändert wurde, kann nicht erprobt werden.
editor-sort-key = Schlüssel
editor-sort-word = Wort
editor-sort-unit = Einheit
editor-sort-limit = Grenzwert dieser Datei
editor-sort-window = Zeitfenster dieser Datei
editor-sort-anchor = Entscheidungspunkt
editor-sort-source = Quelle
editor-sort-question = Frage dieser Datei
editor-sort-site = Angabe des Zentrums
editor-sort-group = Gruppe dieser Datei
editor-sort-definition = Definition dieser Datei
editor-sort-value = Wert
editor-sort-concept = Wert des Katalogs
editor-sort-event = Diagnose oder Ereignis
editor-sort-drug = Medikament
editor-sort-class = Medikamentenklasse
editor-more-problems = … und { $count } weitere: zuerst die ersten beheben
