"""Monday morning in one look: what needs me, what is worth passing on, who owes an answer, what is next."""
