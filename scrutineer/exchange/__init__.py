"""What comes in from other programs and goes out to them: e-mails, spreadsheets, attached files.

Knows the domain, and alone knows spreadsheets; it never sees a database or a screen, and never the network.
"""
