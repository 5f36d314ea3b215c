-- Hosts that are to be left alone at $now.
-- Grain: one row a host.
select * from ops.host_holds where until_at > $now;
