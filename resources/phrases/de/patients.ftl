patients-title = Patienten
patients-name = Name
patients-born = Geboren
patients-number = Nummer
patients-mark = Kennzeichen
patients-sex = Geschlecht
patients-sex-not-asked = nicht gefragt
patients-birth-typed = Geburtsdatum
patients-no-birth = Geburtsdatum nicht erfasst
patients-no-name = ohne Namen
patients-synthetic = synthetisch
patients-search = Nach Name, Nummer oder Geburtsdatum suchen
patients-new = Neuer Patient
patients-add = Anlegen und öffnen
patients-cancel = Abbrechen
patients-needs = Name und Geburtsdatum werden gebraucht: Sie stehen auf jedem Papier.
patients-same-name = { $count ->
    [one] Ein Patient
   *[other] { $count } Patienten
} dieses Namens schon in der Akte, geboren { $born }.
patients-add-samples = Beispielpatienten hinzufügen
patients-remove-samples = Beispielpatienten entfernen
patients-samples-added = { $count } Beispielpatienten hinzugefügt, jeder als synthetisch gekennzeichnet.
patients-samples-removed = { $count ->
    [one] Ein synthetischer Patient
   *[other] { $count } synthetische Patienten
} entfernt.
