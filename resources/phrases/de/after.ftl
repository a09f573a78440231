## Briefe nach der Infusion

after-subject = { $kind }: { $name }, geboren { $born }
after-withheld = Einzelne Punkte des Plans werden gesondert besprochen.
after-follow-up-letter = Nachsorgebrief
after-follow-up-letter-subject = Nachsorge nach CD19-CAR-T-Zellen
after-follow-up-letter-greeting = Sehr geehrte Kolleginnen und Kollegen,
after-follow-up-letter-recipient-to-fill = An: ____________________________________
after-follow-up-letter-purpose = wir berichten über { $name } ({ $who }), behandelt mit CD19-CAR-T-Zellen am { $infused }. Dieser Brief gibt den Stand vom { $on } wieder, Tag { $day } nach der Infusion, und nennt, was nach dem { $since } geschah.
after-transfer = Transfer in die Erwachsenenmedizin
after-transfer-subject = Transfer in die Erwachsenenmedizin nach CD19-CAR-T-Zellen
after-transfer-greeting = Sehr geehrte Kolleginnen und Kollegen,
after-transfer-recipient-to-fill = An die Klinik für Erwachsene: ____________________________________
after-transfer-purpose = wir übergeben Ihnen die Betreuung von { $name } ({ $who }), behandelt mit CD19-CAR-T-Zellen am { $infused }. Dieser Brief enthält mit Stand vom { $on }, Tag { $day } nach der Infusion, die Krankheit und ihre Behandlung, die Infusion und ihre Toxizität, den Verlauf seither und jeden offenen Besuch bis Jahr 15.
after-family-doctor = Jahresübersicht für die Hausarztpraxis
after-family-doctor-subject = Jahresübersicht nach CD19-CAR-T-Zellen
after-family-doctor-greeting = Sehr geehrte Kollegin, sehr geehrter Kollege,
after-family-doctor-recipient-to-fill = An die Hausarztpraxis: ____________________________________
after-family-doctor-purpose = { $name } ({ $who }) wurde am { $infused } mit CD19-CAR-T-Zellen behandelt. Hier steht, was mit Stand vom { $on } zu wissen und worauf zu achten ist.
after-long-term = Brief zur Langzeitnachsorge
after-long-term-subject = Langzeitnachsorge nach CD19-CAR-T-Zellen, Jahr { $year }
after-long-term-greeting = Sehr geehrte Kolleginnen und Kollegen,
after-long-term-recipient-to-fill = An: ____________________________________
after-long-term-purpose = { $name } ({ $who }) wurde am { $infused } mit CD19-CAR-T-Zellen behandelt. Dieser Brief sagt, was Jahr { $year } der Nachsorge verlangt und was daraus wurde, mit Stand vom { $on }, Tag { $day } nach der Infusion.

## Was gegeben wurde

after-heading-given = Was gegeben wurde
after-what-cells-are = { $product ->
    [autologous] CAR-T-Zellen sind eigene T-Zellen, so verändert, dass sie B-Zellen finden und entfernen.
    [allogeneic] CAR-T-Zellen sind hier T-Zellen eines Spenders, so verändert, dass sie B-Zellen finden und entfernen.
   *[unknown] CAR-T-Zellen sind T-Zellen, so verändert, dass sie B-Zellen finden und entfernen.
  } Solange B-Zellen fehlen, können Antikörper niedrig sein, Infektionen schwerer verlaufen und Impfungen nicht wirken.

## Besuche

after-heading-done = Erledigt
after-heading-undone = Versäumt, nicht erfolgt, nicht mehr verlangt
after-heading-due = Fällig und als Nächstes
after-heading-due-of = Fällig und als Nächstes, { $role }
after-heading-year = Jahr { $year }: was verlangt ist und wie es steht
after-column-visit = Besuch
after-column-done-on = Erledigt am
after-column-what = Was
after-column-why = Wie es steht und warum
after-column-stands = Wie es steht
after-column-rests = Worauf es beruht
after-of-one = Ein Brief betrifft eine Person: nennen Sie eine Datei.
after-column-when = Wann
after-column-who = Wer
after-planned = geplant { $day }
after-planned-next = { $more ->
    [0] nächstes Mal { $day }
    [one] nächstes Mal { $day }, danach noch 1 Mal im Plan
   *[other] nächstes Mal { $day }, danach noch { $more } Mal im Plan
  }
