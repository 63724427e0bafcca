"""A day begins with the checklist that the services' tests compile once, or with a window's workspace."""

from tests.services.conftest import shipped
from tests.ui.conftest import lanes, made, original, screen, settle, visit

__all__ = ["lanes", "made", "original", "screen", "settle", "shipped", "visit"]
