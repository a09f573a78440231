# Was eine Regeldatei von einer Version zur anderen ändert, und welche Patienten sich dadurch verschieben.
change-added = neu
change-removed = entfallen
change-changed = geändert
change-moved = verschoben
change-reworded = nur Wortlaut
change-was = bisher
change-is = jetzt
change-not-there = nicht in der Datei
change-of = { $old } auf { $new }
change-line = { $date }, { $by }: { $what } (Quelle: { $source })
change-no-line = Der Änderungsverlauf hat keine Zeile für diese Version.
change-effective = gültig ab { $date }
change-differ = { $count ->
    [0] Kein Kriterium ist anders
    [one] 1 Kriterium ist anders
   *[other] { $count } Kriterien sind anders
}
change-same = { $count ->
    [one] 1 ist gleich
   *[other] { $count } sind gleich
}
change-same-proof = Die übrigen bedeuten dasselbe: { $count ->
    [one] 1 Prüfsumme ist gleich
   *[other] { $count } Prüfsummen sind gleich
} in beiden Dateien.
change-nothing = Beide Dateien sagen dasselbe.
change-only-layout = Kein Kriterium, kein Beispiel und nichts im Kopf ist anders; der Textvergleich zeigt den Rest.
change-part-side = Seite
change-part-needed = verlangt
change-part-behind = { $name }
change-part-points = beurteilt bei
change-part-absence = ohne Eintrag
change-part-retest = Wiederholung
change-part-asked = gefragt wird
change-part-concerns = handelt von
change-part-cut = Wortlaut der Quelle
change-part-wording = Wortlaut der Quelle
change-part-id = Kennung
change-part-cohort = gilt für
change-part-order = Platz
change-part-text = Text
change-part-translation = Text ({ $language })
change-part-public = nicht öffentlich
change-part-reading = Lesart
change-part-help = Hilfe
change-part-asks = Frage
change-part-term = Zeit
change-part-source = Quelle
change-side-inclusion = Einschluss
change-side-exclusion = Ausschluss
change-form-condition = Bedingung
change-form-commitment = Verpflichtung
change-form-formality = Formalität
change-form-not-public = nicht öffentlich
change-absence-yes = gilt als nicht vorhanden
change-absence-no = nicht bekannt
change-retest-none = keine
change-retest-times = { $count }-mal
change-wording-full = vollständig
change-for-all = alle
change-another-place = an anderer Stelle seines Abschnitts
change-failed-means = was als Versagen zählt
change-intervals = Abstand der Gaben
change-diseases = Erkrankungen der Datei
change-windows = Zeitfenster
change-head = Außerhalb der Kriterien
change-head-added = eingefügt
change-head-removed = gestrichen
change-examples = Beispiele
change-examples-held = { $held } von { $count } stimmen
change-examples-kept = { $count } unverändert
change-examples-added = neu: { $names }
change-examples-more = { $count } weitere
change-examples-removed = entfallen: { $names }
change-examples-changed = geändert: { $names }
change-cohort = Kohorte { $name }
impact-title = { $moved ->
    [0] Keiner Ihrer Patienten verschiebt sich
   *[other] Ihre Patienten: { $moved } von { $count } verschieben sich
}
impact-none = Es ist kein Patient erfasst.
impact-on = am { $date }
impact-new = Ihre Patienten nach einer neuen Datei: { $count } haben ihre Erkrankung
impact-patient = Patient
impact-from = Bisher
impact-to = Jetzt
impact-criterion = Kriterium
impact-asked = { $count ->
    [one] 1 Patient würde etwas Neues gefragt
   *[other] { $count } Patienten würden etwas Neues gefragt
}: { $names }
impact-stay = { $stay } bleiben: { $judged } mit der Erkrankung wurden nach beiden Versionen beurteilt, { $other } haben eine andere Erkrankung.
impact-needless = Nichts, wonach beurteilt wird, ist anders: Niemand verschiebt sich, niemand wird etwas Neues gefragt.
impact-nothing-rewritten = Nichts Erfasstes und nichts Gedrucktes wird umgeschrieben.
impact-printed = { $name }: Ein Bericht vom { $date } wurde nach { $version } erstellt
impact-older-report = Der Bericht vom { $date } nach { $file } wurde mit Version { $version } erstellt; in Kraft ist { $now }.
impact-unread = { $count ->
    [one] 1 Patient konnte nicht beurteilt werden
   *[other] { $count } Patienten konnten nicht beurteilt werden
}: { $names }
impact-by-head = durch das, was außerhalb der Kriterien steht
impact-not-judged = bisher nicht beurteilt
