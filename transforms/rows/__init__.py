"""The rows of the warehouse's tables that stages write: each class has exactly its table's columns, in order.

What a column means stands in the table's comments (docs/tables.md); a test holds the two together.
"""
