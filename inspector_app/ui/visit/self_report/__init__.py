"""What a unit reports on itself, in the window: the form to send out, the file that came back, both sides."""
