"""Readers of satellite products: EMIT, PRISMA, EnMAP and DESIS.

Files that the metadata of a product name are only looked for in the folder of the product.
"""
