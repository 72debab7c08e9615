-- The latest configuration event that was taken in, per project: older ones that come late are ignored.
create table project_encryption (
    group_id varchar(24) primary key,
    revision bigint not null
);

-- A key as one project uses it in one region: how it is reached, what is believed of it, and when it is checked next.
create table key_use (
    key_use_id       varchar(24) primary key,
    group_id         varchar(24) not null,
    provider         varchar(32) not null,
    key              varchar(2048) not null,
    region           varchar(64) not null,
    role_arn         varchar(2048) not null,
    external_id      varchar(1224) not null,
    config_revision  bigint not null,
    retired_at       timestamptz,
    -- what is believed of it
    verdict          varchar(16) not null check (verdict in ('UNCHECKED', 'VALID', 'REVOKED', 'UNUSABLE')),
    reason           varchar(64),
    explanation      text not null,
    since            timestamptz not null,
    suspected_since  timestamptz,
    suspected_last   timestamptz,
    suspect_checks   integer not null,
    definite_since   timestamptz,
    definite_checks  integer not null,
    unverified_since timestamptz,
    revision         bigint not null,
    -- the last check
    checked_at       timestamptz,
    last_outcome     varchar(16),
    last_reason      varchar(64),
    last_check_id    bigint,
    unanswered       integer not null,
    probe            bytea,
    -- the next check: due by the injected clock, leased by the database's
    next_due_at      timestamptz not null,
    lease_token      uuid,
    lease_until      timestamptz
);

create index key_use_group on key_use (group_id) where retired_at is null;
create index key_use_due on key_use (next_due_at) where retired_at is null;
create index key_use_lease on key_use (lease_token) where lease_token is not null;
create index key_use_revoked on key_use (group_id) where verdict = 'REVOKED' and retired_at is null;
