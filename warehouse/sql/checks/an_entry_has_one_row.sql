-- A feed's entry has one row, however often it was polled.
select entry_id, count(*) as row_count from facts.entries group by entry_id having count(*) > 1;
