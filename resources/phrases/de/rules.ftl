rules-library = Bibliothek der Regeldateien
rules-filter = Nach Name, Nummer oder Erkrankung filtern
rules-summary = { $count } Regeldateien, { $usable } verwendbar, { $examples } durchgerechnete Beispiele
rules-update = Datei aufnehmen …
rules-update-folder = Ordner aufnehmen …
rules-put-in-force = Diese Version in Kraft setzen …
rules-held = liegt vor, nicht in Kraft
rules-in-words = In Worten
rules-patients = Patienten, deren Ergebnis sich verschiebt
rules-weighing = Ihre Patienten werden nach beiden Versionen beurteilt …
rules-not-weighed = Welche Patienten sich verschieben, ist nicht bekannt
rules-in-force-already = Diese Version ist schon in Kraft: Es gibt nichts aufzunehmen.
rules-accept = Aufnehmen
rules-keep = Nicht aufnehmen
rules-read = Lesen
rules-text = Text
rules-changes = Änderungen
rules-examples = Beispiele
rules-sources = Quellen
rules-problems = Fehler mit ihren Zeilen
rules-yours = eigene, nicht signiert
rules-shipped = mitgeliefert
rules-partial = öffentliche Auszüge
rules-not-usable = { $count ->
    [one] 1 Fehler: wird nicht beurteilt
   *[other] { $count } Fehler: wird nicht beurteilt
}
rules-cannot-be-read = Die Datei hat Fehler; der Text zeigt, wo.
rules-examples-held = { $held } von { $count } Beispielen stimmen
rules-example-holds = ✓ { $name }
rules-example-fails = ✕ { $name }
rules-new-file = Eine neue Datei: Alle Zeilen kommen hinzu.
rules-replaces = An Stelle von Version { $version }; Zeilen mit - fallen weg, Zeilen mit + kommen hinzu.
rules-can-be-accepted = Die Datei hat keinen Fehler und ihre Beispiele stimmen. Sehen Sie die Änderungen an und nehmen Sie sie dann auf.
rules-cannot-be-accepted = Die Datei kann nicht aufgenommen werden: Ihre Fehler stehen unten, jeder mit seiner Zeile.
rules-accepted = Die Datei ist aufgenommen und wird ab jetzt beurteilt. Sie ist als lokal und ungeprüft gekennzeichnet.
rules-found = gefunden, nicht aufgenommen: danach wird nicht beurteilt
rules-found-why = Diese Datei liegt im Ordner der Akte, wurde aber nicht über das Programm aufgenommen: nach ihr wird nicht beurteilt. Um sie prüfen und danach beurteilen zu lassen, sie mit „Datei aufnehmen …“ wählen; sonst sie entfernen.
