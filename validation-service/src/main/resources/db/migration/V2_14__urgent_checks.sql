-- A hint is kept until a check that began after it has found something out, whatever has to be asked again until then. Those that were looked into before
-- are forgotten.
update key_use set hinted_at = null where hinted_at <= checked_at;

-- Key uses that cannot be read are set aside, and operators are told of them.
alter table key_use add column set_aside_at timestamptz;
create index key_use_set_aside on key_use (set_aside_at) where set_aside_at is not null and retired_at is null;

-- What cannot wait for its turn, however much is due: hinted at, or about to be condemned. Few rows, and no lease is in the index.
create index key_use_urgent on key_use (region, next_due_at)
where retired_at is null and (hinted_at is not null or suspected_since is not null and held_since is null);
