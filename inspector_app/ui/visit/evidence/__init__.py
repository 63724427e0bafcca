"""Photos and scans of a visit: taking them in, marking them, finding them again."""
