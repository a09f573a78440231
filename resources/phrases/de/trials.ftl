# Der Stand eines Studienregisters

trials-not-text = „{ $name }“ ist kein Text in UTF-8. Bitte die Datei unverändert speichern.
trials-not-json = „{ $name }“ beginnt wie JSON und ist nicht als solches lesbar. Bitte erneut herunterladen.
trials-not-a-table = „{ $name }“ ist nicht als Tabelle lesbar. Bitte als CSV mit Kommas speichern.
trials-unknown-table = „{ $name }“ ist keine Tabelle von Studien: Nötig sind die Spalten „NCT Number“ und „Study Status“ (Download von ClinicalTrials.gov) oder „NCTId“ und „OverallStatus“ oder „NCTId“ und „Facility“.
trials-bad-place = „{ $text }“ ist kein Ort. Grad nördlich und östlich schreiben: 52.52,13.40
trials-state = { $trials ->
    [one] 1 Studie
   *[other] { $trials } Studien
}, { $sites ->
    [one] 1 Zentrum
   *[other] { $sites } Zentren
}
trials-as-of = Stand vom { $day }
trials-and-more = { $told }; und { $count } weitere
trials-fit = { $fit } passen nach Krankheit, Alter, Geschlecht, Land und Stand, soweit gefragt, { $perhaps } vielleicht. Grob: Kein Kriterium wurde gelesen.
trials-perhaps = vielleicht
trials-rule-file = Regeldatei { $version }
trials-record-newer = Eintrag neuer als die Datei
trials-no-rule-file = keine Regeldatei
trials-km = { $km } km
trials-ages = { $first } bis { $last }
trials-ages-from = ab { $first }
trials-ages-to = bis { $last }
trials-ages-any = jedes Alter
trials-skipped-no-number = Einträge ohne Nummer: { $count }
trials-skipped-twice = Doppelte Einträge, der erste zählt: { $count }
trials-skipped-age = Altersangaben, die nicht verstanden wurden und nichts begrenzen: { $count }
trials-skipped-coordinates = Koordinaten, die keine sind: { $count }
trials-skipped-other-trial = Zentren von Studien, die hier nicht stehen: { $count }
trials-skipped-not-a-record = Teile, die kein Eintrag sind: { $count }
trials-changed = Was sich seit { $day } geändert hat
trials-changed-unknown-day = einem älteren Stand
trials-no-change = Nichts hat sich geändert.
trials-change-new = Neu
trials-change-gone = Nicht mehr da
trials-change-status = Stand
trials-change-ages = Alter
trials-change-sex = Geschlecht
trials-change-phase = Phase
trials-change-conditions = Krankheiten
trials-change-countries = Länder
trials-change-sites = Zentren
trials-from-to = { $gone } → { $come }
