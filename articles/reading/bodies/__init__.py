"""Whole bodies and the parts of a council, known by the tables or by rule."""
