"""Where to label next (active learning), and samples of reference points."""
