"""The entry form as plain objects, built from the catalogue: pages, groups, fields."""

from __future__ import annotations

from core.entry.form.form import Form, FormField, FormGroup, FormPage, form_of
from core.entry.form.wanted import Wanted, wanted_concepts, wanted_questions

__all__ = ["Form", "FormField", "FormGroup", "FormPage", "Wanted", "form_of", "wanted_concepts", "wanted_questions"]