after-besides = Außerhalb der Besuche
after-days = { $first } bis { $last }
after-done-of = erledigt { $day }
after-done-nothing = Nach dem { $since } ist nichts vom Plan als erledigt dokumentiert.
after-undone-nothing = In dieser Zeit wurde nichts versäumt oder ausgelassen.
after-legend-visits = ○ nur unter einer Bedingung, die im Nachsorgeplan steht
after-due-nothing-now = Nichts ist überfällig oder in dieser Woche fällig.
after-nothing-to-come = Kein Besuch des Plans ist mehr offen; die Überwachung auf Zweitmalignome geht lebenslang weiter.
after-due-nothing = Nichts ist überfällig oder fällig, und kein weiterer Besuch ist geplant.
after-year-nothing = Der Plan verlangt in diesem Jahr nichts.
after-missed-unsaid = versäumt; kein Grund dokumentiert
after-only-if = nur verlangt, { $condition }
after-not-told = nicht dokumentiert, ob es geschah
after-due-earlier = { $count ->
    [one] Von 1 früheren Besuch fehlt noch etwas.
   *[other] Von { $count } früheren Besuchen fehlt noch etwas.
  }
after-due-untold = { $count ->
    [one] Von 1 weiteren Punkt vergangener Besuche, der keinen Wert ergibt, ist nicht dokumentiert, ob er erledigt wurde.
   *[other] Von { $count } weiteren Punkten vergangener Besuche, die keinen Wert ergeben, ist nicht dokumentiert, ob sie erledigt wurden.
  }
after-reason-withheld = der Grund wird gesondert besprochen

## Jahr n

after-year-to-come = Jahr { $year } steht noch bevor: der Besuch ist ab { $day } möglich.
after-lost = Aus Jahr { $year } ist nichts dokumentiert: nach Aktenlage für die Nachsorge verloren (lost to follow-up)
after-lost-means = Dass kein Besuch dokumentiert ist, heißt nicht, dass es gut geht.
after-nothing-since = Der letzte Eintrag mit Datum ist vom { $day }.
after-nothing-ever = Die Akte enthält keinen Eintrag mit Datum.
after-last-entry = Letzter Eintrag mit Datum in der Akte: { $day }.
after-after-year-15 = Die 15 Jahre des Plans sind vorbei. Die Überwachung auf Zweitmalignome dauert lebenslang und geht weiter.

## Toxizität, Ereignisse

after-heading-outcome = Behandlungsergebnis
after-outcome-notes = Definitionen des Behandlungsergebnisses
after-heading-toxicity = Toxizität nach der Infusion
after-column-grading = Nach
after-column-grade = Grad und die Tage, auf denen er beruht
after-toxicity-stated = Ärztlich dokumentierte Grade
after-toxicity-nothing = Kein Grad und kein Wert des Toxizitätsprotokolls ist dokumentiert. Das ist keine Aussage, dass es keine Toxizität gab.
after-heading-events = Infektionen und andere Ereignisse
after-events-nothing = Nach dem { $since } ist keine Infektion und kein anderes Ereignis dokumentiert.
after-events-incomplete = Niemand hat bestätigt, dass die Listen der Ereignisse und Diagnosen vollständig sind.

## Behandlungen

after-heading-treatments = Aktuelle Behandlungen
after-treatments-none = Keine: Die bis { $day } vollständige Liste der Behandlungen enthält nichts Laufendes.
after-treatments-unknown = Keine laufende Behandlung ist dokumentiert.
after-treatments-ended = Beendet nach dem { $since }:
after-treatments-incomplete = Niemand hat bestätigt, dass die Liste der Behandlungen vollständig ist.

