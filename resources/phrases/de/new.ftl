# Das Gerüst einer Regeldatei (rules new).
new-missing = Jedes Kriterium, das unten noch not_public ist
new-source = Registereintrag { $number }
new-to-write = Noch zu schreiben
new-not-written-inclusion = die Bedingung von Einschluss { $number } ist noch nicht geschrieben
new-not-written-exclusion = die Bedingung von Ausschluss { $number } ist noch nicht geschrieben
new-not-written-age = ein Alter in Monaten ist nicht als Bedingung geschrieben
new-sex-female = Geschlecht: weiblich
new-sex-male = Geschlecht: männlich
new-age-between = Alter { $low_count } { $low_unit ->
    [month] Monate
   *[year] Jahre
} bis { $high_count } { $high_unit ->
    [month] Monate
   *[year] Jahre
}
new-age-from = Alter mindestens { $low_count } { $low_unit ->
    [month] Monate
   *[year] Jahre
}
new-age-to = Alter höchstens { $high_count } { $high_unit ->
    [month] Monate
   *[year] Jahre
}
new-example = nichts ist bekannt
new-no-id = „{ $id }“ ist keine Kennung: Kleinbuchstaben, Ziffern und Bindestriche schreiben
new-unknown-disease = keine Krankheit des Katalogs: { $names }. --disease sle schreiben
new-no-disease = der Eintrag nennt keine bekannte Krankheit. --disease sle schreiben
new-no-text = die Registerdatei ist kein Text in UTF-8 (Byte { $byte }). Sie als UTF-8 speichern.
new-no-json = die Registerdatei ist kein JSON ({ $reason }). Den Eintrag neu herunterladen.
new-no-record = die Registerdatei ist kein Eintrag von ClinicalTrials.gov: protocolSection hat keine nctId. Den Eintrag als JSON (API v2) herunterladen.
new-no-row = die Tabelle hat keine Zeile mit der Nummer { $number }. Die Nummer als Kennung schreiben.
