"""A day begins with the checklist that the services' tests compile once, or with a window's workspace."""

from tests.services.conftest import shipped
from tests.ui.conftest import made, original, settle, visit

__all__ = ["made", "original", "settle", "shipped", "visit"]
