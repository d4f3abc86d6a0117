"""Accuracy on real scenes. Numeric libraries, not loaded yet, are told to use one thread each."""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"
