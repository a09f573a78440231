# Part of the stubs of reportlab.
