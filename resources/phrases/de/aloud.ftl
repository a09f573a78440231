## Bedingungen der Regeldateien, vorgelesen. Jede Meldung ist eine ganze Wendung; was eingesetzt wird, ebenfalls.

aloud-note = { $sentence }; { $note }
aloud-and = { $one } und { $other }
aloud-or = { $one } oder { $other }
aloud-or-if = { $one }, oder wenn { $other }
aloud-and-more = { $names } und { $count } weitere
aloud-quoted = „{ $text }“
aloud-yes = ja
aloud-no = nein

## Verbundene Bedingungen

aloud-all = alles zusammen
aloud-any = mindestens eines davon
aloud-at-least = mindestens { $needed } von diesen { $count }
aloud-not = trifft nicht zu
aloud-if = wenn
aloud-then = dann
aloud-otherwise = sonst
aloud-otherwise-nothing = sonst wird nichts verlangt
aloud-sources-differ = die Quellen weichen voneinander ab
aloud-sources-decides = die Quellen weichen voneinander ab; es entscheidet die Lesart von { $source }
aloud-defined = „{ $name }“ bedeutet
aloud-not-public = nicht öffentlich: { $what }; beim Zentrum erfragen

## Zeiträume

aloud-length-hour = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}
aloud-length-day = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
aloud-length-week = { $count ->
    [one] 1 Woche
   *[other] { $count } Wochen
}
aloud-length-month = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
}
aloud-length-year = { $count ->
    [one] 1 Jahr
   *[other] { $count } Jahre
}
# dieselben hinter „von“ und „vor“
aloud-span-hour = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}
aloud-span-day = { $count ->
    [one] 1 Tag
   *[other] { $count } Tagen
}
aloud-span-week = { $count ->
    [one] 1 Woche
   *[other] { $count } Wochen
}
aloud-span-month = { $count ->
    [one] 1 Monat
   *[other] { $count } Monaten
}
aloud-span-year = { $count ->
    [one] 1 Jahr
   *[other] { $count } Jahren
}
aloud-half-lives = { $count ->
    [one] 1 Halbwertszeit der Substanz
   *[other] { $count } Halbwertszeiten der Substanz
}
aloud-named-window = { $length } (Fenster „{ $name }“ der Datei)
aloud-span-longer = { $first } oder { $second }, je nachdem, was länger ist,
aloud-span-shorter = { $first } oder { $second }, je nachdem, was kürzer ist,
aloud-lasting-at-least = mindestens { $length }
aloud-lasting-more = mehr als { $length }
aloud-span-at-least = { $span }
aloud-span-more = mehr als { $span }

## Tage

aloud-before = { $anchor ->
    [decision] vor dem Entscheidungstag
    [consent] vor der Einwilligung
    [screening] vor dem Screening
    [enrolment] vor dem Einschluss
    [leukapheresis] vor der Leukapherese
    [lymphodepletion] vor der Lymphodepletion
    [infusion] vor der Infusion
   *[other] vor „{ $label }“
}
aloud-after = { $anchor ->
    [decision] nach dem Entscheidungstag
    [consent] nach der Einwilligung
    [screening] nach dem Screening
    [enrolment] nach dem Einschluss
    [leukapheresis] nach der Leukapherese
    [lymphodepletion] nach der Lymphodepletion
    [infusion] nach der Infusion
   *[other] nach „{ $label }“
}
aloud-around = { $anchor ->
    [decision] vor oder nach dem Entscheidungstag
    [consent] vor oder nach der Einwilligung
    [screening] vor oder nach dem Screening
    [enrolment] vor oder nach dem Einschluss
    [leukapheresis] vor oder nach der Leukapherese
    [lymphodepletion] vor oder nach der Lymphodepletion
    [infusion] vor oder nach der Infusion
   *[other] vor oder nach „{ $label }“
}
aloud-on-day = { $anchor ->
    [decision] am Entscheidungstag
    [consent] am Tag der Einwilligung
    [screening] am Tag des Screenings
    [enrolment] am Tag des Einschlusses
    [leukapheresis] am Tag der Leukapherese
    [lymphodepletion] am Tag der Lymphodepletion
    [infusion] am Tag der Infusion
   *[other] am Tag „{ $label }“
}
aloud-within = innerhalb von { $span } { $side }
aloud-since-start = seit Beginn von { $drug } (erster Tag der letzten Therapie damit; Pausen bis 28 Tage sind überbrückt)
aloud-stretch = von { $far } bis { $near } { $side }
aloud-day-before = genau { $span } { $side }
aloud-both-ends = { $window }, erster und letzter Tag eingeschlossen
aloud-far-end-out = { $window }, der Tag in genau diesem Abstand zählt nicht mehr
aloud-dates = { $window } ({ $first } bis { $last })
aloud-date = { $window } ({ $day })
aloud-window-assumed = höchstens { $length } alt, so vom Katalog angenommen, da die Datei kein Fenster nennt
aloud-window-assumed-each = höchstens so alt, wie es der Katalog jeweils annimmt, da die Datei kein Fenster nennt
aloud-window-open = gleich welchen Datums

