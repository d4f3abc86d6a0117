"""Speed, accuracy and scale, each one command that prints a table.

Numeric libraries, none of them loaded yet, are told to use one thread each, as in the backend.
"""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"
