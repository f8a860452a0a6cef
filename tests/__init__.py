"""The tests, at the same paths as what they test; generated examples run alike on slow and busy machines."""

from hypothesis import HealthCheck, settings

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
