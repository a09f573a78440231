family-sheet-title = After your CAR-T treatment
family-sheet-why = You received CAR-T cells on { $day }. This sheet says when to call, and which visits are planned. Your team may change them.
family-visits = Visits to come
family-separately = Some things are discussed separately and do not stand on this sheet.
family-card-title = CAR-T wallet card
family-card-treated = Treated with CAR-T cells on { $day } ({ $product }).
family-card-show = Show this card to every doctor and in every emergency. Do not delay treatment of an emergency.
family-card-needs-telephone = The card tells to call: enter the centre's telephone for day and night in the settings first.
