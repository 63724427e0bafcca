"""The window: PySide6 widgets over snapshots from the services. It holds no data and never waits."""
