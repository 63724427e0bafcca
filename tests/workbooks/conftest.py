"""A filled workbook needs what the window's tests need: a workspace, lanes, a look."""

from tests.ui.conftest import lanes, look, made, original, session, settle

__all__ = ["lanes", "look", "made", "original", "session", "settle"]
