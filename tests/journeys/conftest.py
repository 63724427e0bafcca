"""A day begins with the checklist that the services' tests compile once."""

from tests.services.conftest import shipped

__all__ = ["shipped"]
