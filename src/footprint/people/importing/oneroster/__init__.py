"""
OneRoster 1.1 and 1.2 CSV: a zip of tables that school systems export, to people who come in.

`archive` opens the zip, with limits, and checks its manifest · `roster` joins its tables.
Source: 1EdTech OneRoster, CSV Tables 1.1 and CSV Binding 1.2.
"""
