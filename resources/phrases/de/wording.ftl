## Belege: was ein Eintrag der Akte sagt

evidence-undated = ohne Datum
evidence-limit-upper = obere Grenze { $limit }
evidence-limit-lower = untere Grenze { $limit }
absence-not-asked = nicht gefragt
absence-unknown = gefragt, nicht bekannt
absence-not-done = nicht durchgeführt
absence-declined = abgelehnt
absence-not-applicable = trifft nicht zu
evidence-yes = ja
evidence-no = nein
level-raised = erhöht
level-low = erniedrigt
level-normal = normal
evidence-suspected = Verdacht
evidence-ruled-out = ausgeschlossen
evidence-counts-as = zählt als { $names } ({ $by }, { $date })
evidence-counts-as-nothing = zählt als nichts Gelistetes ({ $by }, { $date })
evidence-may-be = kann sein: { $names }
evidence-span = { $from } bis { $to }
evidence-ongoing = { $from }, andauernd
evidence-end-unknown = { $from }, Ende nicht bekannt
evidence-start-unknown = Beginn nicht bekannt
evidence-stopped = beendet: { $reason }
evidence-list-treatments = Liste der Therapien
evidence-list-events = Liste der Ereignisse
evidence-list-diagnoses = Liste der Diagnosen
evidence-list-results = Liste der Befunde
evidence-complete = vollständig ab { $since }
evidence-as-of = Stand { $date }
evidence-dose-from = { $dose } ab { $date }
evidence-length = { $fate }, { $days ->
    [one] insgesamt { $shown } Tag
   *[other] insgesamt { $shown } Tage
}
evidence-computed = aus den Angaben berechnet
evidence-follows = folgt aus den Angaben
evidence-never = nie
evidence-contraindicated = kontraindiziert
evidence-site = Angabe des Zentrums
evidence-age = { $years ->
    [one] { $years } Jahr alt
   *[other] { $years } Jahre alt
}
evidence-age-between = { $low } oder { $high } Jahre alt
evidence-born = geboren { $date }
birth-between = zwischen { $first } und { $last } ({ $years } J. am { $date })
birth-between-months = zwischen { $first } und { $last } ({ $months } Mon. am { $date })
birth-born = geboren { $date }
birth-old = { $age } alt
birth-not-recorded = Geburtsdatum nicht dokumentiert
birth-age = { $years ->
    [0] unter 1 Jahr
    [one] 1 Jahr
   *[other] { $years } Jahre
}
birth-age-about = etwa { $years ->
    [0] 1 Jahr
    [one] 1 Jahr
   *[other] { $years } Jahre
}

## Wörter der Therapien

outcome-remission = Remission
outcome-response = Ansprechen
outcome-partial_response = partielles Ansprechen
outcome-no_response = kein Ansprechen
outcome-lost_response = sekundärer Wirkverlust
outcome-relapse = Rückfall
outcome-failed = Versagen, nicht genauer dokumentiert
outcome-not_assessable = nicht beurteilbar
stopped-intolerance = Unverträglichkeit
stopped-inefficacy = unwirksam
stopped-planned = geplantes Ende
stopped-wish = Wunsch der Patientin oder des Patienten
stopped-infection = Infektion
stopped-pregnancy = Schwangerschaft
stopped-supply = Lieferbarkeit
stopped-other = anderer Grund

## Therapien zählen

counted-counted = gezählt
counted-any_length = gezählt, gleich wie lang
counted-contraindicated = gezählt: kontraindiziert
counted-outcome = nicht gezählt: Ergebnis
counted-too_short = nicht gezählt: zu kurz
counted-mark = nicht gezählt
counted-not_taken = nicht genommen
counted-not_known = nicht bekannt

## Quellen, die voneinander abweichen

dispute-open = Die Quellen weichen voneinander ab; keine entscheidet:
dispute-decided = Die Quellen weichen voneinander ab; [{ $source }] entscheidet:

## Annahmen

assumed-window = { $what }: Zeitfenster nicht veröffentlicht, { $length } angenommen ({ $source })
assumed-absent = { $what }: nicht dokumentiert, nach der Regeldatei als fehlend angenommen
assumed-undated = { $what }: ohne Datum, als aktuell genommen
assumed-interval = { $what }: { $length } nach der letzten Gabe als behandelt gezählt ({ $source })
assumed-regimens = { $what }: Regime an ihren Tagen unterschieden; Substanzen mit höchstens 31 gemeinsamen Tagen folgen aufeinander
assumed-shortly = angenommen: { $what }
assumed-shortly-window = Zeitfenster { $length }, keines veröffentlicht
assumed-shortly-absent = fehlend, weil nicht dokumentiert
assumed-shortly-undated = aktuell, obwohl ohne Datum
assumed-shortly-interval = behandelt bis { $length } nach der letzten Gabe
assumed-shortly-regimens = Regime an ihren Tagen unterschieden
assumed-anchor = { $point } am { $date }

