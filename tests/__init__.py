"""The tests, at the same paths as what they test; generated examples run alike on slow and busy machines."""

from hypothesis import HealthCheck, settings

# Forty examples keep the whole within its minutes; whoever hunts a fault asks for more on the spot.
settings.register_profile("house", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
