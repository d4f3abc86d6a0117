"""Reports as self-contained HTML pages, with their numbers as JSON beside them."""
