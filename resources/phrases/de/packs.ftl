# Signierte Pakete von Regeldateien: was an einem nicht stimmt, wo, und was zu tun ist.
pack-too-large = Das Paket wurde nicht aufgenommen: Seine Dateien sind zusammen größer als { $most } kB. Bitten Sie um ein Paket, das nur Regeldateien enthält.
pack-too-many = Das Paket wurde nicht aufgenommen: Es enthält { $count } Einträge, und höchstens { $most } Regeldateien passen in ein Paket. Bitten Sie um ein kleineres.
pack-damaged = Das Paket wurde nicht aufgenommen: Es ist kein Paket, oder es ist beschädigt oder abgeschnitten. Holen Sie es noch einmal von dort, woher es kam.
pack-unsigned = Das Paket wurde nicht aufgenommen: „{ $place }“ fehlt, niemand hat es also signiert. Bitten Sie um ein signiertes Paket, oder nehmen Sie seine Regeldateien einzeln auf, jede als lokal und ungeprüft.
pack-manifest-damaged = Das Paket wurde nicht aufgenommen: Sein Inhaltsverzeichnis „{ $place }“ hat nicht die Form, in der Pakete geschrieben werden. Holen Sie das Paket noch einmal von dort, woher es kam.
pack-signature = Das Paket wurde nicht aufgenommen: Die Signatur ist nicht die von „{ $signer }“, in dessen Namen es kommt. Es wurde verändert, nachdem es signiert war. Holen Sie es noch einmal von dort, woher es kam, und benachrichtigen Sie sonst die signierende Stelle.
pack-not-as-written = Das Paket wurde nicht aufgenommen: Um seine Dateien herum steht etwas, das niemand signiert hat, oder es wurde neu gepackt. Holen Sie es so, wie es gemacht wurde.
pack-entry-unlisted = Das Paket wurde nicht aufgenommen: „{ $place }“ liegt darin, und niemand hat das signiert. Holen Sie das Paket noch einmal von dort, woher es kam.
pack-entry-missing = Das Paket wurde nicht aufgenommen: „{ $place }“ wurde signiert und fehlt. Holen Sie das Paket noch einmal von dort, woher es kam.
pack-entry-changed = Das Paket wurde nicht aufgenommen: „{ $place }“ ist nicht die Datei, die signiert wurde. Holen Sie das Paket noch einmal von dort, woher es kam.
pack-entry-name = Das Paket wurde nicht aufgenommen: „{ $place }“ ist kein Name einer Regeldatei in einem Paket, wie etwa rules/example.yaml. Bitten Sie um ein Paket, das nur Regeldateien enthält.
pack-entry-twin = Das Paket wurde nicht aufgenommen: „{ $place }“ und „{ $other }“ haben denselben Namen. Bitten Sie um ein Paket, in dem jede Datei einmal liegt.
pack-entry-backslash = Das Paket wurde nicht aufgenommen: Der Name „{ $place }“ enthält einen umgekehrten Schrägstrich. Bitten Sie um ein Paket, das mit diesem Programm gemacht wurde.
pack-entry-absolute = Das Paket wurde nicht aufgenommen: Der Name „{ $place }“ führt an einen festen Ort auf einem Laufwerk. Bitten Sie um ein Paket, das mit diesem Programm gemacht wurde, und öffnen Sie dieses mit keinem anderen.
pack-entry-traversal = Das Paket wurde nicht aufgenommen: Der Name „{ $place }“ führt aus dem Paket hinaus. Bitten Sie um ein Paket, das mit diesem Programm gemacht wurde, und öffnen Sie dieses mit keinem anderen.
pack-entry-link = Das Paket wurde nicht aufgenommen: „{ $place }“ ist keine Datei, sondern eine Verknüpfung oder ein Gerät. Bitten Sie um ein Paket, das mit diesem Programm gemacht wurde.
pack-entry-encrypted = Das Paket wurde nicht aufgenommen: „{ $place }“ ist verschlüsselt. Bitten Sie um ein Paket, das mit diesem Programm gemacht wurde.
pack-entry-compressed = Das Paket wurde nicht aufgenommen: „{ $place }“ ist komprimiert, das Paket wurde also neu gepackt. Holen Sie es so, wie es gemacht wurde.
pack-entry-nested = Das Paket wurde nicht aufgenommen: „{ $place }“ ist ein Paket im Paket. Bitten Sie um das innere.
pack-entry-too-large = Das Paket wurde nicht aufgenommen: „{ $place }“ ist größer als { $most } kB, und das ist keine Regeldatei. Bitten Sie um ein Paket, das nur Regeldateien enthält.
pack-content-differs = Das Paket wurde nicht aufgenommen: „{ $place }“ sagt von sich, es sei { $id } in Version { $version }; das ist nicht, was von ihr signiert wurde. Bitten Sie die signierende Stelle um ein neues Paket.
pack-file-errors = { $count ->
    [one] Das Paket wurde nicht aufgenommen: Die Regeldatei „{ $place }“ hat 1 Fehler. Bitten Sie die signierende Stelle um ein neues Paket.
   *[other] Das Paket wurde nicht aufgenommen: Die Regeldatei „{ $place }“ hat { $count } Fehler. Bitten Sie die signierende Stelle um ein neues Paket.
}

