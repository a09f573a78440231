## Papiere für Patienten und Familien, in Worten für Leser von 12 Jahren. $who ist child (die Eltern lesen) oder adult.

family-sheet-title = { $who ->
    [child] Die CAR-T-Behandlung Ihres Kindes
   *[adult] Ihre CAR-T-Behandlung
  }
family-why-after = { $who ->
    [child] Ihr Kind hat am { $day } CAR-T-Zellen bekommen.
   *[adult] Sie haben am { $day } CAR-T-Zellen bekommen.
  } Hier steht, wann Sie anrufen, worauf Sie achten und was als Nächstes kommt. Die Tage können sich ändern. Ihr Team sagt es Ihnen.
family-why-before = { $who ->
    [child] Ihr Kind soll am { $day } CAR-T-Zellen bekommen.
   *[adult] Sie sollen am { $day } CAR-T-Zellen bekommen.
  } Hier steht, wann Sie anrufen, worauf Sie achten und was als Nächstes kommt. Die Tage können sich ändern. Ihr Team sagt es Ihnen.
family-cells = CAR-T-Zellen sind Zellen der Abwehr. Ein Labor ändert sie so, dass sie B-Zellen finden und wegräumen. B-Zellen sind an { $who ->
    [child] der Krankheit Ihres Kindes
   *[adult] Ihrer Krankheit
  } beteiligt. Ohne B-Zellen ist der Körper eine Zeit lang schwach gegen Keime.
family-cells-autologous = { $who ->
    [child] Die Zellen kommen aus dem Blut Ihres Kindes.
   *[adult] Die Zellen kommen aus Ihrem eigenen Blut.
  }
family-cells-allogeneic = Die Zellen kommen aus einer Spende, also von einem anderen Menschen.

family-call = Rufen Sie sofort an, bei Tag und Nacht: { $telephone }
family-hospital = Gehen Sie sofort ins Krankenhaus, bei Tag und Nacht
family-telephone-missing = Telefon der Klinik für Tag und Nacht: ____________________
family-call-if = { $who ->
    [child] Das gilt, wenn Ihr Kind etwas davon hat:
   *[adult] Das gilt, wenn Sie etwas davon haben:
  }
family-danger = Ist das Leben in Gefahr? Dann rufen Sie zuerst den Notruf an.

## Worauf zu achten ist

family-keep = Worauf Sie achten
family-column-keep = Was
family-column-how-long = Wie lange
family-until = bis { $last } oder länger
family-from-until = von { $first } bis { $last } oder länger
family-up-to = bis { $last }
family-always = immer
family-at-least-until = mindestens bis { $last }
family-for-life = das ganze Leben lang
family-until-told = bis Ihr Team Ja sagt
family-perhaps = vielleicht { $what }: Fragen Sie Ihr Team
family-held-irradiated_blood = { $who ->
    [child] Braucht Ihr Kind Blut aus einer Spende? Es muss zuerst bestrahlt werden. Sagen Sie das allen, die Ihr Kind behandeln.
   *[adult] Brauchen Sie Blut aus einer Spende? Es muss zuerst bestrahlt werden. Sagen Sie das allen, die Sie behandeln.
  }
family-held-liver_medicine = { $who ->
    [child] Geben Sie das Mittel gegen Hepatitis B, ein Virus der Leber, wie Ihr Team es sagt.
   *[adult] Nehmen Sie das Mittel gegen Hepatitis B, ein Virus der Leber, wie Ihr Team es sagt.
  }
family-held-lung_medicine = { $who ->
    [child] Geben Sie das Mittel, das die Lunge vor einem Keim schützt, wie Ihr Team es sagt.
   *[adult] Nehmen Sie das Mittel, das die Lunge vor einem Keim schützt, wie Ihr Team es sagt.
  }
family-held-virus_medicine = { $who ->
    [child] Geben Sie das Mittel gegen Herpes, ein Virus, wie Ihr Team es sagt.
   *[adult] Nehmen Sie das Mittel gegen Herpes, ein Virus, wie Ihr Team es sagt.
  }
family-held-no_donation = { $who ->
    [child] Ihr Kind darf kein Blut, keine Zellen und keine Organe spenden.
   *[adult] Spenden Sie kein Blut, keine Zellen und keine Organe.
  }
family-held-no_driving = { $who ->
    [child] Ihr Kind darf nicht fahren und nichts tun, das gefährlich ist.
   *[adult] Fahren Sie nicht selbst. Tun Sie keine Arbeit, die gefährlich ist.
  }
family-held-no_risky_sport = { $who ->
    [child] Ihr Kind darf nicht im Verkehr Rad fahren, nicht an Maschinen arbeiten und keinen Sport tun, der gefährlich ist.
   *[adult] Fahren Sie nicht im Verkehr Rad. Arbeiten Sie nicht an Maschinen. Lassen Sie Sport, der gefährlich ist.
  }
