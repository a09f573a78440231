"""Papers: blocks without a format, and the renderers that turn them into PDF, HTML and text."""
