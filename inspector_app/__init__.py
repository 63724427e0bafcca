"""Sổ kiểm tra: an offline program for teams who inspect how communes carry out administrative reform."""

__version__ = "0.1.0"
