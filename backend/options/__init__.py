"""Options of commands: how they are declared, and the groups that several commands share.

A group is a small dataclass, such as `LabelOptions`, that pipeline functions take as an argument.
"""
