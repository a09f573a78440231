# Was über einen Text gesagt wird, während er geschrieben wird.
entry-no-date = „{ $text }“ ist kein Datum. Schreiben Sie 20. Nov 2026, 11/2026, 2026 oder vor 6 Wochen.
entry-two-dates = Das kann mehr als ein Datum sein. Welches ist gemeint?
entry-before-birth = Das liegt vor dem Geburtsdatum.
entry-after-today = Das liegt nach heute. Was noch nicht war, ist geplant und lässt sich noch nicht erfassen.
entry-born-after-today = Niemand ist nach heute geboren.
entry-no-age = „{ $text }“ ist kein Alter. Schreiben Sie 15, 15 Jahre @ 3. Mai 2024 oder 7 Monate.
entry-age-of-no-day = Schreiben Sie den Tag dahinter: 15 Jahre @ 3. Mai 2024.
entry-born-between = geboren zwischen { $first } und { $last }
entry-birth-contradicts = Das widerspricht dem, was erfasst ist: { $other }. Berichtigen Sie das Falsche, oder nehmen Sie es zurück (Strg+Umschalt+H).
entry-births-differ = Geburtsdatum und Alter widersprechen sich. Behalten Sie das richtige.
entry-mark-of-other-words = Unterschrieben wurde „{ $text }“. Sagen Sie neu, als was diese Worte zählen.
entry-marked = unterschrieben von { $by }, { $date }
entry-not-marked = noch nicht gesagt
entry-no-free-text = Schreiben Sie hinter den Doppelpunkt, was es ist.
entry-after-evaluation = Das liegt nach dem Tag der Beurteilung und zählt noch nicht.
entry-no-number = „{ $text }“ ist keine Zahl.
entry-two-numbers = Das Trennzeichen kann ein Dezimalzeichen sein oder Tausender trennen. Welche Zahl ist gemeint?
entry-about = Ungefähr so viel, oder so gemessen? Übernommen gilt es als gemessen.
entry-which-unit = In welcher Einheit?
entry-unknown-unit = „{ $unit }“ ist keine Einheit dieses Wertes.
entry-no-unit-here = Dieser Wert hat keine Einheit; „{ $unit }“ bleibt übrig.
entry-impossible = Nicht möglich: Es gibt nur { $low } bis { $high }.
entry-impossible-from = Nicht möglich: mindestens { $low }.
entry-impossible-to = Nicht möglich: höchstens { $high }.
entry-unusual = Ungewöhnlich: Üblich ist { $low } bis { $high }. Ist das gemeint?
entry-unusual-from = Ungewöhnlich: Üblich ist mindestens { $low }. Ist das gemeint?
entry-unusual-to = Ungewöhnlich: Üblich ist höchstens { $high }. Ist das gemeint?
entry-other-unit = { $value }
entry-of-day = { $day }
entry-age-days = { $days ->
    [0] heute
    [one] 1 Tag alt
   *[other] { $days } Tage alt
}
entry-no-titre = „{ $text }“ ist kein Titer. Schreiben Sie 1:640.
entry-no-planned-day = Ab wann, ist nicht gesagt. „Tag 35“, „Woche 5“ oder „Monat 3“ nach der Infusion schreiben, ein Datum oder „unbekannt“.
entry-no-detail = Wovon „{ $text }“ handelt, ist nicht gesagt. Die Bezeichnung davor schreiben, etwa „Substanz: Latex“; mehreres mit Semikolon trennen.
entry-detail-twice = { $name } ist zweimal angegeben.
entry-detail-of-other = „{ $text }“ lässt sich von { $name } nicht sagen. Möglich ist: { $known }.
entry-no-word = „{ $text }“ ist keines der möglichen Wörter.
entry-which-word = Mehrere Wörter beginnen so. Welches ist gemeint?
entry-not-typed-here = Das wird in einem eigenen Feld eingegeben.
entry-no-drug = „{ $text }“ ist kein bekanntes Medikament und keine bekannte Klasse.
entry-no-concept = „{ $text }“ ist hier nicht bekannt.
entry-which-drug = Was ist gemeint?
entry-no-dose = „{ $text }“ ist keine Dosis. Schreiben Sie 15 mg/day oder 1000 mg per 12 h.
entry-dose-range = „{ $text }“ ist ein Bereich oder eine Grenze und keine Dosis. Schreiben Sie, was eingenommen wurde: 10 mg/Tag; bei wechselnder Dosis jede mit ihren Tagen: 10 mg/Tag bis 30.4.2026; 5 mg/Tag ab 1.5.2026.
entry-dose-taper = „{ $text }“ sind mehrere Dosen ohne ihre Tage. Schreiben Sie jede mit ihren Tagen: 60 mg/Tag ab 1.3.2026 bis 14.3.2026; 40 mg/Tag ab 15.3.2026.
entry-dose-days = „{ $text }“ sagt nicht, an welchen Tagen. Schreiben Sie jede einzelne Gabe mit ihrem Tag (einmalig 1000 mg am 2.3.2026; einmalig 1000 mg am 16.3.2026) oder eine wiederholte mit erstem und letztem Tag.
entry-dose-often = „{ $text }“ sagt nicht, wie oft. Schreiben Sie es hinter die Menge: pro Tag, wöchentlich, alle 4 Wochen.
entry-dose-amount = „{ $text }“ sagt nicht, wie viele Milligramm es jeweils sind. Schreiben Sie die Stärke davor: 500 mg 1-0-1.
entry-dose-need = „{ $text }“ wird bei Bedarf genommen: wie viel es war, ist nicht bekannt. Lassen Sie die Dosis leer, oder schreiben Sie, was genommen wurde.
entry-dose-two-meanings = „{ $text }“ kann zweierlei heißen. Schreiben Sie die einzelne Menge und den Abstand: 375 mg/m2 je Woche, 10 mg alle 2 Wochen.
entry-dose-twice = „{ $text }“ sagt auf zwei Arten, wie oft, und beide passen nicht zusammen. Behalten Sie eine.
entry-is-an-event = „{ $name }“ ist ein Ereignis, kein Medikament: Es gehört in die Liste der Ereignisse, mit seinem Tag.
entry-is-a-diagnosis = „{ $name }“ ist eine Diagnose, kein Medikament: Sie gehört in die Liste der Diagnosen.
entry-is-a-field = „{ $text }“ ist ein Ergebnis mit seinem Tag, keine Diagnose in Worten: Es gehört zu { $names }.
entry-is-a-drug = „{ $name }“ ist ein Medikament: Es gehört in die Liste der Therapien.
entry-strength-left = „{ $text }“ ist eine Stärke, noch keine Dosis. Schreiben Sie in die Spalte Dosis, wie viel und wie oft.
entry-word-of-two = Dieses Wort kann beides heißen. Was ist gemeint?
entry-reason-for-stopping = „{ $text }“ ist ein Grund für das Absetzen: Er gehört in die Spalte „Beendet wegen“.
entry-missing-cell = Das fehlt noch, damit die Zeile zählt.
entry-no-end = Schreiben Sie den letzten Tag, laufend oder unbekannt.
entry-file-problem = { $message } ({ $hint })
entry-no-field = „{ $text }“ ist kein Teil dieser Untersuchung. Schreiben Sie den Namen, einen Doppelpunkt und das Ergebnis.
entry-too-old = { $count ->
    [one] zu alt für 1 Datei
   *[other] zu alt für { $count } Dateien
}
entry-no-item = „{ $text }“ gehört nicht zu diesem Score.
entry-no-answer = „{ $text }“ beantwortet „{ $name }“ nicht. Möglich: { $wanted }.
entry-other-sum = Die Merkmale ergeben { $least }, nicht { $total }.
entry-other-range = Die Merkmale ergeben { $least } bis { $most }; { $total } kann nicht die Summe sein.
entry-a-range = „{ $text }“ ist ein Bereich. Bitte den einen Wert schreiben, der gilt.
entry-a-scale = „{ $text }“ zählt auf einer anderen Skala als dieses Feld. Bitte die Zahl dieser Skala schreiben.
entry-a-titre = „{ $text }“ ist ein Titer. Dieses Feld nimmt eine Zahl mit Einheit oder ein Ergebnis in Worten.
entry-a-strip = „{ $text }“ ist von einem Teststreifen abgelesen und keine Zahl.
entry-left-over = „{ $text }“ ist hier nicht verständlich. Bitte berichtigen, oder löschen, falls es nichts über den Wert sagt.
entry-converted = { $typed } wird in { $unit } umgerechnet ({ $source }).
entry-converted-exactly = { $typed } wird in { $unit } umgerechnet.
entry-usual-unit = in { $unit }, wie gemerkt
entry-which-unit-of-limit = In welcher Einheit steht die Grenze { $text }?
entry-impossible-limit = Diese Grenze ist nicht möglich: möglich ist { $low } bis { $high }.
entry-impossible-limit-from = Diese Grenze ist nicht möglich: möglich ist mindestens { $low }.
entry-impossible-limit-to = Diese Grenze ist nicht möglich: möglich ist höchstens { $high }.
entry-crossed-limits = Die untere Grenze liegt über der oberen.
entry-which-result = Labore verwenden „{ $text }“ in zwei Bedeutungen. Welche ist gemeint?
entry-vague-date = „{ $text }“ ist nicht auf Monat oder Tag genau. Was sicher ist, kann festgehalten werden.
entry-events-before-birth = Das liegt davor und bleibt festgehalten: { $others }{ $rest ->
    [0] .
   *[other] { " " }und { $rest } weitere.
}
entry-draft = Entwurf
