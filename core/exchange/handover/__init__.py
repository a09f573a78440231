"""A patient handed over whole, with name: as a FHIR R4 bundle, as a table. What the format cannot say is named."""