## Welches Ergebnis entscheidet

aloud-pick-result = { $pick ->
    [first] erstes Ergebnis
    [highest] höchstes Ergebnis
    [lowest] niedrigstes Ergebnis
    [any] mindestens ein Ergebnis
    [every] jedes Ergebnis
    [ever] mindestens ein jemals erhobenes Ergebnis
   *[latest] jüngstes Ergebnis
}
aloud-pick-entry = { $pick ->
    [first] erste Angabe
    [highest] höchste Angabe
    [lowest] niedrigste Angabe
    [any] mindestens eine Angabe
    [every] jede Angabe
    [ever] mindestens eine jemals gemachte Angabe
   *[latest] jüngste Angabe
}
aloud-pick-record = { $pick ->
    [first] erster Befund
    [highest] höchster Befund
    [lowest] niedrigster Befund
    [any] mindestens ein Befund
    [every] jeder Befund
    [ever] mindestens ein jemals erhobener Befund
   *[latest] jüngster Befund
}
aloud-pick-dose = { $pick ->
    [first] Dosis des ersten Tages
    [highest] höchste Dosis irgendeines Tages
    [lowest] niedrigste Dosis irgendeines Tages
    [any] Dosis an mindestens einem Tag
    [every] Dosis an jedem Tag
    [ever] Dosis an mindestens einem Tag jemals
   *[latest] Dosis des letzten Tages
}
aloud-among = unter den Ergebnissen { $window }
aloud-dose-now = Dosis am Entscheidungstag
aloud-picked = { $pick } { $window }
aloud-clean = ein Ergebnis zählt nur, wenn innerhalb von { $span } vor der Probe nicht gegeben: { $names }
aloud-answered-by = Auskunft: { $who }
aloud-answer-stands = eine Antwort gilt { $length }
aloud-who-investigator = Prüfärztin oder Prüfarzt
aloud-who-site = Zentrum
aloud-who-patient = Patientin oder Patient
aloud-who-guardian = Sorgeberechtigte

## Was gemessen wird

aloud-qualified = { $label } ({ $qualifiers })
aloud-points-of-score = Punktzahl
aloud-items-without = { $score }, weggelassen: { $items }
aloud-items-only = { $score }, allein gezählt: { $items }
aloud-item-group = { $group ->
    [central_nervous] Punkte des zentralen Nervensystems ({ $items })
    [constitutional] Punkte der Allgemeinsymptome ({ $items })
    [haematological] Blutbildpunkte ({ $items })
    [laboratory] Laborpunkte ({ $items })
    [mucocutaneous] Punkte von Haut und Schleimhaut ({ $items })
    [musculoskeletal] Punkte von Gelenken und Muskeln ({ $items })
    [renal] Nierenpunkte ({ $items })
    [serology] Serologiepunkte ({ $items })
    [serosal] Punkte der serösen Häute ({ $items })
    [vascular] Gefäßpunkte ({ $items })
   *[other] Punkte „{ $label }“ ({ $items })
}
aloud-several-any = mindestens eines von { $names }
aloud-several-each = jedes von { $names }
aloud-several-at-least = mindestens { $needed } von { $names }
aloud-site-fact = { $label } (Angabe des Zentrums)
aloud-class = { $label } (eines von: { $members })
aloud-group-unnamed = einer Gruppe (eines von: { $members })
aloud-group = „{ $label }“ (eines von: { $members })
aloud-target = die Erkrankung dieser Datei ({ $members })

## Prüfung eines Messwerts

