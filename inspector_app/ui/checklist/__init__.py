"""The checklist page: outline, items, detail, and the live index below."""