family-held-no_live_vaccine = Kein Impfstoff mit lebenden Keimen. Fragen Sie vor jeder Impfung.
family-held-stay_near = { $who ->
    [child] Bleiben Sie mit Ihrem Kind nah bei der Klinik.
   *[adult] Bleiben Sie nah bei der Klinik.
  }

## Was als Nächstes kommt

family-next = Was als Nächstes kommt
family-column-when = Wann
family-column-what = Was
family-window = { $first } bis { $last }
family-before-cells = Vor den Zellen
family-often = immer wieder
family-more-visits = { $count ->
    [one] ein weiterer Besuch
   *[other] { $count } weitere Besuche
  }
family-perhaps-also = Vielleicht auch: { $what }
family-perhaps-only = Vielleicht: { $what }
family-visit-adult_clinic = Wechsel in die Klinik für Erwachsene planen
family-visit-behaviour_check = { $who ->
    [child] Prüfung, wie Ihr Kind denkt und sich benimmt
   *[adult] Prüfung des Denkens
  }
family-visit-blood_pressure = Blutdruck
family-visit-blood_test = Bluttest
family-visit-body_check = Prüfung des ganzen Körpers
family-visit-bone_test = Knochentest
family-visit-cancer_check = Tests, die Krebs früh finden
family-visit-contact = Besuch, Anruf oder ein Blatt mit Fragen
family-visit-growth = Größe und Gewicht
family-visit-heart_test = Herztest
family-visit-illness_check = Prüfung, wie stark die Krankheit ist
family-visit-infection_talk = Gespräch über Keime und Mittel dagegen
family-visit-lump_check = Suche nach neuem Krebs
family-visit-lung_scan = Bilder der Lunge
family-visit-lung_test = Atemtest
family-visit-marrow_test = Test des Knochenmarks
family-visit-medicine_talk = Gespräch über die Medizin
family-visit-muscle_scan = Bilder der Muskeln
family-visit-muscle_test = Muskeltest
family-visit-nerve_check = Prüfung der Nerven
family-visit-other_vaccines = weitere Impfungen (keine mit lebenden Keimen)
family-visit-own_consent = { $who ->
    [child] mit 18: Ihr Kind wird selbst gefragt
   *[adult] mit 18: Sie werden selbst gefragt
  }
family-visit-preparing_medicine = Medizin, die Platz für die Zellen macht
family-visit-questions = Fragen zum Alltag
family-visit-register = Eintrag in ein Register
family-visit-skin_check = Prüfung der Haut
family-visit-swab = Abstrich aus Nase und Hals
family-visit-temperature_at_home = Fieber messen und aufschreiben
family-visit-thinking_test = kurzer Test: sprechen, schreiben, denken
family-visit-urine_test = Urintest
family-visit-vaccine = Impfung gegen Grippe und Corona
family-visit-vaccine_check = Blick in den Impfpass
family-visit-vital_signs = Fieber, Puls und Atem
family-visit-wellbeing = { $who ->
    [child] Gespräch, wie es Ihrem Kind geht
   *[adult] Gespräch, wie es Ihnen geht
  }
family-separately = Über manches sprechen wir nur mit Ihnen. Das steht nicht auf diesem Blatt.

## Der Ausweis für die Geldbörse: Worte für Ärztinnen und Ärzte im Notfall

family-card-title = Ausweis: CAR-T-Zell-Therapie
family-card-how = Drucken Sie diese Seite in ihrer tatsächlichen Größe, ohne Skalierung. Schneiden Sie an den Marken der Ecken und falten Sie in der Mitte, sodass beide Seiten außen stehen.
family-card-check = Gefaltet ist die Karte 85,6 mm breit und 54 mm hoch, wie eine Bankkarte. Andere Größe? Dann hat der Drucker die Seite skaliert: Drucken Sie sie ohne Skalierung noch einmal. Leere Linien füllt das Zentrum aus.
family-card-name = Name
family-card-born = Geboren
family-card-number = Nummer
family-card-given = CAR-T-Zellen am
family-card-planned = CAR-T-Zellen geplant am
family-card-kind = Art
family-card-product = Produkt
family-card-batch = Charge
family-card-lymphodepletion = Lymphodepletion
family-card-none = keine
family-card-centre = Zentrum
family-card-telephone = Telefon, 24 Stunden
family-card-telephone-of = 24 h: { $telephone }
family-card-call = Im Notfall das Zentrum anrufen, Tag und Nacht:
family-card-blood = Nur bestrahlte Erythrozyten- und Thrombozytenkonzentrate { $until }.
family-card-blood-fludarabine = Falls Fludarabin gegeben wurde: nur bestrahlte Blutprodukte { $until }.
family-card-no-live-vaccine = Kein Lebendimpfstoff ohne Zustimmung des Zentrums.
family-card-show = Die Behandlung eines Notfalls wartet nicht auf den Anruf.
family-card-needs-telephone = Auf der Karte steht, wo man anruft: Tragen Sie zuerst in den Einstellungen das Telefon des Zentrums für Tag und Nacht ein.
family-card-too-long = Zu lang für eine Karte: { $what }. Schreiben Sie höchstens { $most } Zeichen.
