"""Drawn places: every scene is a function that fills a canvas from a palette."""
