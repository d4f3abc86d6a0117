"""Colours of classes that have none yet, for both sides of the process boundary."""

from __future__ import annotations

#: Conventional colours by a pattern in the class name; the first match is used.
CONVENTIONAL_COLOURS = (
    (r"water|river|lake|sea|wasser|eau|agua|水", "#2f7fd1"),
    (r"shadow|schatten|ombre|sombra|阴影", "#3b3f54"),
    (r"tree|forest|wood|baum|wald|arbre|for[eê]t|[aá]rbol|树|林", "#1b6e34"),
    (r"grass|meadow|lawn|low veg|wiese|gras|herbe|pasto|草", "#8fce5a"),
    (r"field|crop|acker|feld|champ|cultivo|田", "#e3c94f"),
    (r"soil|bare|sand|boden|sol\b|suelo|土", "#b07a4a"),
    (r"road|street|asphalt|pavement|stra(ss|ß)e|route|calle|路", "#8a8f98"),
    (r"roof|building|house|urban|dach|toit|techo|屋", "#d1453b"),
)
#: For other classes; distinguishable, also with colour vision deficiency.
DISTINCT_COLOURS = (
    "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee8866", "#999933",
    "#332288", "#44aa99", "#882255", "#ddcc77", "#117733", "#88ccee", "#cc6677", "#aa4499",
)  # fmt: skip
