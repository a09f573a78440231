# Die ganze Akte auf einem Medium und die Übung der Wiederherstellung.
moving-title = Die Akte auf einem Medium
moving-why = Sicherungen liegen neben der Akte: ein verlorener Computer nimmt beide mit. Eine Kopie auf einem Medium öffnet sich auf jedem Computer mit der Passphrase von damals oder dem gedruckten Schlüssel. Spätere Löschungen erreichen sie nicht: notieren, wo sie liegt, und sie vernichten, wenn eine neuere an ihre Stelle tritt.
moving-copy = Akte auf ein Medium kopieren …
moving-where = Das Medium für die Kopie
moving-copied = Die Akte wurde nach { $place } kopiert und wieder gelesen: { $statements ->
    [one] 1 Eintrag
   *[other] { $statements } Einträge
}.
moving-same-disk = Die Kopie liegt auf demselben Datenträger wie die Akte: ein Defekt nimmt beide mit. Ein Medium wählen, das man wegtragen kann.
moving-after = Sobald eine Kopie auf einem anderen Computer benutzt wird, nur noch dort eintragen: zwei Akten werden nicht wieder eine.
moving-drill = Wiederherstellung üben
moving-drill-why = Einmal tun, was ein Verlust verlangen würde: das gedruckte Blatt nehmen und eine Kopie allein mit diesem Schlüssel öffnen lassen. Nichts wird verändert, und die geöffnete Kopie wird wieder entfernt.
moving-drill-last = Zuletzt durchgegangen: { $day }, { $name }.
moving-drill-never = Noch nicht durchgegangen.
moving-drill-no-copy = Es gibt noch keine Sicherung: eine anlegen oder eine Kopie auf einem Medium wählen.
moving-drill-which = 1. Welche Kopie: { $name }
moving-drill-choose = Eine Kopie auf einem Medium …
moving-drill-backup = Stattdessen die neueste Sicherung
moving-drill-key = 2. Der Wiederherstellungsschlüssel vom gedruckten Blatt
moving-drill-go = 3. Öffnen und vergleichen
moving-drill-doing = Wiederherstellung wird geübt
moving-drill-opened = ✓ Der gedruckte Schlüssel hat { $name } geöffnet. Sie wurde ganz gelesen: { $patients ->
    [one] 1 Person
   *[other] { $patients } Personen
}, { $statements ->
    [one] 1 Eintrag
   *[other] { $statements } Einträge
}, der letzte vom { $last }; jeder passt zu seiner Prüfsumme.
moving-drill-same = ✓ Mit dieser Akte verglichen: es ist dieselbe. { $behind ->
    [0] Nach der Kopie kam nichts mehr.
    [one] 1 Zeile des Protokolls kam nach der Kopie und ginge verloren.
   *[other] { $behind } Zeilen des Protokolls kamen nach der Kopie und gingen verloren.
}
moving-drill-other = ✕ Es ist keine Kopie dieser Akte: ihre letzte Zeile steht nirgends in diesem Protokoll.
moving-drill-found = ✕ Etwas darin ist nicht, wie es geschrieben wurde: { $what }
moving-drill-good = Die Übung ist gelungen und steht im Protokoll. Das Blatt dorthin zurücklegen, wo nur Sie es finden.
moving-drill-bad = Diese Kopie hätte nicht geholfen. Eine andere anlegen und die Übung wiederholen.
moving-drill-no-key = Zuerst den Schlüssel vom gedruckten Blatt eintippen.
place-copy-synchronised = Der Ordner „{ $folder }“ sieht aus wie einer, den ein Dienst auf andere Computer kopiert, und die Kopie der Akte mit ihm. Sie ist verschlüsselt; ob das sein darf, entscheidet die Klinik.
place-copy-network = Die Kopie liegt auf einem Netzlaufwerk. Sie ist verschlüsselt; wer dieses Laufwerk lesen darf, entscheidet die Klinik.
