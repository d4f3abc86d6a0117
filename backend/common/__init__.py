"""What both sides of the process boundary share: standard library only, Python 3.9."""
