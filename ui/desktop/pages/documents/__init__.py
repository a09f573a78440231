"""The papers: options, preview, save, print."""
