"""Products as their agencies deliver them, recognised by their files and opened by their metadata.

Names that stand in a product's metadata are only ever looked for in the product's own folder.
"""
