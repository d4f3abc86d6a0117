"""Benchmarks of speed, accuracy and scale; each is a command that prints a table.

Numeric libraries are limited to one thread each before they are imported, as in the backend.
"""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"
