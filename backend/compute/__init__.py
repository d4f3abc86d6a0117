"""What a job may use of the machine: devices, threads, memory and scratch space."""
