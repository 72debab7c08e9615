-- What was lost in the cloud is replaced: an endpoint and all that replaced it, one after the other, are a lineage, named after the first.
alter table endpoint
    add column lineage_id     varchar(24),
    add column predecessor_id varchar(24),
    add column successor_id   varchar(24),
    -- whether somebody asked for it; a replacement appears unasked
    add column adopted        boolean not null default true,
    -- why a lost one has no successor yet
    add column trouble        text,
    -- JSON; null for what has not moved since there are any
    add column conditions     text,
    alter column next_look_at drop not null;
update endpoint set lineage_id = endpoint_id;
alter table endpoint
    alter column lineage_id set not null,
    alter column adopted drop default,
    drop constraint endpoint_state_check,
    drop constraint endpoint_check,
    drop constraint endpoint_check1,
    drop constraint endpoint_check3,
    add constraint endpoint_state_check check (state in
        ('REQUESTED', 'PROVISIONING', 'AWAITING_APPROVAL', 'READY', 'FAILED', 'LOST', 'REPLACED', 'DELETING', 'DELETED')),
    add constraint endpoint_wanted_state_check check ((state in
        ('REQUESTED', 'PROVISIONING', 'AWAITING_APPROVAL', 'READY', 'FAILED', 'LOST', 'REPLACED')) = (wanted = 'PRESENT')),
    add constraint endpoint_reference_check check
        (state not in ('AWAITING_APPROVAL', 'READY', 'LOST', 'REPLACED') or reference is not null),
    add constraint endpoint_message_check check (state not in ('FAILED', 'LOST', 'REPLACED') or message is not null),
    add constraint endpoint_successor_check check (state <> 'REPLACED' or successor_id is not null),
    add constraint endpoint_lineage_check check ((predecessor_id is null) = (lineage_id = endpoint_id)),
    add constraint endpoint_adopted_check check (predecessor_id is not null or adopted);

-- A lost one stays beside its successor, and one on its way out beside whatever comes after it.
drop index endpoint_one_per_region;
create unique index endpoint_one_per_region on endpoint (group_id, provider, region)
    where state in ('REQUESTED', 'PROVISIONING', 'AWAITING_APPROVAL', 'READY', 'FAILED');
create index endpoint_of_project on endpoint (group_id, provider) where state <> 'DELETED';
create index endpoint_lineage on endpoint (lineage_id);
-- Nothing is replaced twice.
create unique index endpoint_predecessor on endpoint (predecessor_id) where state <> 'DELETED' and state <> 'DELETING';
