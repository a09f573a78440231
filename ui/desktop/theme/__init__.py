"""Colours, type and icons: two palettes of our own on Qt's Fusion style."""
