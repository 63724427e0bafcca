"""The dossiers checked on the spot: their list, and the form of each."""