aloud-test-ge = mindestens { $limit }
aloud-test-gt = über { $limit }
aloud-test-le = höchstens { $limit }
aloud-test-lt = unter { $limit }
aloud-test-eq = genau { $limit }
aloud-test-ne = nicht { $limit }
aloud-by-ge = mindestens { $limit }
aloud-by-gt = mehr als { $limit }
aloud-by-le = höchstens { $limit }
aloud-by-lt = weniger als { $limit }
aloud-by-eq = genau { $limit }
aloud-by-ne = nicht { $limit }
aloud-test-between = von { $low } bis { $high }, beide eingeschlossen
aloud-compare = { $subject } { $test }
aloud-compare-several = { $subject }: { $test }
aloud-amount = { $number } { $unit }
aloud-amount-power = { $number } × { $unit }
aloud-per-day = { $unit }/Tag
aloud-per-week = { $unit }/Woche
aloud-per-month = { $unit }/Monat
aloud-copies = Kopien{ $rest }
aloud-unit-years = Jahre
aloud-unit-months = Monate
aloud-times-uln = { $number } × ULN (oberer Grenzwert des Labors)
aloud-times-lln = { $number } × LLN (unterer Grenzwert des Labors)
aloud-uln = ULN (oberer Grenzwert des Labors)
aloud-lln = LLN (unterer Grenzwert des Labors)
aloud-limit-lower = { $first } oder { $second }, je nachdem, was niedriger ist
aloud-limit-higher = { $first } oder { $second }, je nachdem, was höher ist
aloud-limit-site = Wert des Zentrums für { $label }

aloud-age-ge = { $subject } mindestens { $years } Jahre: ab dem { $years }. Geburtstag
aloud-age-gt = { $subject } über { $years } vollendete Jahre: ab dem { $next }. Geburtstag
aloud-age-le = { $subject } höchstens { $years } vollendete Jahre: bis zum Tag vor dem { $next }. Geburtstag
aloud-age-lt = { $subject } unter { $years } Jahre: bis zum Tag vor dem { $years }. Geburtstag
aloud-age-eq = { $subject } { $years } vollendete Jahre: ab dem { $years }. Geburtstag bis zum Tag vor dem { $next }.
aloud-age-ne = { $subject } nicht { $years } vollendete Jahre
aloud-age-between = { $subject } { $low } bis { $high } vollendete Jahre: ab dem { $low }. Geburtstag bis zum Tag vor dem { $next }.

aloud-is = { $subject }: { $value }
aloud-one-of = eines von { $values }
aloud-is-not = nicht { $value }
aloud-none-of = keines von { $values }
aloud-includes = { $subject } enthält { $value }
aloud-includes-one-of = { $subject } enthält mindestens eines von { $value }
aloud-grade = genau Grad { $grades }
aloud-grade-not = jeder Grad außer { $grades }
aloud-domains = { $subject }: { $grade } in mindestens { $needed ->
    [one] 1 Domäne
   *[other] { $needed } Domänen
}
aloud-domains-of = { $subject }: { $grade } in mindestens { $needed } dieser Domänen: { $names }
aloud-domains-other = { $subject }: { $grade } in mindestens { $needed ->
    [one] 1 Domäne
   *[other] { $needed } Domänen
}, ausgenommen: { $names }
aloud-result-positive = positiv
aloud-result-negative = negativ
aloud-result-borderline = grenzwertig
aloud-result-indeterminate = nicht eindeutig
aloud-result-invalid = ungültig
aloud-result-detected_not_quantified = nachgewiesen, nicht quantifiziert

aloud-repeated = mindestens { $needed } Ergebnisse verschiedener Tage, { $subject } jeweils { $test }
aloud-shift-rise = { $subject }: das jüngste Ergebnis ist höher als ein früheres innerhalb von { $span } davor, um { $test }
aloud-shift-rise-since = { $subject }: das jüngste Ergebnis ist höher als ein früheres seither oder als das, das zu Beginn galt, um { $test }
aloud-shift-fall-since = { $subject }: das jüngste Ergebnis ist niedriger als ein früheres seither oder als das, das zu Beginn galt, um { $test }
aloud-shift-fall = { $subject }: das jüngste Ergebnis ist niedriger als ein früheres innerhalb von { $span } davor, um { $test }
aloud-relative = { $limit } des früheren Werts
aloud-percentage-points = { $limit } der Skala (Punkte, kein Anteil des früheren Werts)
aloud-since = Zeit seit „{ $landmark }“: { $test }, auf den Tag genau
aloud-shows = { $record } zeigt, alles in einem Befund: { $fields }

## Diagnosen, Zeichen, Ereignisse

