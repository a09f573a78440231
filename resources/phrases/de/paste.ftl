paste-title = Ergebnisse einfügen
paste-again = Neu einfügen
paste-action = Ergebnisse einfügen …
paste-nothing = In der Zwischenablage ist kein Text. Kopieren Sie zuerst eine Labortabelle.
paste-left = Nicht dokumentierte eingefügte Zeilen …
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
paste-skip-status = Nicht dokumentiert: Laut Status ist es nicht gesichert, nicht gültig oder noch nicht erfolgt.
paste-skip-kind = Nicht dokumentiert: Diese Art von Eintrag wird nicht gelesen.
paste-skip-several = Nicht dokumentiert: Die Datei betrifft mehr als eine Person.
paste-skip-modified = Nicht dokumentiert: Es enthält etwas, das die Bedeutung ändert und hier nicht verstanden wird.
paste-skip-deep = Nicht dokumentiert: Es liegt zu tief in anderen Einträgen.
paste-skip-no-value = Nicht dokumentiert: Es enthält keinen einzelnen Wert.
paste-skip-not-done = Nicht dokumentiert: Es besagt, dass dies nicht durchgeführt oder nicht eingenommen wurde.
paste-skip-nothing-known = Nicht dokumentiert: Dass keine Allergie bekannt ist, ist keine Diagnose.
paste-skip-no-name = Nicht dokumentiert: Es sagt nicht, was es ist.
paste-certainty-differs = Wie sicher die Diagnose ist, wird auf zwei verschiedene Weisen angegeben.
paste-ruled-out-day = An diesem Tag ausgeschlossen? Die Datei nennt den Tag der Erfassung.
paste-in-remission = Laut Datei „in Remission“; die Diagnose wird als fortbestehend erfasst.
paste-active-and-over = Die Datei nennt es aktiv und zugleich beendet.
paste-intolerance = Laut Datei eine Unverträglichkeit, keine Allergie.
paste-ordered = Dies wurde verordnet. Wurde es eingenommen?
paste-one-day-of-it = Die Datei nennt einen Tag der Einnahme; der Beginn ist nicht bekannt.
paste-administrations = Mehrere Gaben gelten als eine Therapie vom ersten bis zum letzten Tag.
paste-mixture = Es enthält mehrere Wirkstoffe. Bitte jeden einzeln von Hand erfassen.
paste-codes-differ = Kodes oder Namen bedeuten Verschiedenes. Bitte auswählen.
paste-by-name = Am Namen erkannt; der Kode { $code } ist hier nicht bekannt.
paste-not-a-row = So kann es nicht dokumentiert werden.
paste-unread = Nicht gelesen: { $parts }.
paste-other-row = Mit demselben Beginn und anderen Angaben dokumentiert. Das Häkchen ergänzt diesen Eintrag.
paste-row-beside = Mit anderem Beginn dokumentiert. Das Häkchen fügt einen zweiten Eintrag hinzu.
paste-again-row = Eine andere Zeile dieser Datei besagt es auch.
paste-units-differ = Einheit und Kode bedeuten Verschiedenes: { $unit } und { $code }.
paste-skip-patient = Nicht dokumentiert: Das Geburtsdatum wird mit dem der geöffneten Person verglichen.
paste-skip-medication = Selbst nicht dokumentiert: Es wird mit den Einträgen gelesen, die darauf verweisen.
paste-skip-report = Selbst nicht dokumentiert: Seine Ergebnisse stehen in eigenen Zeilen.
paste-skip-many = Nicht gelesen: mehr Einträge, als eine Datei bringen kann. Bitte die Datei teilen.
import-bad-workbook = { $path } kann nicht als Arbeitsmappe gelesen werden. Bitte die Tabelle als CSV speichern und diese öffnen.
import-large-workbook = { $path } entfaltet sich zu mehr, als gelesen wird: 64 MB, 20.000 Zeilen oder 600 Spalten eines Blatts. Bitte nur die benötigten Zeilen behalten.
import-formula = Eine Formel ist kein Wert. Bitte die Spalte kopieren und als Werte einfügen.
paste-whose = Die Zeilen der geöffneten Person, gefunden über die Nummer oder über Name und Geburtsdatum.
paste-nobody = Keine Zeile gehört zur geöffneten Person: Weder die Nummer noch Name und Geburtsdatum stimmen überein.
paste-other-rows = Zeilen anderer Personen; sie werden nicht gelesen.
paste-column-unknown = Nicht dokumentiert: Die Spalte ist kein Wert, den das Programm kennt.
paste-no-column = Nicht dokumentiert: Die Zelle steht unter keinem Titel.
import-which-dictionary = Bitte den REDCap-Export und sein Data Dictionary zusammen auswählen: je eine Datei.
import-one-file = Bitte jeweils eine Datei auswählen; neben einem REDCap-Export auch sein Data Dictionary.
handed-left = { $file }: { $count ->
    [0] alles ist enthalten
    [one] 1 Eintrag ist nicht oder nicht ganz enthalten
   *[other] { $count } Einträge sind nicht oder nicht ganz enthalten
 }
