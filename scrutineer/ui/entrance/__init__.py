"""The way in: the three doors, a new record, and unlocking one."""
