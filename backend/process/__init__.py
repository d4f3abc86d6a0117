"""The process of a job: how it is ended, what it must not inherit."""
