# Was außerhalb des Programms schiefging und was sich tun lässt.
error-no-encryption = Die Datenbankbibliothek dieses Computers verschlüsselt nicht. Das Programm neu installieren.
error-wrong-key = Die Akte lässt sich mit diesem Schlüssel nicht lesen. Sie ist beschädigt oder gehört zu einem anderen Tresor.
error-not-encrypted = Die Akte ist nicht verschlüsselt und wurde nicht geöffnet. Eine Sicherung an ihre Stelle setzen.
error-no-statement = Diese Angabe gibt es bei dieser Person nicht. Die Person noch einmal öffnen.
error-no-patient = Diese Person gibt es in der Akte nicht. Die Liste noch einmal öffnen.
error-nobody-open = Niemand ist geöffnet. Eine Person aus der Liste öffnen.
error-closed = Der Tresor ist geschlossen. Zuerst entsperren.
error-disk-full = Der Datenträger ist voll; dies wurde nicht eingetragen. Platz schaffen, dann sperren und die Akte wieder öffnen.
error-read-only = In den Ordner der Akte kann nicht geschrieben werden. Die Berechtigungen prüfen, dann sperren und die Akte wieder öffnen.
error-not-written = Die Akte konnte nicht geschrieben werden ({ $kind }). Sperren und die Akte wieder öffnen; nichts vorher Eingetragenes ist verloren.
error-page-damaged = Eine Seite der Akte ist beschädigt. Die Akte sperren; beim Öffnen wird die neueste Sicherung angeboten.
error-record-gone = Die Datei der Akte ist nicht mehr dort, wo sie war. Sie zurücklegen oder eine Sicherung zurückholen, dann sperren und die Akte wieder öffnen.
error-record-replaced = Die Datei der Akte wurde von etwas anderem als diesem Programm ersetzt oder geändert. Die Akte sperren und ihren Ordner ansehen, bevor sie wieder geöffnet wird.
error-record-held = Ein anderes Programm hält die Datei der Akte fest. Dieses Programm schließen, dann sperren und die Akte wieder öffnen.
error-no-memory = Der Computer hat keinen Arbeitsspeicher mehr; dies wurde nicht eingetragen. Andere Programme schließen, dann sperren und die Akte wieder öffnen.
error-disk-fault = Der Datenträger meldet einen Fehler. Die Akte sperren, ihren Ordner auf einen anderen Datenträger kopieren und diesen prüfen lassen.
error-text-unwritable = Dieser Text enthält ein halbes Zeichen, das keine Datei aufbewahren kann. Ihn neu tippen, statt ihn einzufügen.
error-still-writing = Der Datenträger antwortet nicht. Was verlangt wurde, kann noch geschehen; nachsehen, bevor es noch einmal versucht wird.
error-still-reading = Der Datenträger der Akte antwortet nicht. Nichts ging verloren; einen Augenblick warten und noch einmal versuchen. Wenn es anhält, nachsehen, ob das Medium angeschlossen ist.
error-closed-for-writing = Die Akte ist nach einem Fehler zum Schreiben geschlossen. Sie sperren und wieder öffnen.
error-newer-record = Diese Akte hat Version { $found }; dieses Programm kennt Version { $newest }. Das neuere Programm wieder installieren. Der Weg zurück zu diesem, über die Sicherung von vor der Änderung, steht im Handbuch unter „Zurück zu einem älteren Programm“.
error-already-open = Der Tresor ist in einem anderen Fenster geöffnet. Jenes Fenster benutzen oder zuerst schließen.
error-key-length = Ein Wiederherstellungsschlüssel hat { $needed } Buchstaben und Ziffern; dies sind { $typed }. Mit dem gedruckten Blatt vergleichen.
error-key-slip = Gruppe { $group } des Wiederherstellungsschlüssels hat einen Schreibfehler. Mit dem gedruckten Blatt vergleichen.
error-synchronised = Der Ordner „{ $folder }“ sieht aus wie einer, den ein Dienst auf andere Computer kopiert. Einen Ordner auf dem eigenen Datenträger dieses Computers wählen.
error-network-drive = Der Ordner liegt auf einem Netzlaufwerk, auf dem eine Datenbank zerreißen kann. Einen Ordner auf dem eigenen Datenträger dieses Computers wählen.
error-no-backup = Die Sicherung konnte in { $folder } nicht angelegt werden. Den Platz auf dem Datenträger prüfen.
error-record-damaged = Die Akte ist beschädigt. Die neueste Sicherung wiederherstellen; nichts wurde überschrieben.
error-newer-vault = Eine neuere Version des Programms hat diesen Tresor angelegt. Das neuere Programm installieren.
error-header-damaged = Der Kopf des Tresors ist beschädigt. Die neueste Sicherung wiederherstellen; nichts wurde überschrieben.
error-vault-exists = In { $folder } gibt es schon einen Tresor. Ihn öffnen oder einen anderen Ordner wählen.
error-not-restored = Der Wechsel der Dateien im Ordner der Akte konnte nicht abgeschlossen werden. Nichts ging verloren; die Akte noch einmal öffnen, dann geht es weiter.
error-header-changed = Der Kopf des Tresors wurde verändert. Die neueste Sicherung wiederherstellen.
error-record-missing = Die Akte fehlt oder ist leer. Die neueste Sicherung wiederherstellen.
error-header-missing = Der Kopf des Tresors fehlt. Die neueste Sicherung wiederherstellen.
error-vault-unreadable = Der Tresor in { $folder } kann nicht gelesen werden. Die Berechtigungen des Ordners prüfen.
error-does-not-open = Das öffnet den Tresor nicht. Tastatur und Großschreibung prüfen, dann noch einmal versuchen.
error-no-logo = Dieses Bild kann nicht das Logo sein: es muss ein PNG von höchstens { $kilobytes } kB sein.
error-no-name = { $patient } hat keinen Namen, und ein Papier nennt, um wen es geht. name: … schreiben.
error-no-schedule = Es gibt keinen Plan „{ $name }“. Bekannt: { $known }.
error-no-schedule-meant = Es gibt keinen Plan „{ $name }“. War „{ $near }“ gemeint?
error-no-activity = Es gibt keine zuschaltbare Untersuchung „{ $name }“. Bekannt: { $known }.
error-no-activity-meant = Es gibt keine zuschaltbare Untersuchung „{ $name }“. War „{ $near }“ gemeint?
error-sample = Das Beispiel { $name } kann nicht gelesen werden. Das Programm neu installieren.
error-file-too-large = { $name } ist größer, als eine Regeldatei sein kann. Eine Regeldatei wählen.
error-file-unreadable = { $name } kann nicht gelesen werden. Den Pfad prüfen.
error-no-regular-file = { $name } ist keine Datei, sondern eine Pipe, ein Gerät oder Ähnliches. Eine Datei wählen.
error-not-taken-in = Eine Datei mit Fehlern oder fehlschlagenden Beispielen wird nicht aufgenommen. Sie verbessern und noch einmal wählen.
error-version-held = Inzwischen wurde eine gleich hohe oder höhere Version dieser Regeldatei aufgenommen. Die Datei noch einmal wählen.
error-version-not-held = Diese Version der Regeldatei liegt nicht mehr vor und kann nicht in Kraft gesetzt werden.
error-file-name = { $name } kann nicht der Name einer Datei sein. Einen anderen Namen wählen.
error-no-space = In { $folder } ist kein Platz mehr für { $name }. Platz schaffen oder einen anderen Ordner wählen; die Datei, die dort war, ist unverändert.
error-not-allowed = In den Ordner { $folder } kann nicht geschrieben werden. Einen anderen Ordner wählen oder die Berechtigungen ändern lassen; die Datei, die dort war, ist unverändert.
error-no-folder = Den Ordner { $folder } gibt es nicht. Ihn anlegen oder einen anderen wählen.
error-is-folder = { $place } ist ein Ordner, keine Datei. Einen anderen Namen wählen.
error-file-not-written = { $name } konnte in { $folder } nicht geschrieben werden: { $why }. Noch einmal versuchen oder einen anderen Ordner wählen; die Datei, die dort war, ist unverändert.
error-file-held = { $name } in { $folder } wird von einem anderen Programm festgehalten, etwa einem Betrachter oder Virenscanner. Die Datei dort schließen und noch einmal versuchen; die Datei, die dort war, ist unverändert.
error-given-up = Abgebrochen. Nichts wurde geändert; es kann noch einmal begonnen werden.
error-not-rewritten = Die Seiten der Akte konnten nicht neu geschrieben werden: es fehlt Platz, oder jemand liest sie. Nichts ging verloren; bei der nächsten Sicherung wird es wieder versucht.
error-reason-names-patient = Der Grund nennt die Person, und er bleibt für immer im Protokoll. Ihn ohne ein Wort aus Name, Nummer oder Geburtsdatum schreiben.
noticed-acts-missing = { $count ->
    [one] 1 bestätigter Eintrag fehlt
   *[other] { $count } bestätigte Einträge fehlen
} am Ende der Akte; der letzte vorhandene ist vom { $day }. Vor dem Weiterarbeiten mit der neuesten Sicherung vergleichen.
noticed-trail-rewritten = Das Ende der Akte ist nicht das bestätigte: sie wurde aus einer älteren Kopie zurückgelegt oder umgeschrieben. Vor dem Weiterarbeiten mit der neuesten Sicherung vergleichen.
noticed-mark-missing = Die Marke neben der Akte fehlt oder ist beschädigt; so sagt nichts, ob die neuesten Einträge alle da sind. Die letzten mit den Papieren vergleichen.
noticed-entry-changed = Eintrag { $row } des Protokolls passt nicht zu dem, was in der Akte steht. Etwas wurde außerhalb des Programms geändert; vor dem Weiterarbeiten mit einer Sicherung vergleichen.
noticed-without-act = In der Akte steht etwas, wovon kein Eintrag des Protokolls spricht. Etwas wurde außerhalb des Programms geändert; vor dem Weiterarbeiten mit einer Sicherung vergleichen.
noticed-erased-again = { $count ->
    [one] Eine gelöschte Person war mit einer älteren Kopie der Akte wiedergekommen und wurde
   *[other] { $count } gelöschte Personen waren mit einer älteren Kopie der Akte wiedergekommen und wurden
} noch einmal gelöscht.

