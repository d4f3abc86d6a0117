"""Devices, threads, memory and precision of computations."""
