-- Who may send hints about the keys of a project. Of the token a hash is kept, and nothing else.
create table hint_source (
    hint_source_id   varchar(24) primary key,
    group_id         varchar(24) not null,
    provider         varchar(16) not null,
    token_hash       bytea       not null,
    created_at       timestamptz not null,
    last_received_at timestamptz
);

create index hint_source_by_group on hint_source (group_id, hint_source_id);

-- The hints that were taken in, for as long as their senders may repeat them.
create table hint_received (
    group_id    varchar(24)  not null,
    event_id    varchar(128) not null,
    received_at timestamptz  not null,
    primary key (group_id, event_id)
);

create index hint_received_by_age on hint_received (received_at);
