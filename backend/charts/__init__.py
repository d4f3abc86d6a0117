"""Charts and images of reports, as SVG and PNG."""