# Vertrauen: wer mit welchem Schlüssel signiert, und welche Versionen schon da waren.
trust-other-key = Vorsicht: Das Paket wurde nicht aufgenommen. Es kommt im Namen von „{ $signer }“, von dort hatten Sie schon Pakete, aber es ist mit einem anderen Schlüssel signiert. Jemand könnte sich als „{ $signer }“ ausgeben. Fragen Sie „{ $signer }“ auf einem Weg, der nicht von diesem Paket abhängt. Wurde der Schlüssel gewechselt, lassen Sie sich die zwölf Wörter des neuen vorlesen und schreiben Sie sie unter „Schlüssel der signierenden Stellen …“ (Menü Regeln). Die Wörter des Schlüssels, den Sie kennen: { $known }.
trust-retired-key = Vorsicht: Das Paket wurde nicht aufgenommen. Es ist mit einem Schlüssel signiert, den „{ $signer }“ durch einen anderen ersetzt hat. Fragen Sie „{ $signer }“ nach einem Paket mit dem Schlüssel, den Sie kennen: { $known }.
trust-no-signer = Von „{ $signer }“ hatten Sie noch kein Paket. Der Schlüssel einer neuen Stelle wird mit ihrem ersten Paket bestätigt.
trust-words = Das sind nicht die { $most } Wörter eines Schlüssels: { $count } wurden geschrieben. Lassen Sie sie noch einmal vorlesen.
trust-words-unknown = Keine Wörter eines Schlüssels sind: { $words }. Lassen Sie sie noch einmal vorlesen.
trust-words-known = Das sind die Wörter eines Schlüssels, den „{ $signer }“ schon hatte. Ein neuer Schlüssel hat andere Wörter.
pack-handed-over = Das Paket wurde nicht aufgenommen: Es sagt, der Schlüssel von „{ $signer }“ folge einem anderen, und dieser hat das nicht signiert. Fragen Sie „{ $signer }“ noch einmal nach dem Paket.
key-other-name = Der bisherige Schlüssel ist der von „{ $name }“, nicht von „{ $other }“. Ein Schlüssel wird unter demselben Namen übergeben.
trust-other-signer = Vorsicht: Das Paket wurde nicht aufgenommen. Das Paket „{ $name }“ hat bisher „{ $known }“ signiert, jetzt kommt es von „{ $signer }“. Fragen Sie „{ $known }“; ein Paket von jemand anderem braucht einen eigenen Namen.
trust-older-pack = Das Paket wurde nicht aufgenommen: Es ist Version { $version } von „{ $name }“, und Version { $highest } war schon da. Wer eine ältere schickt, will vielleicht zurückholen, was verbessert wurde. Bitten Sie { $signer } um Version { $highest } oder eine spätere.
trust-same-version = Das Paket wurde nicht aufgenommen: Version { $version } von „{ $name }“ war schon da, mit anderem Inhalt. Bitten Sie { $signer } um ein Paket mit einer höheren Version.
trust-older-file = Das Paket wurde nicht aufgenommen: Es enthält { $id } in Version { $version }, und Version { $highest } war schon da. Bitten Sie { $signer } um ein Paket mit dieser Version oder einer späteren.
trust-same-file-version = Das Paket wurde nicht aufgenommen: Version { $version } von { $id } war schon da, mit anderem Inhalt. Bitten Sie { $signer } um ein Paket mit einer höheren Version davon.

