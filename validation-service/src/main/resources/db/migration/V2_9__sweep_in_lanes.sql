-- How long a key goes on by itself, what asks for it out of turn, and what holds it back.
alter table key_use
    -- whose the key is at its provider: keys of one account and region share what the provider allows
    add column account            varchar(64) not null default '',
    add column ends_at            timestamptz,
    add column end_kind           varchar(32)
        check (end_kind in ('DELETION', 'MATERIAL_EXPIRY', 'KEY_EXPIRY', 'CREDENTIAL_EXPIRY')),
    add column rotated_at         timestamptz,
    add column rotation_source    varchar(32)
        check (rotation_source in ('ROTATION_RECORD', 'ROTATION_SCHEDULE', 'CREATION')),
    add column next_rotation_at   timestamptz,
    add column rotation_looked_at timestamptz,
    add column hinted_at          timestamptz,
    add column held_since         timestamptz,
    add column released_at        timestamptz,
    -- checks that answered the same as the entry last_check_id of the history, and are not counted there yet; checked_at is when the last of them started
    add column repeats            integer not null default 0;

update key_use set account = case when key like 'arn:%' then split_part(key, ':', 5) else split_part(role_arn, ':', 5) end;

-- Every check changes a row twice. A lease is in no index, so that taking one stays within its page; what is due is found by region, so that a region
-- that cannot be asked is passed over whole.
drop index key_use_lease;
drop index key_use_due;
create index key_use_due on key_use (region, next_due_at) where retired_at is null;
alter table key_use set (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.2);

alter table key_check drop constraint key_check_occasion_check;
alter table key_check add constraint key_check_occasion_check check (occasion in ('SCHEDULED', 'CONFIRMING', 'HINTED', 'ON_DEMAND'));

-- How often the keys of a project are checked; null as often as those of the installation.
alter table enforcement_mode add column check_interval_seconds integer check (check_interval_seconds > 0);
