-- Up to which stamp a project was closed to new endpoints of a provider: an admission with an older one came before and does not count any more. Its
-- row is what everyone locks who changes which endpoints a project has.
create table project_gate (
    group_id     varchar(24) not null,
    provider     varchar(32) not null,
    closed_stamp bigint not null,
    primary key (group_id, provider)
);

-- Private endpoints: what is wanted, what is known, and when to look next. Rows stay after the endpoint is gone: its id is never used again.
create table endpoint (
    endpoint_id   varchar(24) primary key,
    group_id      varchar(24) not null,
    provider      varchar(32) not null,
    region        varchar(64) not null,
    created_at    timestamptz not null,
    wanted        varchar(16) not null check (wanted in ('PRESENT', 'ABSENT')),
    -- what is known of it
    state         text not null check (state in
        ('REQUESTED', 'PROVISIONING', 'AWAITING_APPROVAL', 'READY', 'FAILED', 'LOST', 'DELETING', 'DELETED')),
    since         timestamptz not null,
    reference     text,
    address       text,
    message       text,
    asked_at      timestamptz,
    missing_since timestamptz,
    revision      bigint not null,
    version       integer not null,
    -- the next look: due by the injected clock, leased by the database's
    next_look_at  timestamptz not null,
    lease_token   uuid,
    lease_until   timestamptz,
    check (state in ('REQUESTED', 'PROVISIONING', 'AWAITING_APPROVAL', 'READY', 'FAILED', 'LOST') = (wanted = 'PRESENT')),
    check (state not in ('AWAITING_APPROVAL', 'READY', 'LOST') or reference is not null),
    check (state <> 'READY' or address is not null),
    check (state not in ('FAILED', 'LOST') or message is not null)
);

create unique index endpoint_one_per_region on endpoint (group_id, provider, region) where state <> 'DELETED';
create index endpoint_due on endpoint (next_look_at) where state <> 'DELETED';
create index endpoint_place on endpoint (provider, region) where state <> 'DELETED';
create index endpoint_lease on endpoint (lease_token) where lease_token is not null;
