"""
A file of people to a plan of what it would change. Nothing here writes to the database.

`table` bytes to rows · `columns` which holds what · `values` one cell · `incoming` rows to people ·
`oneroster` the same from a OneRoster zip · `matching` who is whom · `plan` what would change.
The write itself is `actions/importing.py`.
"""
