# The skeleton of a rule file (rules new).
new-missing = Each criterion that is still not_public below
new-source = Registry entry { $number }
new-to-write = To be written
new-not-written-inclusion = the condition of inclusion { $number } is not written yet
new-not-written-exclusion = the condition of exclusion { $number } is not written yet
new-not-written-age = an age in months is not written as a condition
new-sex-female = Sex: female
new-sex-male = Sex: male
new-age-between = Age { $low_count } { $low_unit ->
    [month] months
   *[year] years
} to { $high_count } { $high_unit ->
    [month] months
   *[year] years
}
new-age-from = Age { $low_count } { $low_unit ->
    [month] months
   *[year] years
} or older
new-age-to = Age { $high_count } { $high_unit ->
    [month] months
   *[year] years
} or younger
new-example = nothing is known
new-no-id = “{ $id }” is no id: write lower-case letters, digits and hyphens
new-unknown-disease = no disease of the catalogue: { $names }. Write --disease sle
new-no-disease = the record names no known disease. Write --disease sle
new-no-text = the registry file is no text in UTF-8 (byte { $byte }). Save it as UTF-8.
new-no-json = the registry file is no JSON ({ $reason }). Download the record again.
new-no-record = the registry file is no record of ClinicalTrials.gov: protocolSection has no nctId. Download the record as JSON (API v2).
new-no-row = the table has no row with the number { $number }. Write the number as the id.
