family-sheet-title = Nach Ihrer CAR-T-Behandlung
family-sheet-why = Sie haben am { $day } CAR-T-Zellen erhalten. Dieses Blatt sagt, wann Sie anrufen und welche Besuche geplant sind. Ihr Team kann sie ändern.
family-visits = Nächste Besuche
family-separately = Manches wird gesondert besprochen und steht nicht auf diesem Blatt.
family-card-title = CAR-T-Ausweis
family-card-treated = Behandelt mit CAR-T-Zellen am { $day } ({ $product }).
family-card-show = Zeigen Sie diese Karte jeder Ärztin, jedem Arzt und in jedem Notfall. Die Behandlung eines Notfalls darf nicht warten.
family-card-needs-telephone = Auf der Karte steht, wo man anruft: Tragen Sie zuerst in den Einstellungen das Telefon des Zentrums für Tag und Nacht ein.
