-- Events that were committed with a change and are on their way to Kafka. Rows without sent_at are read again and again; no high-water
-- mark is kept, because positions are given out in another order than transactions commit.
create table outbox (
    position   bigint generated always as identity primary key,
    event_id   uuid        not null unique,
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    payload    jsonb       not null,
    headers    jsonb       not null,
    created_at timestamptz not null default now(),
    attempts   int         not null default 0,
    last_error text,
    retry_at   timestamptz,
    sent_at    timestamptz
);

create index outbox_unsent on outbox (position) where sent_at is null;

-- Keys that wait behind a row which Kafka refused.
create index outbox_refused on outbox (topic, key, position) where sent_at is null and retry_at is not null;

create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- Who may relay. Times are the database's.
create table relay_lease (
    name   text primary key,
    holder text        not null,
    until  timestamptz not null
);
