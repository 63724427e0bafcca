"""The visits room: the list, planning a new visit, and the way into one."""