## Entscheidungspunkte

point-consent = Einwilligung
point-screening = Screening
point-enrolment = Einschluss
point-leukapheresis = Leukapherese
point-lymphodepletion = Lymphodepletion
point-infusion = Infusion

## Was im Wege steht

way-fails = { $count ->
    [one] 1 steht entgegen, { $kind }: { $names }
   *[other] { $count } stehen entgegen, { $kind }: { $names }
}
way-to-ask = { $count ->
    [one] 1 Kriterium zu erfragen
   *[other] { $count } Kriterien zu erfragen
}
way-to-judge = { $count ->
    [one] 1 Kriterium ärztlich zu beurteilen
   *[other] { $count } Kriterien ärztlich zu beurteilen
}
way-for-the-site = { $count ->
    [one] 1 Kriterium kann nur das Zentrum beantworten
   *[other] { $count } Kriterien kann nur das Zentrum beantworten
}
way-not-before = nicht vor dem { $date }
way-later = später: nicht vor dem { $date }
way-nothing = kein Kriterium der Regeldatei steht entgegen
way-nothing-now = nichts Erfasstes spricht bei { $point } dagegen
way-too-little = für eine weitergehende Aussage reichen die Angaben nicht
way-too-little-for = für eine weitergehende Aussage reichen die Angaben nicht: { $what }
lacks-absent = kein Kriterium zu { $aspects }
lacks-unsettled = Kriterium zu { $aspects } nicht entschieden
lacks-disease = Erkrankung nicht bekannt
aspect-age = Alter
aspect-activity = Aktivität
aspect-treatment = früherer Therapie
recruitment-old = { $status } (gelesen { $seen }, vor mehr als 90 Tagen)
recruitment-undated = { $status } (wann das gelesen wurde, ist nicht vermerkt)
way-not-in-file = die Datei enthält nicht: { $what }
way-exclusions = Ausschlüsse nicht öffentlich
usual-on-record = dokumentiert und meist ein Ausschluss: { $facts }
way-inclusions = Einschlüsse nicht öffentlich
way-no-cohort = gehört zu keiner Kohorte der Datei
way-cohort-not-known = nicht bekannt, ob die Kohorte zutrifft
kind-time = durch Abwarten erfüllt
    .by = Abwarten
kind-stopping = endet nach Absetzen von { $drugs }
    .by = Absetzen von { $drugs }
does-not-apply = trifft nicht zu
excused = durch eine Ausnahme des Protokolls entschuldigt
due-later = später fällig
cited-inclusion = [{ $source }] Einschluss { $number }
cited-exclusion = [{ $source }] Ausschluss { $number }
cited = [{ $source }] { $section }
numbered-inclusion = Einschl. { $number }
numbered-exclusion = Ausschl. { $number }
line-not-before = { $line }, nicht vor dem { $date }
line-stopped = { $count ->
    [one] { $line }: { $point } nicht vor dem { $date }, wenn { $drugs } heute abgesetzt wird
   *[other] { $line }: { $point } nicht vor dem { $date }, wenn { $drugs } heute abgesetzt werden
}
line-not-yet = { $line }: { $point } nicht vor dem { $date }

## Zeitlängen

length-day = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
length-week = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
}
length-month = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
length-year = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}
length-hour = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}

## Was nötig ist

needed-required = { $what }
needed-excluded-if = ausgeschlossen, wenn: { $what }
needed-only-if = betrifft nur: { $what }
needed-unless = wird nicht angelastet, wenn: { $what }

## Quellen

source-version = Version { $version }
source-dated = vom { $date }
source-dated-unknown = Datum nicht bekannt
source-read = gelesen am { $date }
source-read-unknown = Tag des Lesens nicht festgehalten
source-titles-published = Titel von Veröffentlichungen stehen in ihrer eigenen Sprache.
source-memory = aus dem Gedächtnis: { $what }
source-local-default = lokale Vorgabe ohne veröffentlichte Quelle

# Words of a rule file that stand there in another language only
told-elsewhere = „{ $text }“

# Units as print writes them
unit-litre = l
unit-international = IE
unit-h = h
unit-day = Tag
unit-week = Woche
unit-month = Monat
unit-year = Jahr
unit-every-h = { $count ->
    [1] pro Stunde
   *[other] alle { $count } h
}
unit-every-day = { $count ->
    [1] pro Tag
   *[other] alle { $count } Tage
}
unit-every-week = { $count ->
    [1] pro Woche
   *[other] alle { $count } Wochen
}
unit-every-month = { $count ->
    [1] pro Monat
   *[other] alle { $count } Monate
}
unit-every-year = { $count ->
    [1] pro Jahr
   *[other] alle { $count } Jahre
}
