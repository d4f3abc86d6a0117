"""Names of designs and allocations; importing them costs nothing."""

#: How reference data came about; `auto` looks at them.
DESIGNS = ("auto", "random", "stratified", "purposive", "census")
#: How a sample is shared among the strata.
ALLOCATIONS = ("olofsson", "proportional", "equal")
#: How classes of map and reference are matched; `auto` takes codes only where they are safe.
MATCHES = ("auto", "names", "codes")
