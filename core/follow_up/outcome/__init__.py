"""How it went after an infusion: responses at visits, B cells, glucocorticoid, drugs, relapse, death, persistence."""