# Pakete und Schlüssel machen.
pack-name = Ein Paket kann nicht { $name } heißen. Schreiben Sie Kleinbuchstaben, Ziffern und Bindestriche, wie etwa myositis-zentren.
pack-version = Ein Paket kann nicht die Version { $version } haben. Schreiben Sie ganze Zahlen mit Punkten, wie etwa 1.0.0.
pack-empty = Es gibt keine Regeldatei zu packen. Nennen Sie einen Ordner mit Regeldateien.
pack-two-of-one-id = Zwei Dateien haben die Kennung „{ $id }“. Lassen Sie eine davon im Ordner.
key-name = { $name } kann nicht der Name einer signierenden Stelle sein. Schreiben Sie 1 bis { $most } Buchstaben, Ziffern und Zeichen, ohne Leerzeichen am Rand.
key-is-there = Es gibt schon eine Datei „{ $name }“; ein Schlüssel wird nie überschrieben. Wählen Sie einen anderen Ort.
key-damaged = „{ $name }“ ist kein Schlüssel dieses Programms oder beschädigt. Nennen Sie eine Datei, die mit „rules key“ gemacht wurde.
key-passphrase = Der Schlüssel „{ $name }“ öffnet sich nicht mit diesem Passwort.
key-passphrases-differ = Die beiden Passwörter sind nicht gleich, oder es gibt keines. Nichts wurde geschrieben; beginnen Sie noch einmal.

