## Verläufe mit Ereignissen

trends-title = Verläufe
trends-infusion = Infusion
trends-span = { $first } bis { $last }
trends-left-out = { $count ->
    [one] 1 Wert in anderer Einheit oder ohne Zahl ist nicht gezeichnet
   *[other] { $count } Werte in anderer Einheit oder ohne Zahl sind nicht gezeichnet
  }
trends-as-table = Als Tabelle
trends-what = Was
trends-when = Wann
trends-value = Wert
trends-day = Tag { $day }
trends-month = Monat { $month }