# Wo Dateien liegen oder gleich liegen werden: Hinweise, nichts wird verweigert.
place-record-synchronised = Die Akte liegt im Ordner „{ $folder }“; er sieht aus wie einer, den ein Dienst auf andere Computer kopiert. Kopien der Patientendaten können schon dort sein, und die Akte kann zerreißen. Das Programm schließen und den Ordner der Akte auf den eigenen Datenträger dieses Computers verschieben.
place-record-network = Die Akte liegt auf einem Netzlaufwerk, auf dem eine Datenbank zerreißen kann und andere ihre Dateien lesen können. Das Programm schließen und den Ordner der Akte auf den eigenen Datenträger dieses Computers verschieben.
place-paper-synchronised = Achtung: Der Ordner „{ $folder }“ sieht aus wie einer, den ein Dienst auf andere Computer kopiert. Was dort gespeichert wird, verlässt diesen Computer.
place-paper-network = Achtung: Dieser Ordner liegt auf einem Netzlaufwerk. Was dort gespeichert wird, verlässt diesen Computer.
place-store-python = Dieses Programm läuft mit dem Python aus dem Windows-Store. Wird diese App entfernt oder zurückgesetzt, verschwindet die Akte ohne Rückfrage mit. Python von python.org installieren und das Programm damit starten; Sicherungen anderswo aufheben.
error-leukapheresis-after-day0 = Die Leukapherese liegt vor Tag 0. Bitte einen früheren Tag angeben.
error-rule-id = „{ $name }“ kann nicht die Kennung einer Regeldatei sein: nur Buchstaben, Ziffern, - und _.
error-file-not-a-rule-file = Der Text ist nicht als Regeldatei zu lesen: zuerst den ersten Fehler beheben.
error-supposed-on-paper = Angenommenes wird nicht gedruckt. Auf der Seite „Screening“ zuerst erfassen oder verwerfen.
error-supposed-not-understood = Ein Text ist noch nicht verstanden, deshalb wurde nichts erfasst. F6 führt hin: anders schreiben oder rückgängig machen.
error-no-copy = In { $folder } liegt keine Kopie einer Akte. Den Ordner wählen, dessen Name mit „kriterion-record-“ beginnt, oder das Medium, auf dem er liegt.
error-copy-exists = { $name } gibt es schon. Eine Sekunde warten und noch einmal kopieren.
error-copy-inside = Eine Kopie in { $folder } ginge mit der Akte verloren. Einen Ordner auf einem anderen Medium wählen.
error-copy-not-made = Die Kopie konnte in { $folder } nicht angelegt werden. Nichts Halbes blieb dort; das Medium prüfen oder ein anderes nehmen.
error-copy-while-erasing = Seiten der Akte enthalten noch eine Person, die gelöscht wurde; darum verlässt keine Kopie diesen Computer. Warten, bis die Löschung überall getan ist, dann noch einmal kopieren.
error-copy-no-list = Die Liste „{ $name }“ dieser Kopie fehlt oder wurde verändert; darum sagt nichts, ob die Kopie vollständig ist. Eine andere Kopie nehmen.
error-copy-lacks = { $name } fehlt in dieser Kopie. Eine andere Kopie nehmen; hier wurde nichts verändert.
error-copy-changed = { $name } in dieser Kopie ist nicht, was geschrieben wurde: das Medium ist beschädigt, oder jemand hat es verändert. Eine andere Kopie nehmen; hier wurde nichts verändert.
error-key-not-of-copy = Der Schlüssel ist ohne Schreibfehler, öffnet { $name } aber nicht: er gehört zu einer anderen Akte oder ist ein älterer. Wenn kein Blatt passt, jetzt in den Einstellungen einen neuen Wiederherstellungsschlüssel drucken.
error-patient-file = { $name } hat Fehler und wurde nicht aufgenommen. Sie an den genannten Zeilen berichtigen, dann die Datei noch einmal öffnen.
