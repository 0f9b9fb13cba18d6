"""
A policy's text in; its clauses, what it leaves open, and findings out.

`reader.read_policy` is the door. Text becomes passages (`source`, `plain_text`), passages become
sentences that know their heading and the line that introduces their list (`sentences`), sentences
are brought to the same words (`wording`), and one module per topic says what they state.
"""
