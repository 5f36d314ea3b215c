"""The records that stages hand to one another and to the warehouse.

A module a stage, and one for what the seeds say. Every class is frozen; one that `transforms.rows.tables` names has
exactly the columns of its table, in their order.
Offsets are 0-based, end-exclusive Unicode code points into the revision's `body`; times are aware datetimes in UTC
unless a field says otherwise; ids are the 12 characters of `transforms.text.make_id`.
"""