aloud-has = { $mode ->
    [any] hat jetzt mindestens eines von: { $names }
    [each] hat jetzt jedes von: { $names }
   *[one] hat jetzt: { $names }
}
aloud-has-not = { $mode ->
    [any] hat jetzt keines von: { $names }
    [each] hat jetzt nicht alles zusammen: { $names }
   *[one] hat jetzt nicht: { $names }
}
aloud-had = { $mode ->
    [any] hatte an mindestens einem Tag { $window } mindestens eines von: { $names }
    [each] hatte jeweils an mindestens einem Tag { $window } jedes von: { $names }
   *[one] hatte an mindestens einem Tag { $window }: { $names }
}
aloud-had-not = { $mode ->
    [any] hatte an keinem Tag { $window } eines von: { $names }
    [each] hatte nicht alles davon { $window }: { $names }
   *[one] hatte an keinem Tag { $window }: { $names }
}
aloud-had-ever = { $mode ->
    [any] in der Anamnese mindestens eines von: { $names }
    [each] in der Anamnese jedes von: { $names }
   *[one] in der Anamnese: { $names }
}
aloud-had-never = { $mode ->
    [any] hatte nie eines von: { $names }
    [each] hatte nicht jedes von: { $names }
   *[one] hatte nie: { $names }
}
aloud-happened = { $mode ->
    [any] an mindestens einem Tag { $window } eingetreten, mindestens eines von: { $names }
    [each] jeweils an mindestens einem Tag { $window } eingetreten, jedes von: { $names }
   *[one] an mindestens einem Tag { $window } eingetreten: { $names }
}
aloud-happened-not = { $mode ->
    [any] an keinem Tag { $window } eingetreten, keines von: { $names }
    [each] nicht alles { $window } eingetreten: { $names }
   *[one] an keinem Tag { $window } eingetreten: { $names }
}
aloud-counted-if = gezählt nur, wenn { $fields }
aloud-other-than = nicht gezählt: { $names }

## Medikamente

aloud-received = { $mode ->
    [any] erhielt an mindestens einem Tag { $window } mindestens eines von: { $names }
    [each] erhielt jeweils an mindestens einem Tag { $window } jedes von: { $names }
   *[one] erhielt an mindestens einem Tag { $window }: { $names }
}
aloud-received-not = { $mode ->
    [any] erhielt an keinem Tag { $window } eines von: { $names }
    [each] erhielt nicht alles davon { $window }: { $names }
   *[one] erhielt an keinem Tag { $window }: { $names }
}
aloud-received-ever = { $mode ->
    [any] erhielt jemals mindestens eines von: { $names }
    [each] erhielt jemals jedes von: { $names }
   *[one] erhielt jemals: { $names }
}
aloud-received-never = { $mode ->
    [any] erhielt nie eines von: { $names }
    [each] erhielt nicht jedes von: { $names }
   *[one] erhielt nie: { $names }
}
aloud-times = mindestens { $times }-mal, jede Therapie oder Gabe einmal gezählt
aloud-times-not = so oft: { $times }-mal oder öfter, jede Therapie oder Gabe einmal gezählt
aloud-failed = { $mode ->
    [any] erfolglos behandelt mit mindestens einem von: { $names }
    [each] erfolglos behandelt mit jedem von: { $names }
   *[one] erfolglos behandelt mit: { $names }
}
aloud-failed-not = { $mode ->
    [any] nicht erfolglos behandelt mit irgendeinem von: { $names }
    [each] nicht mit jedem erfolglos behandelt: { $names }
   *[one] nicht erfolglos behandelt mit: { $names }
}
aloud-failed-means = als erfolglos gilt es, wenn { $ends }
aloud-ended-with = die Therapie so ausging: { $outcomes }
aloud-stopped-for = sie deswegen beendet wurde: { $reasons }
aloud-taken-for = eingenommen { $length } ohne längere Unterbrechung
aloud-treatment-in = nur Therapietage { $window }
aloud-on-now = { $mode ->
    [any] nimmt jetzt mindestens eines von: { $names }
    [each] nimmt jetzt jedes von: { $names }
   *[one] nimmt jetzt: { $names }
}
aloud-on-now-not = { $mode ->
    [any] nimmt jetzt keines so wie verlangt: { $names }
    [each] nimmt jetzt nicht jedes von: { $names }
   *[one] nimmt jetzt nicht: { $names }
}
aloud-on = { $mode ->
    [any] nahm an jedem Tag { $window } mindestens eines von: { $names }
    [each] nahm an jedem Tag { $window } jedes von: { $names }
   *[one] nahm an jedem Tag { $window }: { $names }
}
aloud-on-not = { $mode ->
    [any] nahm nicht an jedem Tag { $window } eines von: { $names }
    [each] nahm nicht an jedem Tag { $window } jedes von: { $names }
   *[one] nahm nicht an jedem Tag { $window }: { $names }
}
aloud-daily-dose = Tagesdosis { $test }
aloud-off-now = nimmt jetzt nichts von: { $names } (nie genommen genügt)
aloud-off-now-not = nimmt jetzt eines oder mehrere von: { $names }
aloud-off = nahm an keinem Tag { $window } etwas von: { $names } (nie genommen genügt)
aloud-off-not = nahm an mindestens einem Tag { $window } eines oder mehrere von: { $names }
aloud-stable = gleiche Dosis an jedem Tag { $window }, oder gar nicht genommen: { $names }
aloud-stable-not = Dosis geändert, oder begonnen oder beendet, { $window }: { $names }

