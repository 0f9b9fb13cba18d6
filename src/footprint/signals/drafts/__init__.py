"""
What stands in the words of a draft that a school may not want to publish.

`checking.check_draft` is the door. It finds; `rulebook.decisions.publication_text` says what a
finding means where the draft shall go. A name is only looked for when the caller hands it in.
"""
