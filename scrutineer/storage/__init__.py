"""Remembers the record: one encrypted file, one gate that writes, one history that never forgets."""