aloud-outcome-remission = Remission
aloud-outcome-response = Ansprechen
aloud-outcome-partial_response = partielles Ansprechen
aloud-outcome-no_response = kein Ansprechen
aloud-outcome-lost_response = sekundärer Wirkverlust
aloud-outcome-relapse = Rückfall
aloud-outcome-not_assessable = nicht beurteilbar
aloud-reason-intolerance = Unverträglichkeit
aloud-reason-inefficacy = fehlende Wirkung
aloud-reason-planned = geplantes Ende
aloud-reason-wish = eigener Wunsch
aloud-reason-infection = Infektion
aloud-reason-pregnancy = Schwangerschaft
aloud-reason-supply = Lieferengpass
aloud-reason-other = anderer Grund

## Der Block zu früheren Therapien

aloud-therapy = frühere Therapie
aloud-therapy-drugs = { $needed ->
    [one] mindestens 1 gezählte Substanz aus: { $names }
   *[other] mindestens { $needed } verschiedene gezählte Substanzen aus: { $names }
}
aloud-therapy-groups = gezählte Substanzen aus mindestens { $needed } dieser Gruppen, jede Substanz füllt einen Platz: { $names }
aloud-therapy-lines = mindestens { $needed } gezählte Therapielinien mit: { $names }
aloud-therapy-regimens = mindestens { $needed } gezählte Therapieregime mit: { $names } (was zusammen genommen wurde, ist ein Regime; Substanzen mit höchstens 31 gemeinsamen Tagen folgen aufeinander; eine erfasste Therapielinie entscheidet)
aloud-therapy-all-of = gezählt, jedes von: { $names }
aloud-therapy-one-from-each = gezählt, eine Substanz für jeden Platz, jede Substanz füllt nur einen: { $places }
aloud-therapy-must-include = unter den gezählten mindestens eines von: { $names }
aloud-therapy-count-once = { $names } zusammen sind eine Substanz
aloud-therapy-taken = eine Therapie zählt, wenn sie erfolgt ist, gleich mit welchem Ausgang
aloud-therapy-counted-if = eine Therapie zählt nur, wenn { $ends }
aloud-therapy-any-length = sie zählt gleich welcher Dauer, wenn { $ends }
aloud-therapy-each-for = jede muss so lange erfolgt sein: { $length }
aloud-therapy-each-for-one = { $name } muss so lange erfolgt sein: { $length }
aloud-therapy-each-for-others = jede andere muss so lange erfolgt sein: { $length }
aloud-therapy-together-for = die nötigen Substanzen müssen so lange gleichzeitig genommen worden sein: { $length }
aloud-therapy-in-total-for = die Tage mit irgendeiner der gezählten Substanzen müssen zusammen ergeben: { $length }
aloud-therapy-gap = Pausen unterbrechen nicht, wenn sie höchstens so lang sind: { $length }
aloud-therapy-gap-default = Pausen bis 28 Tage unterbrechen nicht (die Datei nennt keine andere Länge)
aloud-therapy-looking-back = nur Therapietage { $window } zählen
aloud-therapy-together-with = nur Tage zählen, an denen auch genommen wurde: { $names }
aloud-therapy-at-dose = { $name }: nur Tage mit dieser Dosis zählen: { $test }
aloud-therapy-cumulative = { $name }: kumulative Dosis { $test }
aloud-therapy-dose-adequate = die Dosis muss an der Therapie als ausreichend vermerkt sein
aloud-therapy-adherence = die Einnahmetreue muss an der Therapie dokumentiert sein
aloud-therapy-still-on = sie muss am Entscheidungstag noch andauern
aloud-therapy-unchanged-for = sie muss bis zum Entscheidungstag so lange in unveränderter Dosis erfolgt sein: { $length }
aloud-therapy-contraindicated-ignored = eine kontraindizierte Substanz zählt deswegen nicht
aloud-therapy-contraindicated-counts = eine kontraindizierte Substanz zählt mit
aloud-therapy-contraindicated-waives = was nur kontraindizierte oder schon gezählte Substanzen füllen könnten, wird nicht verlangt
