"""Errors, and the progress of a job."""
