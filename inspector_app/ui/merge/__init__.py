"""The merge room: hand over, receive, decide conflicts."""
