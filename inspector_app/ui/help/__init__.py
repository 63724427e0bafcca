"""Help that is there without a network: a text for every page, the sheet of shortcuts, the first tour."""
