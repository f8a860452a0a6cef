"""The window: everything that people see. It asks the register and never the storage."""
