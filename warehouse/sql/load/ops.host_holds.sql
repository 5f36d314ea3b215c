-- What a host asked last replaces what it asked before.
-- Grain: one row a host.
merge into ops.host_holds as known
using (select * from staged_host_holds qualify row_number() over (partition by host order by noted_at desc, until_at desc) = 1) as staged
on known.host = staged.host
when matched and known.noted_at <= staged.noted_at then update set
    until_at = staged.until_at, reason = staged.reason, noted_at = staged.noted_at
when not matched then insert by name;
