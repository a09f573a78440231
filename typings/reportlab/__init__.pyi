# The part of reportlab that core/documents/pdf uses, fully typed (types-reportlab leaves arguments open).
