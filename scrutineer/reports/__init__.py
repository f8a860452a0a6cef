"""Papers: figures and words in, documents out.

Knows the domain, and alone knows Word and Markdown; it never sees a database or a screen.
"""
