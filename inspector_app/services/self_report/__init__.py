"""What a visited unit reports on itself: the form, the file that comes back, the comparison with the team."""
