"""Errors, progress of jobs, and formatting of numbers."""