## Worauf zu achten ist

after-heading-watch = Worauf zu achten ist
after-heading-malignancy = Überwachung auf Zweitmalignome
after-heading-vaccines = Impfungen
after-column-how = Wie, wie lange, auf welcher Grundlage
after-column-vaccine = Impfung
after-column-when-vaccine = Wann
after-vaccine-inactivated = Totimpfstoff
after-vaccine-live = Lebendimpfstoff
after-vaccines-given = Seit der Infusion gegeben: { $names }.
after-vaccines-none = Seit der Infusion ist keine Impfung dokumentiert.

## Volljährigkeit

after-comes-of-age = Volljährigkeit (18 Jahre) am { $day }; örtliches Recht entscheidet.
after-is-of-age = Volljährig (18 Jahre) seit { $day }; örtliches Recht entscheidet.
after-transfer-of-age = Bei der Infusion bestand Volljährigkeit
after-transfer-of-age-why = Ein Transfer aus der Kinder- und Jugendmedizin wird vom Plan dann nicht verlangt. Der Brief enthält dasselbe für eine andere Klinik.
after-heading-consent = Einwilligung, neu einzuholen
after-consent-anew = Die Einwilligung der Sorgeberechtigten endet mit der Volljährigkeit. Sie ist nun persönlich neu einzuholen: für die Nachsorge bis Jahr 15, das Register, gelagerte Proben und die Weitergabe von Daten.

## Zu tun, anzurufen

after-heading-asked = Worum wir Sie bitten
after-asked-results = Bitte senden Sie uns die Befunde dessen, was als fällig aufgeführt ist, jeweils mit Datum.
after-asked-infections = Bitte melden Sie uns jede Infektion, jeden Krankenhausaufenthalt, jede Impfung und jede neue Behandlung.
after-asked-changes = Bitte sprechen Sie mit uns, bevor ein Immunsuppressivum oder eine Prophylaxe begonnen oder beendet wird.
after-asked-follow-up = Bitte setzen Sie die Besuche des Plans fort; die Überwachung auf Zweitmalignome endet nicht mit Jahr 15.
after-asked-registry = Bitte teilen Sie dem Register und dem Hersteller des Produkts mit, wer die Nachsorge nun übernimmt.
after-asked-malignancy = Neue Knoten, geschwollene Lymphknoten, bleibender Ausschlag, ungeklärte Blutbildveränderung: Bitte sprechen Sie mit uns, bevor eine Probe entnommen wird; der Hersteller nennt die Probennahme.
after-asked-fever = Fieber oder Infektion: bitte ohne Abwarten untersuchen und mit dem Zentrum sprechen.
after-asked-transfusion = Bitte fragen Sie das Zentrum vor einer Lebendimpfung und vor einer Transfusion.
after-asked-lost = Falls kein Kontakt gelingt: Bitte nennen Sie uns den Tag des letzten Kontakts und was versucht wurde.
after-no-alarm = Niemand überwacht Werte aus der Ferne: Was uns nicht telefonisch mitgeteilt wird, bemerkt niemand.
after-heading-contacts = Wen Sie erreichen
typed-addressee-asked = Worum außerdem gebeten wird
typed-since-day = Berichten ab (leer: nach dem vorletzten Besuch)
typed-year-n = Jahr nach der Infusion, 1 bis 15 (leer: das letzte)
typed-responsible = Ärztlich verantwortlich
typed-centre-contact = Erreichbar unter
typed-adult-clinic = Übernehmende Klinik für Erwachsene
typed-paediatric-clinic = Abgebende Klinik für Kinder und Jugendliche
typed-family-doctor = Hausarztpraxis
typed-consent-day = Einwilligung neu eingeholt am
typed-consent-by = Einwilligung eingeholt durch
typed-contact-by = Kontakt durch Besuch, Telefon oder Fragebogen
typed-contact-on = Tag des Kontakts
