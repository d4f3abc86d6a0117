"""Vector layers of drawn examples turned into labelled pixels."""
