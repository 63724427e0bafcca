"""The checklists room: what is published, and how a workbook becomes a checklist."""
