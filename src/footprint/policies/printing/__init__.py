"""
A written policy on paper: the rulebook's blocks as pieces of a page, a tagged PDF, a Word file.

A folder of its own because the policy's pages, the public pages and the tests make the same
papers, and nothing but `facts` needs the database for it.
"""