# Die Seite eines Pakets.
packs-take-in = Paket aufnehmen …
packs-title = Paket { $name }, Version { $version }, vom { $date }
packs-signed-by = Signiert von { $signer }
packs-key-handed-over = Der Schlüssel ist neu. Der Schlüssel, den Sie kennen, hat signiert, dass dieser ihm folgt; dem alten wird von jetzt an nicht mehr geglaubt. Wörter des neuen Schlüssels: { $words }
packs-key-anew = Der Schlüssel ist neu, und seine Wörter sind die bestätigten. Dem alten Schlüssel wird von jetzt an nicht mehr geglaubt. Wörter des neuen Schlüssels: { $words }
keys-action = Schlüssel der signierenden Stellen …
keys-title = Schlüssel der signierenden Stellen
keys-none = Es wurde noch kein signiertes Paket aufgenommen.
keys-signer = Signierende Stelle
keys-how-first-use = beim ersten Paket verglichen
keys-how-handed-over = vom Schlüssel davor übergeben
keys-how-anew = anhand seiner Wörter neu bestätigt
keys-before = { $count ->
    [0] der erste Schlüssel
    [one] 1 Schlüssel davor, dem nicht mehr geglaubt wird
   *[other] { $count } Schlüssel davor, denen nicht mehr geglaubt wird
}
keys-awaited = bestätigt, noch kein Paket: { $words }
keys-explain = Wechselt eine Stelle den Schlüssel, signiert der alte, dass der neue ihm folgt, und Pakete mit dem neuen werden wie bisher aufgenommen. Ging der alte verloren, rufen Sie die Stelle unter einer Nummer an, die Sie kennen, lassen Sie sich die zwölf Wörter des neuen Schlüssels vorlesen und schreiben Sie sie hier. Übernehmen Sie sie nie aus einem Paket oder einer Mail.
keys-words = Zwölf Wörter des neuen Schlüssels
keys-confirm = Neuen Schlüssel bestätigen
keys-confirmed = Vermerkt. Das nächste Paket von „{ $signer }“ mit diesem Schlüssel wird aufgenommen; dem alten Schlüssel wird von da an nicht mehr geglaubt.
packs-known-key = Der Schlüssel ist der, den Sie kennen; seine Wörter sind: { $words }
packs-first-use = Sie hatten noch kein Paket von { $signer }. Rufen Sie { $signer } an, unter einer Nummer, die nicht mit diesem Paket kam, und vergleichen Sie die Wörter des Schlüssels:
packs-compared = Ich habe diese Wörter mit { $signer } verglichen
packs-files = Dateien des Pakets
packs-file-new = neu: { $version }
packs-file-next = { $old } → { $version }
packs-file-same = { $version }, schon in Kraft
packs-file-held = { $version }, liegt vor; was in Kraft ist, bleibt
packs-file-refused = { $version }: kann nicht aufgenommen werden
packs-accept = Ganzes Paket aufnehmen
packs-can-be-accepted = Das Paket ist vollständig und seine Dateien können aufgenommen werden. Sehen Sie die Änderungen jeder Datei an und nehmen Sie dann alle auf oder keine.
packs-cannot-be-accepted = Das Paket kann nicht aufgenommen werden: Mindestens eine seiner Dateien kann es nicht. Nichts wurde behalten.
packs-nothing-new = Jede Datei dieses Pakets ist schon in Kraft: Es gibt nichts aufzunehmen.
packs-accepted = { $count ->
    [one] 1 Datei des Pakets ist aufgenommen und wird ab jetzt beurteilt.
   *[other] { $count } Dateien des Pakets sind aufgenommen und werden ab jetzt beurteilt.
}
packs-origin-signed = signiert von { $signer }
packs-verified = { $name } { $version }: vollständig, signiert von { $signer }
packs-words = Wörter des Schlüssels: { $words }
packs-written = Geschrieben: { $place }, { $count } Regeldateien, signiert von { $signer }
packs-key-made = Geschrieben: { $place }. Behalten Sie diese Datei für sich. Wer Ihr erstes Paket aufnimmt, ruft Sie an und vergleicht diese Wörter: { $words }

# Eine Prüfung, mit Name und Tag gezeichnet.
review-sign = Prüfung zeichnen …
review-explain = Sie zeichnen, dass Sie diese Datei gegen ihre Quellen gelesen haben. Eine neue Version { $version } mit Ihrem Namen und dem Tag entsteht; sonst ändert sich nichts darin. Sie sehen sie, bevor sie aufgenommen wird.
review-by = Name
review-on = Tag
review-due = Nächste Prüfung fällig
review-no-name = Schreiben Sie den Namen der Person, die die Datei geprüft hat.
review-no-day = „{ $day }“ ist kein Tag. Schreiben Sie ihn als 2026-11-22.
review-later = Eine Prüfung kann nicht für einen Tag gezeichnet werden, der noch nicht war.
review-due-before = Die nächste Prüfung ist nach dieser fällig. Schreiben Sie einen späteren Tag.
review-cannot = Die Prüfung kann nicht in diese Datei geschrieben werden: Die Stelle { $key } steht nicht in einer Zeile. Schreiben Sie sie dort von Hand und nehmen Sie die Datei auf.
review-accepted = Die geprüfte Version ist aufgenommen und wird ab jetzt beurteilt. Sie nennt, wer die Prüfung gezeichnet hat.
origin-holds-from = gilt ab { $on }, wie bei der Übernahme vermerkt
origin-local = lokal, nicht geprüft
origin-local-reviewed = lokal, Prüfung hier gezeichnet von { $by }, { $on }
origin-claims-review = die Datei selbst nennt { $by }, { $on }, als prüfende Person
origin-signed = aus einem Paket, signiert von { $signer }
origin-by = geändert von { $by }
origin-review-due = nächste Prüfung fällig { $on }
origin-review-overdue = die Prüfung war fällig { $on }
