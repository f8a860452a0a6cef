"""What is true in the trade: its vocabulary, its records and its rules. Knows no database and no screen."""
