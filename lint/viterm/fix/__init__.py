"""Replacements in the form of what they replace, and writing them into a text.

`propose` makes them from a find, `inflect` puts the words into their form, `letters` and `source` care for capitals and
markup, `edits` and `settle` for the text as a whole. Nothing here reads or writes files.
"""
