-- The blast-radius guard. Whoever condemns a key locks the one row first, so that condemnations follow each other and each counts those before it.
create table guard (
    id              integer primary key check (id = 1),
    state           varchar(16) not null check (state in ('CLEAR', 'HOLDING')),
    since           timestamptz,
    -- the last count that was told
    suspects        integer not null,
    held            integer not null,
    organizations   integer not null,
    threshold       integer not null,
    keys_in_use     integer not null,
    keys_counted_at timestamptz,
    revision        bigint not null
);

insert into guard (id, state, suspects, held, organizations, threshold, keys_in_use, revision)
values (1, 'CLEAR', 0, 0, 0, 0, 0, 0);

-- When our canary role last could not be assumed, and when it first could again, as any replica saw it.
create table guard_canary (
    id           integer primary key check (id = 1),
    failed_at    timestamptz,
    recovered_at timestamptz,
    explanation  text
);

insert into guard_canary (id) values (1);

-- What operators decided about held keys.
create table guard_decision (
    id         bigint generated always as identity primary key,
    decision   varchar(16) not null check (decision in ('RELEASE', 'REFUSE')),
    comment    varchar(500),
    key_uses   integer not null,
    decided_at timestamptz not null,
    decided_by text not null
);

create table guard_decided_key (
    decision_id bigint not null references guard_decision (id),
    key_use_id  varchar(24) not null,
    primary key (decision_id, key_use_id)
);

-- What is counted before a key is condemned: few rows, wherever they are.
create index key_use_held on key_use (held_since) where held_since is not null and retired_at is null;
create index key_use_suspected on key_use (suspected_last) where suspected_last is not null and retired_at is null;
create index key_use_condemned on key_use (since) where verdict = 'REVOKED' and retired_at is null;

-- Requests to clusters that nobody was seen to carry out are made again.
alter table cluster
    add column asks         integer not null default 0,
    add column ask_again_at timestamptz,
    add column asked_blind  boolean not null default false;
