"""Does things: every verb of a scrutineer's day, checked against the rules and handed to the gate."""
