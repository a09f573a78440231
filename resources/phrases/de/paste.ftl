paste-title = Ergebnisse einfügen
paste-again = Neu einfügen
paste-action = Ergebnisse einfügen …
paste-nothing = In der Zwischenablage ist kein Text. Kopieren Sie zuerst eine Labortabelle.
paste-left = Nicht erfasste eingefügte Zeilen …
paste-left-none = Von diesem Patienten wurde jede eingefügte Zeile erfasst.
paste-left-lines = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
paste-lines = { $count ->
    [one] 1 Zeile eingefügt
   *[other] { $count } Zeilen eingefügt
 }
paste-decimal-comma = Dezimalkomma
paste-decimal-point = Dezimalpunkt
paste-day = Datum, wo keines steht
paste-column-line = Nr.
paste-column-raw = Wie eingefügt
paste-column-box = ✓
paste-column-state = Stand
paste-column-concept = Verstanden als
paste-column-value = Wert
paste-column-unit = Einheit
paste-column-day = Datum
paste-column-limits = Grenzen
paste-state-understood = verstanden
paste-state-unusual = prüfen
paste-state-older = älter als erfasst
paste-state-other = anderer Wert
paste-state-which-unit = welche Einheit?
paste-state-which-value = welcher Wert?
paste-state-which-day = welcher Tag?
paste-state-not-known = unbekannt: wählen
paste-state-refused = kein Wert davon
paste-state-on-record = schon erfasst
paste-state-no-value = kein Wert
paste-heading = Überschrift; ihr Datum gilt für die Zeilen ohne eigenes
paste-to = bis { $limit }
paste-from = ab { $limit }
paste-fits = Wert und Grenze passen zu { $unit }.
paste-remembered = Wie früher für dieses Labor gewählt.
paste-two-values = Die Zeile enthält mehrere Zahlen. Welche ist der Wert?
paste-no-value = In dieser Zeile wurde kein Wert gefunden.
paste-which-day = Von welchem Tag ist das? Schreiben Sie ihn oben, oder wählen Sie.
paste-flag = Der Befund markiert dies mit „{ $flag }“, und der Wert liegt nicht auf dieser Seite seiner Grenzen. Ist er richtig?
paste-other-value = Von diesem Tag ist ein anderer Wert erfasst. Mit Haken wird er berichtigt.
paste-twice = Dieser Befund enthält zwei Werte dieses Tages. Setzen Sie den Haken beim richtigen.
paste-again-line = Derselbe Wert steht weiter oben.
paste-ask-name = Was bedeutet „{ $name }“?
paste-choose = Wert wählen
paste-record = { $ticked } von { $all } erfassen
paste-cancel = Abbrechen
paste-note = Noch ist nichts erfasst. Zeilen, die übrig bleiben, stehen unverändert in der Vorgeschichte der Einträge.
paste-born = Dieser Befund nennt als Geburtsdatum { $born }, die Patientin oder der Patient ist geboren am { $birth }. Keine Zeile ist angehakt: Er gehört jemand anderem, oder ein Datum ist falsch.
paste-with = Mit diesen { $count } Werten
paste-unchanged = unverändert
paste-another = anderes Ergebnis
paste-fewer = { $count ->
    [one] 1 Angabe weniger zu fragen
   *[other] { $count } Angaben weniger zu fragen
 }
paste-recorded = { $count ->
    [one] 1 Wert erfasst. Strg+Z nimmt ihn zurück.
   *[other] { $count } Werte erfasst. Strg+Z nimmt alle zurück.
 }
paste-print = eingefügte Ergebnisse
paste-sum = { $files } Regeldateien mit diesen Werten: { $another ->
    [0] kein Ergebnis ändert sich
    [one] 1 Ergebnis ändert sich
   *[other] { $another } Ergebnisse ändern sich
 }, { $fewer ->
    [0] keine braucht weniger
    [one] 1 braucht weniger
   *[other] { $fewer } brauchen weniger
 }.
paste-open = Ergebnisse öffnen …
import-none = { $file }: nichts darin ist ein Ergebnis, das erfasst werden kann
import-unreadable = { $path } lässt sich nicht lesen: { $reason }
import-no-text = { $path } enthält keinen Text. Gelesen werden Ergebnisse als FHIR R4 (JSON), LDT oder Texttabelle.
